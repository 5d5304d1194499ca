;;; tracuu-search.el --- Search as you type in the minibuffer  -*- lexical-binding: t -*-

;;; Commentary:

;; A programmed `completing-read' whose candidates are the daemon's hits, in
;; its order, in any completion interface.  Nothing waits for the daemon: the
;; candidates of the text before stay until the new ones are there.

;;; Code:

(require 'cl-lib)
(require 'subr-x)
(require 'tracuu-article)
(require 'tracuu-history)
(require 'tracuu-hits)
(require 'tracuu-mode)
(require 'tracuu-narrow)
(require 'tracuu-preview)
(require 'tracuu-text)

(defcustom tracuu-preview t
  "Whether the selected article is shown in another window while searching."
  :type 'boolean
  :group 'tracuu)

(defcustom tracuu-debounce 0
  "Seconds to wait after a key before searching."
  :type 'number
  :group 'tracuu)

(defconst tracuu-search--preview-delay 0.08 "Seconds at rest before a preview.")
(defconst tracuu-search--suggestion-delay 0.25 "Seconds at rest before a suggestion.")

(defvar tracuu-search--hits nil "The search of the prompt.")
(defvar tracuu-search--asked nil "The text that was searched for last.")
(defvar tracuu-search--answered nil "The text that was answered last.")
(defvar tracuu-search--pause nil "The timer that waits before a search, or nil.")
(defvar tracuu-search--candidates nil "The candidates, as strings.")
(defvar tracuu-search--by-candidate nil "The hits by their candidates.")
(defvar tracuu-search--suggestion nil "The suggestion that is shown, or nil.")
(defvar tracuu-search--problem nil "An overlay on what is wrong with the query, or nil.")
(defvar tracuu-search--note nil "An overlay behind the query with count and suggestion, or nil.")
(defvar tracuu-search--timers nil "Timers of the prompt.")
(defvar tracuu-search--known nil "How many articles the index held when the prompt opened.")
(defvar tracuu-search--new nil "How many articles have come since, or nil.")
(defvar tracuu-search--window nil "The window that the search was started from.")
(defvar tracuu-search--origin nil "The buffer that this window showed.")
(defvar tracuu-search-history nil "The queries of the prompt.")

(defvar tracuu-search-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "C-c C-d") #'tracuu-search-narrow-date)
    (define-key map (kbd "C-c C-s") #'tracuu-search-narrow-source)
    (define-key map (kbd "C-c C-a") #'tracuu-search-narrow-author)
    (define-key map (kbd "C-c C-o") #'tracuu-search-sort)
    (define-key map (kbd "C-c C-r") #'tracuu-search-accept-suggestion)
    (define-key map (kbd "C-c C-n") #'tracuu-search-next-page)
    (define-key map (kbd "C-c C-l") #'tracuu-search-list)
    map)
  "Keys of the prompt, beside those of the completion interface.")

;; Candidates are taken as the daemon gives them: no style may filter them again.
(add-to-list 'completion-styles-alist
             '(tracuu-passthrough tracuu-search--try tracuu-search--all "Leave matching to the daemon."))
(add-to-list 'completion-category-defaults '(tracuu (styles tracuu-passthrough)))

(defun tracuu-search--try (string _table _predicate point)
  "Complete STRING with POINT to itself."
  (cons string point))

(defun tracuu-search--all (string table predicate _point)
  "All candidates that TABLE gives for STRING and PREDICATE."
  (let ((candidates (funcall table string predicate t)))
    (and candidates (nconc (copy-sequence candidates) 0))))

(defun tracuu-search--table (string _predicate action)
  "The completion table: do ACTION with STRING."
  (cond
   ((eq action 'metadata)
    '(metadata (category . tracuu) (display-sort-function . identity) (cycle-sort-function . identity)
               (affixation-function . tracuu-search--affixes)
               (annotation-function . tracuu-search--annotation)))
   ((eq (car-safe action) 'boundaries) nil)
   ;; Interfaces ask for other beginnings too; what is searched for is what stands in the prompt.
   ((eq action t) (tracuu-search--find (if (minibufferp) (minibuffer-contents-no-properties) string)))
   ((eq action 'lambda) (and tracuu-search--by-candidate (gethash string tracuu-search--by-candidate) t))
   ((null action) string)))

(defun tracuu-search--find (string)
  "The candidates, which are those for STRING once the daemon has answered.
Nothing waits: the interface is told when the answer is there."
  (unless (equal string tracuu-search--asked)
    (setq tracuu-search--asked (copy-sequence string))
    (when tracuu-search--pause (cancel-timer tracuu-search--pause))
    (if (> tracuu-debounce 0)
        (setq tracuu-search--pause
              (run-with-timer tracuu-debounce nil #'tracuu-search--ask tracuu-search--hits string))
      (tracuu-search--ask tracuu-search--hits string)))
  tracuu-search--candidates)

(defun tracuu-search--ask (hits string)
  "Search for STRING, with HITS for the answer."
  (tracuu-hits-stop hits)
  (setf (tracuu-hits-query hits) string)
  (tracuu-hits-search
   hits
   (lambda ()
     (when (eq hits tracuu-search--hits)
       (setq tracuu-search--answered string)
       (tracuu-search--take hits)
       (tracuu-search--refresh)))
   (lambda (problem)
     (when (eq hits tracuu-search--hits)
       (setq tracuu-search--answered string)
       (tracuu-search--fail problem)))))

(defun tracuu-search--take (hits)
  "Make the candidates of HITS."
  (let ((width (max 20 (- (frame-width) 46)))
        (by-candidate (make-hash-table :test #'equal)))
    (setq tracuu-search--candidates
          (mapcar (lambda (hit)
                    ;; The id, which is not seen, tells articles of the same title apart.
                    (let ((candidate (concat (tracuu-text-fit (tracuu-text-title hit) width)
                                             (propertize (concat " " (alist-get 'id hit)) 'invisible t))))
                      (puthash (substring-no-properties candidate) hit by-candidate)
                      candidate))
                  (tracuu-hits-list hits))
          tracuu-search--by-candidate by-candidate)
    (tracuu-search--mark-problem nil)
    (tracuu-search--show-note)))

(defun tracuu-search--affixes (candidates)
  "CANDIDATES with date and source."
  (mapcar (lambda (candidate)
            (let ((hit (tracuu-search--hit candidate)))
              (if hit
                  (list candidate (concat (tracuu-text-date hit) "  ") (concat "  " (tracuu-text-source hit)))
                (list candidate "" ""))))
          candidates))

(defun tracuu-search--annotation (candidate)
  "Date and source of CANDIDATE, where the interface knows no prefix."
  (let ((hit (tracuu-search--hit candidate)))
    (and hit (concat "  " (tracuu-text-date hit) "  " (tracuu-text-source hit)))))

(defun tracuu-search--hit (candidate)
  "The hit of CANDIDATE, or nil for other text."
  (and candidate tracuu-search--by-candidate
       (gethash (substring-no-properties candidate) tracuu-search--by-candidate)))

;;; What the prompt shows besides

(defun tracuu-search--in-prompt (function)
  "Call FUNCTION in the prompt's window, if it is open."
  (let ((window (active-minibuffer-window)))
    (when (and window (local-variable-p 'tracuu-search--prompt (window-buffer window)))
      (with-selected-window window (funcall function)))))

(defvar-local tracuu-search--prompt nil "Whether the minibuffer is the prompt of a search.")

(defun tracuu-search--fail (problem)
  "Show PROBLEM, and where it is in the query; keep the candidates."
  (tracuu-search--mark-problem problem)
  (tracuu-search--in-prompt
   (lambda () (tracuu-search--note (propertize (concat "  " (tracuu-client-error-text problem)) 'face 'error)))))

(defun tracuu-search--mark-problem (problem)
  "Underline the place of PROBLEM in the query, or nothing for nil."
  (when (overlayp tracuu-search--problem) (delete-overlay tracuu-search--problem))
  (let ((data (and (eql (alist-get 'code problem) tracuu-client-bad-query) (alist-get 'data problem))))
    (when data
      (tracuu-search--in-prompt
       (lambda ()
         (let* ((start (min (point-max) (+ (minibuffer-prompt-end) (alist-get 'column data))))
                (end (min (point-max) (+ start (alist-get 'length data)))))
           (setq tracuu-search--problem (make-overlay start end))
           (overlay-put tracuu-search--problem 'face '(error underline))))))))

(defun tracuu-search--note (text)
  "Show TEXT behind the query."
  (when (overlayp tracuu-search--note) (delete-overlay tracuu-search--note))
  (setq tracuu-search--note (make-overlay (point-max) (point-max) nil t t))
  ;; The cursor stays before the text.
  (put-text-property 0 1 'cursor t text)
  (overlay-put tracuu-search--note 'after-string text))

(defun tracuu-search--show-note ()
  "Show count, order and suggestion."
  (let* ((hits tracuu-search--hits)
         (suggestion (or tracuu-search--suggestion (tracuu-hits-suggestion hits)))
         (order (tracuu-hits-order hits)))
    (tracuu-search--in-prompt
     (lambda ()
       (tracuu-search--note
        (propertize
         (concat "  " (if (string-blank-p (tracuu-hits-query hits)) "" (tracuu-text-count (tracuu-hits-total hits)))
                 (if (equal order "relevance") "" (format ", %s first" order))
                 (cond ((null tracuu-search--new) "")
                       ((> tracuu-search--new 0) (format ", %d new" tracuu-search--new))
                       (t ", index changed"))
                 (if suggestion (format "  C-c C-r: %s" suggestion) ""))
         'face 'shadow))))))

(defun tracuu-search--changed ()
  "Act on a key: the text may be another one, or the candidate."
  (let ((query (minibuffer-contents-no-properties)))
    (unless (equal query (plist-get tracuu-search--prompt :query))
      (setq tracuu-search--prompt (list :query query) tracuu-search--suggestion nil)
      (unless (or (bound-and-true-p icomplete-mode) (bound-and-true-p vertico-mode) (bound-and-true-p ivy-mode))
        (tracuu-search--find query)))
    (tracuu-search--start-timers)))

(defun tracuu-search--start-timers ()
  "Start the timers of preview and suggestion again."
  (mapc #'cancel-timer tracuu-search--timers)
  (let ((query (minibuffer-contents-no-properties)))
    (setq tracuu-search--timers
          (append
           (and tracuu-preview
                (list (run-with-timer tracuu-search--preview-delay nil #'tracuu-search--preview)))
           (unless (or tracuu-search--suggestion (string-blank-p query))
             (list (run-with-timer tracuu-search--suggestion-delay nil #'tracuu-search--suggest query)))))))

(defun tracuu-search--selected ()
  "The candidate that the interface has selected, or nil."
  (cond ((and (bound-and-true-p vertico-mode) (fboundp 'vertico--candidate)) (vertico--candidate))
        ((bound-and-true-p icomplete-mode)
         (car-safe (completion-all-sorted-completions)))))

(declare-function vertico--candidate "ext:vertico")
(declare-function vertico--exhibit "ext:vertico")
(declare-function icomplete-exhibit "icomplete")
(defvar vertico--input)

(defun tracuu-search--index-changed (articles)
  "Show how many of ARTICLES, the number in the index, are new."
  (when tracuu-search--known
    (setq tracuu-search--new (max 0 (- articles tracuu-search--known)))
    (tracuu-search--show-note)))

(defun tracuu-search--preview ()
  "Show the selected article in the window that the search came from."
  (tracuu-search--in-prompt
   (lambda ()
     (let ((hit (tracuu-search--hit (tracuu-search--selected))))
       (cond ((not (window-live-p tracuu-search--window)))
             (hit (tracuu-preview-show (alist-get 'id hit) (tracuu-hits-query tracuu-search--hits)
                                       tracuu-search--window))
             ;; An article that is not in the list any more says nothing.
             ((buffer-live-p tracuu-search--origin)
              (tracuu-preview-stop)
              (set-window-buffer tracuu-search--window tracuu-search--origin)))))))

(defun tracuu-search--suggest (query)
  "Ask what may be meant by QUERY, and show it."
  (tracuu-client-request
   "suggest" (list :query query :limit 5)
   (lambda (result)
     (let ((better (seq-find (lambda (one) (not (equal (alist-get 'kind one) "completion")))
                             (alist-get 'suggestions result))))
       (when (and better (equal query (tracuu-hits-query tracuu-search--hits)))
         (setq tracuu-search--suggestion (alist-get 'query better))
         (tracuu-search--show-note))))
   #'ignore))

;;; Keys of the prompt

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

(defun tracuu-search-sort ()
  "Change the order: relevance, newest, oldest."
  (interactive)
  (let ((orders '("relevance" "newest" "oldest")))
    (setf (tracuu-hits-order tracuu-search--hits)
          (or (cadr (member (tracuu-hits-order tracuu-search--hits) orders)) (car orders)))
    (setq tracuu-search--asked nil)
    (tracuu-search--refresh)))

(defun tracuu-search-next-page ()
  "Load more candidates."
  (interactive)
  (let ((hits tracuu-search--hits))
    (unless (tracuu-hits-next hits (lambda ()
                                     (tracuu-search--take hits)
                                     (tracuu-search--refresh)))
      (minibuffer-message "No further article"))))

(defun tracuu-search--refresh ()
  "Have the completion interface take the candidates again."
  (tracuu-search--in-prompt
   (lambda ()
     (completion--flush-all-sorted-completions)
     (cond ((and (bound-and-true-p vertico-mode) (fboundp 'vertico--exhibit))
            ;; Vertico compares the text with the one it looked at last.
            (setq-local vertico--input t)
            (vertico--exhibit))
           ((bound-and-true-p icomplete-mode) (icomplete-exhibit))
           (t (tracuu-search--help)))
     (tracuu-search--start-timers))))

(defun tracuu-search--help ()
  "Show the candidates, for an interface without a list of its own."
  (if (null tracuu-search--candidates)
      (minibuffer-hide-completions)
    (let ((inhibit-message t)
          (completions-format 'one-column))
      (minibuffer-completion-help))))

(defun tracuu-search-accept-suggestion ()
  "Take the suggestion."
  (interactive)
  (let ((suggestion (or tracuu-search--suggestion (tracuu-hits-suggestion tracuu-search--hits))))
    (when suggestion (tracuu-search--replace suggestion))))

(defun tracuu-search-list ()
  "List the articles in a buffer instead."
  (interactive)
  (throw 'tracuu-search-list (minibuffer-contents-no-properties)))

;;; The prompt

(defun tracuu-search--setup ()
  "Prepare the minibuffer."
  (setq tracuu-search--prompt (list :query nil))
  (use-local-map (make-composed-keymap tracuu-search-map (current-local-map)))
  (add-hook 'post-command-hook #'tracuu-search--changed nil t))

(defun tracuu-search-read (initial order)
  "Ask for a query that begins as INITIAL, in ORDER.
Return a hit, or the query as text."
  (let* ((tracuu-search--hits (tracuu-hits-make :order order :typing t))
         (tracuu-search--window (selected-window))
         (tracuu-search--origin (window-buffer))
         (shown (current-window-configuration))
         tracuu-search--asked tracuu-search--answered tracuu-search--pause tracuu-search--candidates tracuu-search--by-candidate tracuu-search--suggestion
         tracuu-search--timers tracuu-search--known tracuu-search--new chosen)
    (tracuu-client-request "status" nil
                           (lambda (status) (setq tracuu-search--known (alist-get 'articles status)))
                           #'ignore)
    (add-hook 'tracuu-client-changed-hook #'tracuu-search--index-changed)
    (setq tracuu-search-history (tracuu-history-queries))
    (unwind-protect
        (setq chosen
              (catch 'tracuu-search-list
                (minibuffer-with-setup-hook #'tracuu-search--setup
                  (let ((text (completing-read "Tracuu: " #'tracuu-search--table nil nil initial
                                               'tracuu-search-history)))
                    (or (tracuu-search--hit text) text)))))
      (mapc #'cancel-timer (delq nil (cons tracuu-search--pause tracuu-search--timers)))
      (remove-hook 'tracuu-client-changed-hook #'tracuu-search--index-changed)
      (tracuu-hits-stop tracuu-search--hits)
      (tracuu-preview-stop)
      (let ((query (tracuu-hits-query tracuu-search--hits)))
        (unless (string-blank-p query)
          (setq tracuu-results-last (list query (tracuu-hits-order tracuu-search--hits)
                                          (and (consp chosen) (alist-get 'id chosen))))))
      (set-window-configuration shown))
    (cons chosen tracuu-search--hits)))

(provide 'tracuu-search)
;;; tracuu-search.el ends here
