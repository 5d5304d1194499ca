;;; tracuu-mode.el --- Results in a buffer  -*- lexical-binding: t -*-

;;; Commentary:

;; A list of hits with `next-error', follow mode, paging, narrowing and order.

;;; Code:

(require 'subr-x)
(require 'tracuu-article)
(require 'tracuu-cite)
(require 'tracuu-history)
(require 'tracuu-hits)
(require 'tracuu-narrow)
(require 'tracuu-preview)
(require 'tracuu-text)

(defvar-local tracuu-results--hits nil "The search that the buffer shows.")
(defvar-local tracuu-results--problem nil "What is wrong with the query, or nil.")
(defvar-local tracuu-results--known nil "How many articles the index held when the list was made.")
(defvar-local tracuu-results--new nil "How many articles have come since, or nil.")

(declare-function tracuu-similar "tracuu")

(defvar tracuu-results-mode-map
  (let ((map (make-sparse-keymap)))
    (set-keymap-parent map special-mode-map)
    (define-key map (kbd "RET") #'tracuu-results-open)
    (define-key map "o" #'tracuu-results-open-other-window)
    (define-key map (kbd "SPC") #'tracuu-results-preview)
    (define-key map "n" #'tracuu-results-next)
    (define-key map "p" #'tracuu-results-previous)
    (define-key map "+" #'tracuu-results-next-page)
    (define-key map "f" #'next-error-follow-minor-mode)
    (define-key map "/" #'tracuu-results-edit-query)
    (define-key map "d" #'tracuu-results-narrow-date)
    (define-key map "s" #'tracuu-results-narrow-source)
    (define-key map "a" #'tracuu-results-narrow-author)
    (define-key map "t" #'tracuu-results-sort)
    (define-key map "r" #'tracuu-results-accept-suggestion)
    (define-key map "i" #'tracuu-similar)
    (define-key map "w" #'tracuu-results-copy-citation)
    map)
  "Keys of the list of hits.")

(define-derived-mode tracuu-results-mode special-mode "Tracuu"
  "Mode of a buffer that lists hits.
\\{tracuu-results-mode-map}"
  (setq truncate-lines t)
  (setq-local next-error-function #'tracuu-results-next-error)
  (setq-local revert-buffer-function #'tracuu-results--revert)
  (setq mode-line-process '(:eval (tracuu-results--mark)))
  (add-hook 'tracuu-client-changed-hook #'tracuu-results--changed))

(defun tracuu-results--mark ()
  "Text of the mode line about new articles."
  (if tracuu-results--new (concat " " (tracuu-text-new tracuu-results--new)) ""))

(defun tracuu-results--changed (articles)
  "Tell all lists that there are ARTICLES articles now."
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer
      (when (and (derived-mode-p 'tracuu-results-mode) tracuu-results--known)
        (setq tracuu-results--new (max 0 (- articles tracuu-results--known)))
        (force-mode-line-update)))))

;;; Filling

(defun tracuu-results-show (hits &optional then)
  "Show HITS, a `tracuu-hits' to be searched; then call THEN in the buffer."
  (let ((buffer (get-buffer-create (if (tracuu-hits-similar hits) "*tracuu-similar*" "*tracuu*"))))
    (pop-to-buffer buffer)
    (unless (derived-mode-p 'tracuu-results-mode) (tracuu-results-mode))
    (when tracuu-results--hits (tracuu-hits-stop tracuu-results--hits))
    (setq tracuu-results--hits hits)
    (unless (tracuu-hits-similar hits)
      (tracuu-history-add (tracuu-hits-query hits))
      (setq tracuu-hits-last (list (tracuu-hits-query hits) (tracuu-hits-order hits) nil)))
    (tracuu-results--search buffer then)))

(defun tracuu-results--search (buffer &optional then)
  "Search for the hits of BUFFER; then call THEN there."
  (with-current-buffer buffer
    (tracuu-client-request "status" nil (lambda (status) (tracuu-results--count buffer status)) #'ignore)
    (tracuu-hits-search
     tracuu-results--hits
     (lambda () (tracuu-results--fill buffer nil then))
     (lambda (problem) (tracuu-results--fill buffer problem nil)))))

(defun tracuu-results--count (buffer status)
  "Note the number of articles in STATUS, for the list in BUFFER."
  (when (buffer-live-p buffer)
    (with-current-buffer buffer
      (setq tracuu-results--known (alist-get 'articles status) tracuu-results--new nil)
      (force-mode-line-update))))

(defun tracuu-results--fill (buffer problem then)
  "Write the hits into BUFFER, with what is wrong in PROBLEM; then call THEN."
  (when (buffer-live-p buffer)
    (with-current-buffer buffer
      (setq tracuu-results--problem problem)
      (let ((inhibit-read-only t)
            (id (alist-get 'id (tracuu-results-hit))))
        (erase-buffer)
        (insert (tracuu-results--head))
        (dolist (hit (tracuu-hits-list tracuu-results--hits))
          (insert (propertize (tracuu-results--entry hit) 'tracuu-hit hit) "\n"))
        (when (and (tracuu-hits-list tracuu-results--hits) (not (tracuu-hits-whole tracuu-results--hits)))
          (insert (propertize "+ for more\n" 'face 'shadow)))
        (tracuu-results-select id))
      ;; A window that is not selected has a point of its own, which the new text has moved.
      (dolist (window (get-buffer-window-list buffer nil t))
        (set-window-point window (point)))
      (setq next-error-last-buffer buffer)
      (when problem (message "%s" (tracuu-client-error-text problem)))
      (when then (funcall then)))))

(defun tracuu-results--head ()
  "The lines above the hits: query, count, error and suggestion."
  (let* ((hits tracuu-results--hits)
         (query (if (tracuu-hits-similar hits)
                    (format "Articles like “%s”" (tracuu-text-line (tracuu-hits-title hits)))
                  (tracuu-hits-query hits)))
         (data (and (eql (alist-get 'code tracuu-results--problem) tracuu-client-bad-query)
                    (alist-get 'data tracuu-results--problem)))
         (order (tracuu-hits-order hits)))
    (when data
      (setq query (copy-sequence query))
      (put-text-property (alist-get 'column data)
                         (min (length query) (+ (alist-get 'column data) (max 1 (alist-get 'length data))))
                         'face 'error query))
    (concat query "\n"
            (cond (tracuu-results--problem
                   (propertize (tracuu-client-error-text tracuu-results--problem) 'face 'error))
                  ((tracuu-hits-similar hits) (tracuu-text-articles (length (tracuu-hits-list hits))))
                  (t (tracuu-text-count (tracuu-hits-total hits))))
            (if (equal order "relevance") "" (format ", %s first" order))
            (if (tracuu-hits-suggestion hits)
                (format ", r for: %s" (propertize (tracuu-hits-suggestion hits) 'face 'bold))
              "")
            "\n\n")))

(defun tracuu-results--entry (hit)
  "The lines of HIT."
  (let ((snippet (tracuu-text-snippet hit))
        (missing (alist-get 'missing hit)))
    (concat (tracuu-text-date hit) "  " (tracuu-text-title hit) "  " (tracuu-text-source hit)
            (and missing (propertize (concat "  without " (string-join missing ", ")) 'face 'shadow))
            (and snippet (concat "\n            " snippet)))))

;;; Moving

(defun tracuu-results-hit (&optional place)
  "The hit at PLACE, or at point."
  (get-text-property (or place (point)) 'tracuu-hit))

(defun tracuu-results-select (id)
  "Go to the hit of article ID, or to the first one."
  (goto-char (point-min))
  (let ((place (point-min)) first found)
    (while (and place (not found))
      (let ((hit (tracuu-results-hit place)))
        (when hit
          (unless first (setq first place))
          (when (equal id (alist-get 'id hit)) (setq found place))))
      (setq place (next-single-property-change place 'tracuu-hit)))
    (goto-char (or found first (point-min)))))

(defun tracuu-results-next (&optional count)
  "Go to the COUNTth next hit; near the end the next page is loaded."
  (interactive "p")
  (tracuu-results--move (or count 1))
  (when (tracuu-results--last-p) (tracuu-results-next-page)))

(defun tracuu-results-previous (&optional count)
  "Go to the COUNTth hit before."
  (interactive "p")
  (tracuu-results--move (- (or count 1))))

(defun tracuu-results--move (count)
  "Move COUNT hits on; signal an error where there are no more."
  (let* ((hits (tracuu-hits-list tracuu-results--hits))
         (index (or (seq-position hits (tracuu-results-hit) #'eq) -1))
         (next (+ index count)))
    (unless (< -1 next (length hits))
      (user-error (if (> count 0) "No further article" "No article before")))
    (tracuu-results-select (alist-get 'id (nth next hits)))))

(defun tracuu-results--last-p ()
  "Whether point is at the last hit."
  (eq (tracuu-results-hit) (car (last (tracuu-hits-list tracuu-results--hits)))))

(defun tracuu-results-next-page ()
  "Load the next page."
  (interactive)
  (let ((buffer (current-buffer)))
    (unless (tracuu-hits-next tracuu-results--hits (lambda () (tracuu-results--fill buffer nil nil)))
      (when (called-interactively-p 'interactive) (user-error "No further article")))))

(defun tracuu-results-next-error (&optional count reset)
  "Go COUNT hits on and open that; from the first one where RESET is non-nil."
  ;; At the beginning of the buffer there is no hit, and the first one is next.
  (when reset (goto-char (point-min)))
  (tracuu-results--move (or count 1))
  (let* ((hit (tracuu-results-hit))
         (window (get-buffer-window (current-buffer)))
         ;; The list keeps its window; the articles take turns in another one.
         (from-list (eq window (selected-window))))
    (when window (set-window-point window (point)))
    (when (tracuu-results--last-p) (tracuu-results-next-page))
    (tracuu-article-open hit (tracuu-hits-query tracuu-results--hits) from-list)))

;;; Acting

(defun tracuu-results--hit-or-error ()
  "The hit at point, which becomes the selected one."
  (let ((hit (or (tracuu-results-hit) (user-error "No article here"))))
    (unless (tracuu-hits-similar tracuu-results--hits)
      (setq tracuu-hits-last (list (tracuu-hits-query tracuu-results--hits)
                                      (tracuu-hits-order tracuu-results--hits) (alist-get 'id hit))))
    hit))

(defun tracuu-results-open ()
  "Open the article at its match."
  (interactive)
  (tracuu-article-open (tracuu-results--hit-or-error) (tracuu-hits-query tracuu-results--hits)))

(defun tracuu-results-open-other-window ()
  "Open the article in another window."
  (interactive)
  (tracuu-article-open (tracuu-results--hit-or-error) (tracuu-hits-query tracuu-results--hits) t))

(defun tracuu-results-preview ()
  "Show the article in another window, and stay here."
  (interactive)
  (tracuu-preview-show (alist-get 'id (tracuu-results--hit-or-error)) (tracuu-hits-query tracuu-results--hits) nil))

(defun tracuu-results-copy-citation ()
  "Put the citation of the article into the kill ring."
  (interactive)
  (kill-new (tracuu-cite-text (alist-get 'id (tracuu-results--hit-or-error))))
  (message "The citation is in the kill ring"))

(defun tracuu-results--revert (&rest _)
  "Search again."
  (tracuu-results--search (current-buffer)))

(defun tracuu-results-replace (query)
  "Search for QUERY instead."
  (tracuu-results-show (tracuu-hits-make :query query :order (tracuu-hits-order tracuu-results--hits))))

(defun tracuu-results-edit-query ()
  "Edit the query."
  (interactive)
  (tracuu-results-replace (read-string "Query: " (tracuu-hits-query tracuu-results--hits))))

(defun tracuu-results-narrow (field)
  "Narrow the query by a value of FIELD, which is asked for."
  (tracuu-results-replace (tracuu-narrow-read (tracuu-hits-query tracuu-results--hits) field)))

(defun tracuu-results-narrow-date ()
  "Narrow the query by date."
  (interactive)
  (tracuu-results-narrow "date"))

(defun tracuu-results-narrow-source ()
  "Narrow the query by source."
  (interactive)
  (tracuu-results-narrow "source"))

(defun tracuu-results-narrow-author ()
  "Narrow the query by author."
  (interactive)
  (tracuu-results-narrow "author"))

(defun tracuu-results-sort (&optional order)
  "Change the order to ORDER: relevance, newest or oldest."
  (interactive)
  (setf (tracuu-hits-order tracuu-results--hits)
        (or order (tracuu-hits-next-order (tracuu-hits-order tracuu-results--hits))))
  (tracuu-results-show tracuu-results--hits))

(defun tracuu-results-accept-suggestion ()
  "Search for what is suggested instead."
  (interactive)
  (tracuu-results-replace (or (tracuu-hits-suggestion tracuu-results--hits)
                              (user-error "Nothing is suggested"))))

(provide 'tracuu-mode)
;;; tracuu-mode.el ends here
