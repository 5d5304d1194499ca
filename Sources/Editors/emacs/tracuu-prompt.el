;;; tracuu-prompt.el --- What the prompt of a search shows  -*- lexical-binding: t -*-

;;; Commentary:

;; The state of the prompt, and how it is shown in the completion interfaces:
;; candidates, count, new articles, suggestion, the place of an error.

;;; Code:

(require 'seq)
(require 'subr-x)
(require 'tracuu-candidates)
(require 'tracuu-client)
(require 'tracuu-hits)
(require 'tracuu-preview)
(require 'tracuu-text)

(defvar tracuu-search--hits nil "The search of the prompt.")
(defvar tracuu-search--asked nil "The text that was searched for last.")
(defvar tracuu-search--answered nil "The text that was answered last.")
(defvar tracuu-search--candidates nil "The candidates, as strings.")
(defvar tracuu-search--suggestion nil "The suggestion that is shown, or nil.")
(defvar tracuu-search--problem nil "An overlay on what is wrong with the query, or nil.")
(defvar tracuu-search--note nil "An overlay behind the query with count and suggestion, or nil.")
(defvar tracuu-search--known nil "How many articles the index held when the prompt opened.")
(defvar tracuu-search--new nil "How many articles have come since, or nil.")
(defvar tracuu-search--window nil "The window that the search was started from.")
(defvar tracuu-search--origin nil "The buffer that this window showed.")
(defvar-local tracuu-search--prompt nil "The query that the prompt's keys have seen, in a list.")

(declare-function icomplete-exhibit "icomplete")
(declare-function icomplete-forward-completions "icomplete")
(declare-function vertico--candidate "ext:vertico")
(declare-function vertico--exhibit "ext:vertico")
(declare-function vertico--goto "ext:vertico")
(declare-function vertico--update "ext:vertico")
(defvar icomplete--scrolled-completions)
(defvar icomplete--scrolled-past)
(defvar vertico--input)

(defun tracuu-prompt-call (function)
  "Call FUNCTION in the prompt's window, if it is open."
  (let ((window (active-minibuffer-window)))
    (when (and window (local-variable-p 'tracuu-search--prompt (window-buffer window)))
      (with-selected-window window (funcall function)))))

;;; Candidates

(defun tracuu-prompt-take ()
  "Make the candidates of the hits, and show what else is known of them."
  (setq tracuu-search--candidates (tracuu-candidates-of (tracuu-hits-list tracuu-search--hits)))
  (tracuu-prompt-mark-problem nil)
  (tracuu-prompt-show-note))

(defun tracuu-prompt-interface ()
  "The completion interface: `vertico', `icomplete', or `help' for the default one."
  (cond ((and (bound-and-true-p vertico-mode) (fboundp 'vertico--candidate)) 'vertico)
        ((bound-and-true-p icomplete-mode) 'icomplete)
        (t 'help)))

(defun tracuu-prompt-selected ()
  "The candidate that the interface has selected, or nil."
  (pcase (tracuu-prompt-interface)
    ('vertico (vertico--candidate))
    ('icomplete (car-safe (completion-all-sorted-completions)))
    (_ (car tracuu-search--candidates))))

(defun tracuu-search--hit (text)
  "The hit whose candidate is TEXT, or nil for other text."
  (tracuu-candidates-hit (seq-find (lambda (candidate) (equal candidate text)) tracuu-search--candidates)))

(defun tracuu-prompt-selected-hit ()
  "The hit that the interface has selected, or nil."
  (let ((selected (tracuu-prompt-selected)))
    (and selected (tracuu-search--hit selected))))

(defun tracuu-prompt-refresh (&optional id)
  "Have the completion interface take the candidates again, and select article ID."
  (tracuu-prompt-call
   (lambda ()
     (completion--flush-all-sorted-completions)
     (let ((place (or (seq-position tracuu-search--candidates id #'tracuu-prompt--of-article-p) 0)))
       (pcase (tracuu-prompt-interface)
         ('vertico
          ;; Vertico compares the text with the one it looked at last.
          (setq-local vertico--input t)
          ;; At once: a key that interrupts Lisp in a terminal can lose its bytes in Emacs 28.
          (vertico--update)
          (vertico--exhibit)
          (when (> place 0)
            (vertico--goto place)
            (vertico--exhibit)))
         ('icomplete
          (setq-local icomplete--scrolled-completions nil)
          (setq-local icomplete--scrolled-past nil)
          (dotimes (_ place) (icomplete-forward-completions))
          (icomplete-exhibit))
         (_ (tracuu-prompt--help)))))))

(defun tracuu-prompt--of-article-p (candidate id)
  "Whether CANDIDATE is the article ID."
  (and id (equal id (alist-get 'id (tracuu-candidates-hit candidate)))))

(defun tracuu-prompt--help ()
  "Show the candidates, for an interface without a list of its own."
  (if (null (all-completions "" minibuffer-completion-table))
      (minibuffer-hide-completions)
    (let ((inhibit-message t)
          (completion-show-help nil)
          (temp-buffer-resize-mode t)
          (temp-buffer-max-height (/ (frame-height) 2))
          (completions-format 'one-column))
      (minibuffer-completion-help))))

;;; Beside the candidates

(defun tracuu-prompt--put-note (text)
  "Show TEXT behind the query."
  (when (overlayp tracuu-search--note) (delete-overlay tracuu-search--note))
  (setq tracuu-search--note (make-overlay (point-max) (point-max) nil t t))
  ;; The cursor stays before the text.
  (put-text-property 0 1 'cursor t text)
  ;; Interfaces show their candidates at the same place, and those come below.
  (overlay-put tracuu-search--note 'priority 100)
  (overlay-put tracuu-search--note 'after-string text))

(defun tracuu-prompt-show-note ()
  "Show count, order, new articles and suggestion."
  (let* ((hits tracuu-search--hits)
         (total (and (not (string-blank-p (tracuu-hits-query hits))) (tracuu-hits-total hits)))
         (order (tracuu-hits-order hits))
         (suggestion (or tracuu-search--suggestion (tracuu-hits-suggestion hits)))
         (parts (list (and total (tracuu-text-count total))
                      (and (not (equal order "relevance")) (format "%s first" order))
                      (and tracuu-search--new (tracuu-text-new tracuu-search--new))
                      (and suggestion (format "C-c C-r: %s" suggestion)))))
    (tracuu-prompt-call
     (lambda ()
       (tracuu-prompt--put-note
        (propertize (concat "  " (string-join (delq nil parts) ", ")) 'face 'shadow))))))

(defun tracuu-prompt-show-problem (problem)
  "Show PROBLEM, and where it is in the query; keep the candidates."
  (tracuu-prompt-mark-problem problem)
  (tracuu-prompt-call
   (lambda ()
     (tracuu-prompt--put-note
      ;; The prompt says already who speaks, and on a narrow screen every column counts.
      (propertize (concat "  " (string-remove-prefix "tracuu: " (tracuu-client-error-text problem)))
                  'face 'error)))))

(defun tracuu-prompt-mark-problem (problem)
  "Underline the place of PROBLEM in the query, or nothing for nil."
  (when (overlayp tracuu-search--problem) (delete-overlay tracuu-search--problem))
  (let ((data (and (eql (alist-get 'code problem) tracuu-client-bad-query) (alist-get 'data problem))))
    (when data
      (tracuu-prompt-call
       (lambda ()
         (let* ((start (min (point-max) (+ (minibuffer-prompt-end) (alist-get 'column data))))
                (end (min (point-max) (+ start (alist-get 'length data)))))
           (setq tracuu-search--problem (make-overlay start end))
           (overlay-put tracuu-search--problem 'face '(error underline))))))))

(defun tracuu-prompt-index-changed (articles)
  "Show how many of ARTICLES, the number in the index, are new."
  (when tracuu-search--known
    (setq tracuu-search--new (max 0 (- articles tracuu-search--known)))
    (tracuu-prompt-show-note)))

(defun tracuu-prompt-preview ()
  "Show the selected article in the window that the search came from."
  (tracuu-prompt-call
   (lambda ()
     (let ((hit (tracuu-prompt-selected-hit))
           (window tracuu-search--window))
       (when (and (window-live-p window)
                  (not (window-dedicated-p window))
                  (not (equal (buffer-name (window-buffer window)) "*Completions*")))
         (if hit
             (tracuu-preview-show (alist-get 'id hit) (tracuu-hits-query tracuu-search--hits) window)
           (tracuu-prompt-end-preview)))))))

(defun tracuu-prompt-end-preview ()
  "Show again what the window of the search showed."
  (tracuu-preview-stop)
  (when (and (window-live-p tracuu-search--window) (buffer-live-p tracuu-search--origin)
             (not (eq (window-buffer tracuu-search--window) tracuu-search--origin)))
    (set-window-buffer tracuu-search--window tracuu-search--origin)))

(defun tracuu-prompt-suggest (query)
  "Ask what may be meant by QUERY, and show it."
  (let ((hits tracuu-search--hits))
    (tracuu-client-request
     "suggest" (list :query query :limit 5)
     (lambda (result)
       (let ((better (seq-find (lambda (one) (not (equal (alist-get 'kind one) "completion")))
                               (alist-get 'suggestions result))))
         (when (and better (eq hits tracuu-search--hits) (equal query (tracuu-hits-query hits)))
           (setq tracuu-search--suggestion (alist-get 'query better))
           (tracuu-prompt-show-note))))
     #'ignore)))

(provide 'tracuu-prompt)
;;; tracuu-prompt.el ends here
