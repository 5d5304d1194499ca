;;; tracuu-article.el --- Articles in buffers  -*- lexical-binding: t -*-

;;; Commentary:

;; A hit opens in its file, at the match, where the file holds the text as it
;; is; else the article itself is shown in a read-only buffer.

;;; Code:

(require 'subr-x)
(require 'tracuu-client)
(require 'tracuu-text)

(defvar-local tracuu-article-id nil "The id of the article that the buffer shows.")
(defvar tracuu-article-last nil "The id of the article that was opened last.")

(defvar tracuu-article-mode-map
  (let ((map (make-sparse-keymap)))
    (set-keymap-parent map special-mode-map)
    (define-key map "n" #'tracuu-article-next-match)
    (define-key map "p" #'tracuu-article-previous-match)
    (define-key map "s" #'tracuu-similar)
    (define-key map "w" #'tracuu-article-copy-citation)
    map)
  "Keys of articles.")

(declare-function tracuu-similar "tracuu")
(declare-function tracuu-cite-text "tracuu-cite")

(define-derived-mode tracuu-article-mode special-mode "Tracuu-Article"
  "Mode of the buffers of articles."
  (setq-local word-wrap t)
  (setq truncate-lines nil)
  (setq-local revert-buffer-function #'ignore))

(defun tracuu-article-buffer (id query)
  "A buffer with article ID and the words of QUERY marked, point at the first.
Wait for the article; signal an error where there is none."
  (let* ((article (tracuu-client-wait "article" (list :id id :query query)))
         (buffer (get-buffer-create (format "tracuu://%s" id))))
    (with-current-buffer buffer
      (tracuu-article-mode)
      (setq tracuu-article-id (alist-get 'id article))
      (let ((inhibit-read-only t))
        (erase-buffer)
        (goto-char (tracuu-article-insert article))))
    buffer))

(defun tracuu-article-insert (article)
  "Insert ARTICLE; return the place of the first match in its body."
  (let ((facts (delq nil (mapcar (lambda (key) (alist-get key article)) '(date source author url)))))
    (insert (tracuu-text-mark (tracuu-text-line (alist-get 'title article))
                              (alist-get 'titleHighlights article) 'tracuu-title)
            "\n" (propertize (string-join facts "  ") 'face 'tracuu-source) "\n\n")
    (let ((start (point))
          (spans (alist-get 'bodyHighlights article)))
      (insert (tracuu-text-mark (alist-get 'body article) spans))
      (+ start (if spans (caar spans) 0)))))

(defun tracuu-article-next-match ()
  "Go to the next match."
  (interactive)
  (let ((next (text-property-any (next-single-property-change (point) 'face nil (point-max))
                                 (point-max) 'face 'tracuu-match)))
    (if next (goto-char next) (user-error "No further match"))))

(defun tracuu-article-previous-match ()
  "Go to the match before."
  (interactive)
  (let ((place (previous-single-property-change (point) 'face nil (point-min))))
    (while (and (> place (point-min)) (not (eq (get-text-property place 'face) 'tracuu-match)))
      (setq place (previous-single-property-change place 'face nil (point-min))))
    (if (eq (get-text-property place 'face) 'tracuu-match)
        (goto-char place)
      (user-error "No match before"))))

(defun tracuu-article-copy-citation ()
  "Put the citation of the article into the kill ring."
  (interactive)
  (kill-new (tracuu-cite-text tracuu-article-id))
  (message "The citation is in the kill ring"))

;;; Opening

(defun tracuu-article--place (hit)
  "The place of HIT in the current buffer, which is its file."
  (save-restriction
    (widen)
    (save-excursion
      (goto-char (point-min))
      (forward-line (alist-get 'line hit))
      (min (+ (point) (alist-get 'column hit)) (line-end-position)))))

(defun tracuu-article--file-buffer (hit)
  "The buffer of the file of HIT and the place of the match there.
Nil where no file holds the text as it is."
  (let ((path (alist-get 'path hit)))
    (when (and path (equal (alist-get 'layout hit) "text") (file-readable-p path))
      (with-current-buffer (find-file-noselect path)
        (cons (current-buffer) (tracuu-article--place hit))))))

(defun tracuu-article--own-buffer (hit query)
  "The buffer of the article HIT of QUERY itself and the place of the match there."
  (let ((buffer (tracuu-article-buffer (alist-get 'id hit) query)))
    (when (equal (alist-get 'layout hit) "text")
      (message "tracuu: %s is gone; this is the article as it was indexed" (alist-get 'path hit)))
    (cons buffer (with-current-buffer buffer (point)))))

(defun tracuu-article-open (hit query &optional other-window)
  "Show HIT of QUERY at its match.
OTHER-WINDOW non-nil says in another window."
  (pcase-let ((`(,buffer . ,place) (or (tracuu-article--file-buffer hit)
                                       (tracuu-article--own-buffer hit query))))
    (setq tracuu-article-last (alist-get 'id hit))
    (if other-window
        (pop-to-buffer buffer '(display-buffer-use-some-window (inhibit-same-window . t)))
      (pop-to-buffer-same-window buffer))
    (push-mark nil t)
    (unless (<= (point-min) place (point-max)) (widen))
    (goto-char place)
    (recenter)))

(provide 'tracuu-article)
;;; tracuu-article.el ends here
