;;; tracuu-text.el --- Lines for hits  -*- lexical-binding: t -*-

;;; Commentary:

;; How hits are put into lines: columns by display width, matches highlighted.

;;; Code:

(require 'subr-x)

(defface tracuu-match '((t :inherit match)) "Face of the query's words." :group 'tracuu)
(defface tracuu-title '((t :inherit bold)) "Face of titles." :group 'tracuu)
(defface tracuu-date '((t :inherit font-lock-constant-face)) "Face of dates." :group 'tracuu)
(defface tracuu-source '((t :inherit font-lock-type-face)) "Face of sources." :group 'tracuu)
(defface tracuu-snippet '((t :inherit shadow)) "Face of snippets." :group 'tracuu)

(defun tracuu-text-mark (text spans &optional face)
  "TEXT with SPANS, pairs of places, in the face `tracuu-match', the rest in FACE."
  (let ((text (copy-sequence text)))
    (when face (put-text-property 0 (length text) 'face face text))
    (dolist (span spans text)
      (let ((end (min (cadr span) (length text))))
        (when (< (car span) end)
          (put-text-property (car span) end 'face 'tracuu-match text))))))

(defun tracuu-text-line (text)
  "TEXT with every blank that could break a line as a space; its length stays."
  (replace-regexp-in-string "[\n\r\t\v\f\u2028\u2029]" " " text t t))

(defun tracuu-text--seen (text)
  "TEXT without format characters, which a terminal paints as blanks or not at all."
  (replace-regexp-in-string "[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]" "" text t t))

(defun tracuu-text-fit (text width)
  "TEXT cut and padded to WIDTH columns."
  ;; `truncate-string-to-width' looks for compositions at every character, which takes a millisecond for a title.
  (let ((columns (string-width text)))
    (when (> columns width)
      (setq text (concat (substring text 0 (tracuu-text--cut text (1- width))) "…")
            columns (string-width text)))
    (concat text (make-string (max 0 (- width columns)) ?\s))))

(defun tracuu-text--cut (text width)
  "How many characters of TEXT fit into WIDTH columns."
  ;; Combining marks take no column, so they stay with their letter.
  (let ((place 0)
        (columns 0))
    (while (and (< place (length text))
                (<= (setq columns (+ columns (char-width (aref text place)))) width))
      (setq place (1+ place)))
    place))

(defun tracuu-text-title (hit)
  "The title of HIT with the query's words marked."
  (let ((title (alist-get 'title hit)))
    (if (string-empty-p title)
        (propertize (alist-get 'id hit) 'face 'tracuu-title)
      (tracuu-text--seen
       (tracuu-text-mark (tracuu-text-line title) (alist-get 'titleHighlights hit) 'tracuu-title)))))

(defun tracuu-text-date (hit)
  "The date of HIT, or blanks of the same width."
  (let ((date (or (alist-get 'date hit) "          ")))
    (propertize (substring date 0 (min 10 (length date))) 'face 'tracuu-date)))

(defun tracuu-text-source (hit)
  "Source and author of HIT, as far as they are known."
  (propertize (string-join (delq nil (list (alist-get 'source hit) (alist-get 'author hit))) ", ")
              'face 'tracuu-source))

(defun tracuu-text-snippet (hit)
  "The snippet of HIT with the query's words marked, or nil."
  (let ((snippet (alist-get 'snippet hit)))
    (and snippet
         (tracuu-text--seen
          (tracuu-text-mark (tracuu-text-line (alist-get 'text snippet))
                            (alist-get 'highlights snippet) 'tracuu-snippet)))))

(defun tracuu-text-articles (count)
  "COUNT articles, in words."
  (format "%d %s" count (if (eql count 1) "article" "articles")))

(defun tracuu-text-count (total)
  "TOTAL, the number of articles found, in words."
  (concat (if (equal (alist-get 'relation total) "atLeast") "at least " "")
          (tracuu-text-articles (alist-get 'value total))))

(defun tracuu-text-new (count)
  "COUNT, the number of articles that have come since, in words."
  (if (> count 0) (format "%d new" count) "index changed"))

(provide 'tracuu-text)
;;; tracuu-text.el ends here
