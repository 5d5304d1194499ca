;;; tracuu-keys.el --- Keys of the prompt of a search  -*- lexical-binding: t -*-

;;; Commentary:

;; Commands that change the query in the prompt, or leave the prompt with
;; something other than the selected article.

;;; Code:

(require 'subr-x)
(require 'tracuu-cite)
(require 'tracuu-narrow)
(require 'tracuu-prompt)

(defcustom tracuu-preview t
  "Whether the selected article is shown in another window while searching."
  :type 'boolean
  :group 'tracuu)

(defvar tracuu-search-map
  (let ((map (make-sparse-keymap)))
    ;; Completion has these complete a word and list candidates; a query holds them.
    (define-key map " " #'self-insert-command)
    (define-key map "?" #'self-insert-command)
    (define-key map (kbd "C-c C-a") #'tracuu-search-narrow-author)
    (define-key map (kbd "C-c C-d") #'tracuu-search-narrow-date)
    (define-key map (kbd "C-c C-i") #'tracuu-search-complete)
    (define-key map (kbd "C-c C-l") #'tracuu-search-list)
    (define-key map (kbd "C-c C-m") #'tracuu-search-similar)
    (define-key map (kbd "C-c C-n") #'tracuu-search-next-page)
    (define-key map (kbd "C-c C-o") #'tracuu-search-sort)
    (define-key map (kbd "C-c C-p") #'tracuu-search-toggle-preview)
    (define-key map (kbd "C-c C-r") #'tracuu-search-accept-suggestion)
    (define-key map (kbd "C-c C-s") #'tracuu-search-narrow-source)
    (define-key map (kbd "C-c C-t") #'tracuu-search-timeline)
    (define-key map (kbd "C-c C-w") #'tracuu-search-cite)
    map)
  "Keys of the prompt, beside those of the completion interface.")

;;; The query

(defun tracuu-search--replace (query)
  "Put QUERY into the prompt."
  (delete-minibuffer-contents)
  (insert query))

(defun tracuu-search--narrow (field)
  "Narrow the query by FIELD."
  (let ((enable-recursive-minibuffers t)
        (query (minibuffer-contents-no-properties)))
    (tracuu-search--replace (tracuu-narrow-read query field))))

(defun tracuu-search-narrow-date ()
  "Narrow the query by date."
  (interactive)
  (tracuu-search--narrow "date"))

(defun tracuu-search-narrow-source ()
  "Narrow the query by source."
  (interactive)
  (tracuu-search--narrow "source"))

(defun tracuu-search-narrow-author ()
  "Narrow the query by author."
  (interactive)
  (tracuu-search--narrow "author"))

(defun tracuu-search-accept-suggestion ()
  "Take the suggestion."
  (interactive)
  (let ((suggestion (or tracuu-search--suggestion (tracuu-hits-suggestion tracuu-search--hits))))
    (if suggestion
        (tracuu-search--replace suggestion)
      (minibuffer-message "Nothing is suggested"))))

(defun tracuu-search-complete ()
  "Choose among all queries that are suggested for the text in the prompt."
  (interactive)
  (let* ((query (minibuffer-contents-no-properties))
         (result (tracuu-client-wait "suggest" (list :query query :limit 10)))
         (choices (mapcar (lambda (one) (alist-get 'query one)) (alist-get 'suggestions result)))
         (enable-recursive-minibuffers t))
    (if choices
        (tracuu-search--replace (tracuu-narrow-choose "Query: " (tracuu-narrow-table choices nil)))
      (minibuffer-message "Nothing is suggested"))))

(defun tracuu-search-sort ()
  "Change the order: relevance, newest, oldest."
  (interactive)
  (setf (tracuu-hits-order tracuu-search--hits)
        (tracuu-hits-next-order (tracuu-hits-order tracuu-search--hits)))
  (setq tracuu-search--asked nil)
  (tracuu-prompt-refresh))

;;; The candidates

(defun tracuu-search-next-page ()
  "Load more candidates, and select the first of them."
  (interactive)
  (let ((last (car (last (tracuu-hits-list tracuu-search--hits)))))
    (unless (tracuu-search--load-next (alist-get 'id last))
      (minibuffer-message "No further article"))))

(defun tracuu-search--load-next (id)
  "Load more candidates; then article ID is selected.
Return nil where there are no more, or some are on their way."
  (let ((hits tracuu-search--hits))
    (tracuu-hits-next
     hits
     (lambda ()
       (when (eq hits tracuu-search--hits)
         (tracuu-prompt-take)
         (tracuu-prompt-refresh id)))
     #'tracuu-prompt-show-problem)))

(defun tracuu-search-toggle-preview ()
  "Show the selected article, or show it no longer."
  (interactive)
  (setq tracuu-preview (not tracuu-preview))
  (if tracuu-preview (tracuu-prompt-preview) (tracuu-prompt-end-preview)))

;;; Leaving

(defun tracuu-search--selected-id ()
  "The id of the article that is selected."
  (or (alist-get 'id (tracuu-prompt-selected-hit)) (user-error "No article is selected")))

(defun tracuu-search--leave (action)
  "Leave the prompt and have ACTION, a function and its arguments, called."
  (throw 'tracuu-search action))

(defun tracuu-search-list ()
  "List the articles in a buffer instead."
  (interactive)
  (tracuu-search--leave
   (list 'tracuu-list (minibuffer-contents-no-properties) (tracuu-hits-order tracuu-search--hits))))

(defun tracuu-search-timeline ()
  "Show how many articles there are over time instead."
  (interactive)
  (tracuu-search--leave (list 'tracuu-timeline (minibuffer-contents-no-properties))))

(defun tracuu-search-similar ()
  "List articles like the selected one instead."
  (interactive)
  (tracuu-search--leave (list 'tracuu-similar (tracuu-search--selected-id))))

(defun tracuu-search-cite ()
  "Insert the citation of the selected article where the search was started."
  (interactive)
  (tracuu-search--leave (list 'tracuu-cite (tracuu-search--selected-id))))

(provide 'tracuu-keys)
;;; tracuu-keys.el ends here
