;;; tracuu.el --- Full-text search of Vietnamese article archives  -*- lexical-binding: t -*-

;; Author: The Tracuu project
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: matching, hypermedia, convenience
;; URL: https://tracuu.example

;;; Commentary:

;; Type a few words, with marks or without, see the articles, jump.
;;
;; The program `tracuu' has to be installed; its daemon is started when nobody
;; answers.  Put this folder into `load-path', then:
;;
;;   (require 'tracuu)
;;
;; Commands (no key is bound globally):
;;
;;   M-x tracuu-search           search as you type
;;   M-x tracuu-search-at-point  the same for the region or the word at point
;;   M-x tracuu-resume           come back to the last search
;;   M-x tracuu-list             list the articles of a query in a buffer
;;   M-x tracuu-similar          list articles like the one at hand
;;   M-x tracuu-timeline         show the articles of a query over time
;;   M-x tracuu-cite             insert the citation of the article at hand
;;   M-x tracuu-index            index a file or a folder
;;   M-x tracuu-show             show an article by its id
;;   M-x tracuu-status           tell the size and the place of the index
;;
;; The prompt works in any completion interface: the default one, icomplete,
;; fido, Vertico.  Candidates change with every key and keep the daemon's order.
;; Choosing one opens the article at its match; leaving with the text alone
;; (RET, or M-RET with Vertico) lists the articles in a buffer.  Where nothing is
;; typed, the candidates are the queries asked before.  Keys of the prompt:
;;
;;   C-c C-d, C-c C-s, C-c C-a   narrow by date, source, author
;;   C-c C-o                     order by relevance, newest, oldest
;;   C-c C-r                     take the suggestion that is shown
;;   C-c TAB                     choose among all suggestions
;;   C-c C-n                     load more candidates
;;   C-c C-p                     turn the preview on or off
;;   C-c C-l                     list the articles in a buffer
;;   C-c RET                     list articles like the selected one
;;   C-c C-t                     show the articles over time
;;   C-c C-w                     insert the citation of the selected article
;;
;; In the list of articles, `next-error' and `previous-error' visit one after
;; the other from any buffer.  RET opens, o opens in another window, SPC shows
;; in passing, n and p move, + loads more, f follows, g searches again, / edits
;; the query, d, s and a narrow, t changes the order, r takes the suggestion,
;; i lists similar articles, w copies the citation.  The mode line tells when
;; articles have come since.
;;
;; Articles of plain text, Markdown and HTML open in their file; those of JSON
;; Lines and of compressed files in a read-only buffer, where n and p go to the
;; next match and the one before.  See M-x customize-group RET tracuu RET.

;;; Code:

(require 'subr-x)
(require 'tracuu-article)
(require 'tracuu-cite)
(require 'tracuu-client)
(require 'tracuu-history)
(require 'tracuu-hits)
(require 'tracuu-mode)
(require 'tracuu-search)
(require 'tracuu-text)
(require 'tracuu-timeline)

;;;###autoload
(defun tracuu-search (&optional query order id)
  "Search as you type, beginning with QUERY in ORDER, with article ID selected."
  (interactive)
  (pcase-let ((`(,asked ,order ,chosen) (tracuu-search-read query (or order "relevance") id)))
    (cond
     ((stringp chosen)
      (cond ((string-blank-p chosen))
            ;; A query of the history goes into the prompt.
            ((string-blank-p asked) (tracuu-search chosen order))
            (t (tracuu-list chosen order))))
     ((symbolp (car chosen)) (apply (car chosen) (cdr chosen)))
     (t (tracuu-history-add asked)
        (tracuu-article-open chosen asked)))))

;;;###autoload
(defun tracuu-search-at-point ()
  "Search for the region, or for the word at point."
  (interactive)
  (tracuu-search (tracuu--text-at-point)))

(defun tracuu--text-at-point ()
  "The text of the region, or the word at point, on one line."
  (let ((text (if (use-region-p)
                  (buffer-substring-no-properties (region-beginning) (region-end))
                (or (thing-at-point 'word t) ""))))
    (string-trim (replace-regexp-in-string "[ \t\n\r]+" " " text))))

;;;###autoload
(defun tracuu-resume ()
  "Come back to the last search.
In a list of hits, or with a prefix argument, its article is selected there."
  (interactive)
  (pcase (or tracuu-hits-last (list (car (tracuu-history-queries)) "relevance" nil))
    ((and `(,query ,order ,id) (guard (or current-prefix-arg (derived-mode-p 'tracuu-results-mode))))
     (tracuu-results-show (tracuu-hits-make :query query :order order)
                          (lambda () (tracuu-results-select id))))
    (last (apply #'tracuu-search last))))

;;;###autoload
(defun tracuu-list (query &optional order)
  "List the articles of QUERY in ORDER in a buffer."
  (interactive (list (read-string "Query: " nil 'tracuu-search-history)))
  (tracuu-results-show (tracuu-hits-make :query query :order (or order "relevance"))))

(defun tracuu--article-at-hand ()
  "The id of the article at point, of the buffer, or the one opened last."
  (or (and (derived-mode-p 'tracuu-results-mode) (alist-get 'id (tracuu-results-hit)))
      tracuu-article-id
      (and buffer-file-name (tracuu--article-of-file buffer-file-name))
      tracuu-article-last
      (user-error "No article is at hand; open one of a search first")))

(defun tracuu--article-of-file (file)
  "The id of the article in FILE, or nil."
  (let* ((query (tracuu-narrow-query "" "path" (expand-file-name file)))
         (result (tracuu-client-wait "search" (list :query query :limit 1 :snippets :false)))
         (hit (car (alist-get 'hits result))))
    (and hit (equal (alist-get 'path hit) (expand-file-name file)) (alist-get 'id hit))))

;;;###autoload
(defun tracuu-similar (&optional id)
  "List articles like article ID, or like the one at hand."
  (interactive)
  (let* ((id (or id (tracuu--article-at-hand)))
         (title (alist-get 'title (tracuu-client-wait "article" (list :id id)))))
    (tracuu-results-show (tracuu-hits-make :similar id :title title))))

;;;###autoload
(defun tracuu-cite (&optional id)
  "Insert the citation of article ID, or of the one at hand."
  (interactive "*")
  (insert (tracuu-cite-text (or id (tracuu--article-at-hand)))))

;;;###autoload
(defun tracuu-show (id)
  "Show article ID."
  (interactive "sArticle: ")
  (pop-to-buffer-same-window (tracuu-article-buffer id ""))
  (setq tracuu-article-last id))

;;;###autoload
(defun tracuu-timeline (query)
  "Show how many articles of QUERY there are over time."
  (interactive (list (read-string "Timeline of: " (car tracuu-hits-last) 'tracuu-search-history)))
  (tracuu-timeline-show query))

;;;###autoload
(defun tracuu-index (path)
  "Index PATH, a file or a folder, in the background."
  (interactive (list (read-file-name "Index: " nil buffer-file-name t)))
  (let ((path (expand-file-name path)))
    (tracuu-client-on-progress
     path (lambda (value)
            (message "tracuu: %s, %s" (alist-get 'stage value)
                            (tracuu-text-articles (alist-get 'articles value)))))
    (tracuu-client-request
     "index" (list :paths (vector path) :progressToken path)
     (lambda (result)
       (tracuu-client-on-progress path nil)
       (message "%s" (tracuu--indexed-text result)))
     (lambda (problem)
       (tracuu-client-on-progress path nil)
       (tracuu-client-show-error problem)))))

(defun tracuu--indexed-text (result)
  "RESULT of indexing in one line."
  (let* ((failed (alist-get 'failed result))
         (dates (alist-get 'unreadDates result))
         (date (car (alist-get 'first dates)))
         (text (format "tracuu: %d added, %d updated, %d unchanged, %d removed"
                       (alist-get 'added result) (alist-get 'updated result)
                       (alist-get 'unchanged result) (alist-get 'removed result))))
    (when dates
      (setq text (format "%s, %d with a date that could not be read (%s%s \"%s\")" text
                         (alist-get 'count dates) (alist-get 'path date)
                         (if-let ((line (alist-get 'line date))) (format ":%d" (1+ line)) "")
                         (tracuu-text-line (alist-get 'value date)))))
    (if failed
        (format "%s, %d failed; the first: %s: %s" text (length failed)
                (alist-get 'path (car failed)) (alist-get 'reason (car failed)))
      text)))

;;;###autoload
(defun tracuu-status ()
  "Tell the size and the place of the index."
  (interactive)
  (let ((status (tracuu-client-wait "status" nil)))
    (message "tracuu: %s, revision %d, in %s" (tracuu-text-articles (alist-get 'articles status))
             (alist-get 'revision status) (alist-get 'indexPath status))))

(provide 'tracuu)
;;; tracuu.el ends here
