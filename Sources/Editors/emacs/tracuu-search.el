;;; tracuu-search.el --- Search as you type in the minibuffer  -*- lexical-binding: t -*-

;;; Commentary:

;; A programmed `completing-read' whose candidates are the daemon's hits, in
;; its order, in any completion interface.  Nothing waits for the daemon: the
;; candidates of the text before stay until the new ones are there.

;;; Code:

(require 'seq)
(require 'subr-x)
(require 'tracuu-candidates)
(require 'tracuu-history)
(require 'tracuu-hits)
(require 'tracuu-keys)
(require 'tracuu-preview)
(require 'tracuu-prompt)

(defcustom tracuu-debounce 0
  "Seconds to wait after a key before searching."
  :type 'number
  :group 'tracuu)

(defconst tracuu-search--preview-delay 0.08 "Seconds at rest before a preview.")
(defconst tracuu-search--suggestion-delay 0.25 "Seconds at rest before a suggestion.")
(defconst tracuu-search--near-end 5 "How many candidates before the last one the next page is loaded.")

(defvar tracuu-search--pause nil "The timer that waits before a search, or nil.")
(defvar tracuu-search--timers nil "Timers of the prompt.")
(defvar tracuu-search--wanted nil "The id of the article to select when it is found, or nil.")
(defvar icomplete-show-matches-on-no-input)
(defvar tracuu-search-history nil "The queries of the prompt.")

;;; Candidates

(defun tracuu-search--table (string _predicate action)
  "The completion table: do ACTION with STRING."
  ;; Nothing here takes long enough for a key to interrupt it, whose bytes Emacs 28 can lose in a terminal.
  (let ((throw-on-input nil))
    (cond
     ((eq action 'metadata) tracuu-candidates-metadata)
     ((eq (car-safe action) 'boundaries) nil)
     ;; Interfaces ask for other beginnings too; what is searched for is what stands in the prompt.
     ((eq action t) (tracuu-search--find (if (minibufferp) (minibuffer-contents-no-properties) string)))
     ((eq action 'lambda) (and (tracuu-search--hit string) t))
     ((null action) string))))

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
  (if (string-blank-p string) tracuu-search-history tracuu-search--candidates))

(defun tracuu-search--ask (hits string)
  "Search for STRING, with HITS for the answer."
  (tracuu-hits-stop hits)
  (setf (tracuu-hits-query hits) string)
  (tracuu-hits-search
   hits
   (lambda ()
     (when (eq hits tracuu-search--hits)
       (setq tracuu-search--answered string)
       (tracuu-prompt-take)
       (tracuu-prompt-refresh tracuu-search--wanted)
       (setq tracuu-search--wanted nil)
       (tracuu-prompt-call #'tracuu-search--start-timers)))
   (lambda (problem)
     (when (eq hits tracuu-search--hits)
       (setq tracuu-search--answered string)
       (tracuu-prompt-show-problem problem)))))

;;; Keys

(defun tracuu-search--changed ()
  "Act on a key: the text may be another one, or the candidate."
  (let ((query (minibuffer-contents-no-properties)))
    (cond
     ((equal query (car tracuu-search--prompt)) (tracuu-search--load-near-end))
     (t
      (setq tracuu-search--prompt (list query)
            tracuu-search--suggestion nil)
      ;; Another interface asks for the candidates itself.
      (when (eq (tracuu-prompt-interface) 'help)
        (tracuu-search--find query))))
    (tracuu-search--start-timers)))

(defun tracuu-search--load-near-end ()
  "Load the next page where the selection nears the end."
  (unless (eq (tracuu-prompt-interface) 'help)
    (let* ((selected (tracuu-prompt-selected))
           (id (and selected (alist-get 'id (tracuu-search--hit selected))))
           (ending (last tracuu-search--candidates tracuu-search--near-end)))
      (when (and id (> (length tracuu-search--candidates) tracuu-search--near-end)
                 (member selected ending))
        (tracuu-search--load-next id)))))

(defun tracuu-search--start-timers ()
  "Start the timers of preview and suggestion again."
  (mapc #'cancel-timer tracuu-search--timers)
  (let ((query (minibuffer-contents-no-properties)))
    (setq tracuu-search--timers
          (append
           (and tracuu-preview
                (list (run-with-timer tracuu-search--preview-delay nil #'tracuu-prompt-preview)))
           (unless (or tracuu-search--suggestion (string-blank-p query))
             (list (run-with-timer tracuu-search--suggestion-delay nil #'tracuu-prompt-suggest query)))))))

;;; The prompt

(defun tracuu-search--setup ()
  "Prepare the minibuffer."
  (setq tracuu-search--prompt (list nil))
  ;; Fido has no defaults of categories, only what overrides them.
  (setq-local completion-category-overrides
              (append completion-category-overrides tracuu-candidates-overrides))
  (use-local-map (make-composed-keymap tracuu-search-map (current-local-map)))
  (add-hook 'post-command-hook #'tracuu-search--changed nil t))

(defun tracuu-search-read (initial order &optional id)
  "Ask for a query that begins as INITIAL, in ORDER; article ID is selected.
Return a list of the query that was searched for, its order, and what was
chosen: a hit, a query as text, or what is to be called as a list whose first
element is a symbol."
  (let* ((tracuu-search--hits (tracuu-hits-make :order order :typing t :snippets (tracuu-candidates-wide-p)))
         (tracuu-search--window (selected-window))
         (tracuu-search--origin (window-buffer))
         (tracuu-search--wanted id)
         (shown (current-window-configuration))
         ;; Answers are much to throw away; to collect that between two keys would be felt.
         (gc-cons-threshold (max gc-cons-threshold (* 64 1024 1024)))
         tracuu-search--asked tracuu-search--answered tracuu-search--pause tracuu-search--candidates
         tracuu-search--suggestion tracuu-search--timers tracuu-search--known tracuu-search--new
         tracuu-search--note tracuu-search--problem chosen)
    (tracuu-client-request "status" nil
                           (lambda (status) (setq tracuu-search--known (alist-get 'articles status)))
                           #'ignore)
    (add-hook 'tracuu-client-changed-hook #'tracuu-prompt-index-changed)
    (setq tracuu-search-history (tracuu-history-queries))
    (unwind-protect
        (setq chosen
              (catch 'tracuu-search
                (minibuffer-with-setup-hook #'tracuu-search--setup
                  (let* ((icomplete-show-matches-on-no-input t)
                         (text (completing-read "Tracuu: " #'tracuu-search--table nil nil initial
                                                'tracuu-search-history)))
                    (or (tracuu-search--hit text) text)))))
      (mapc #'cancel-timer (delq nil (cons tracuu-search--pause tracuu-search--timers)))
      (remove-hook 'tracuu-client-changed-hook #'tracuu-prompt-index-changed)
      (tracuu-hits-stop tracuu-search--hits)
      (tracuu-preview-stop)
      (tracuu-search--note-last chosen)
      (set-window-configuration shown))
    (list (tracuu-hits-query tracuu-search--hits) (tracuu-hits-order tracuu-search--hits) chosen)))

(defun tracuu-search--note-last (chosen)
  "Note the search for `tracuu-resume', with the hit that was CHOSEN, if any."
  (let ((query (tracuu-hits-query tracuu-search--hits)))
    (unless (string-blank-p query)
      (setq tracuu-hits-last (list query (tracuu-hits-order tracuu-search--hits)
                                   (and (consp chosen) (alist-get 'id chosen)))))))

(provide 'tracuu-search)
;;; tracuu-search.el ends here
