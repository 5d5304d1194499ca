;;; driver.el --- What the scenario needs inside Emacs  -*- lexical-binding: t -*-

;;; Commentary:

;; Loaded by the Emacs that the scenario drives.  Keys come through its
;; terminal, forms through a file that a key has it read; what it shows is
;; written to another file over and over.

;;; Code:

;; Compiling in the background takes the processor, and its warnings take windows.
(defvar native-comp-async-report-warnings-errors)
(defvar native-comp-deferred-compilation)
(defvar native-comp-jit-compilation)
(setq native-comp-async-report-warnings-errors nil
      native-comp-deferred-compilation nil
      native-comp-jit-compilation nil)

(require 'json)
(require 'tracuu)

(defvar driver-message-start 1 "Where the messages of the present step begin.")

(setq tracuu-page-size 10
      icomplete-compute-delay 0
      icomplete-show-matches-on-no-input t
      enable-recursive-minibuffers t
      inhibit-startup-screen t)
(pcase (getenv "DRIVER_INTERFACE")
  ("icomplete" (icomplete-vertical-mode 1))
  ("fido" (fido-vertical-mode 1))
  ("vertico" (package-initialize) (require 'vertico) (vertico-mode 1)))

(defun driver-file (name)
  "The file NAME by which the scenario and Emacs talk."
  (expand-file-name name (getenv "DRIVER_FOLDER")))

(defun driver-write (name text)
  "Put TEXT into the file NAME at once."
  (let ((file (driver-file name))
        (coding-system-for-write 'utf-8-unix))
    (write-region text nil (concat file "~") nil 'silent)
    (rename-file (concat file "~") file t)))

(defun driver-run ()
  "Evaluate the form in the file `form' as a command."
  (interactive)
  (let* ((file (driver-file "form"))
         (form (with-temp-buffer
                 (let ((coding-system-for-read 'utf-8-unix)) (insert-file-contents file))
                 (read (current-buffer)))))
    (delete-file file)
    (eval form t)))
(global-set-key (kbd "C-c C-z") #'driver-run)

(defun driver-begin ()
  "Note that a step begins."
  (with-current-buffer (messages-buffer)
    (setq driver-message-start (point-max))))

(defun driver-messages ()
  "The messages of the present step."
  (with-current-buffer (messages-buffer)
    (buffer-substring-no-properties (min driver-message-start (point-max)) (point-max))))

(defun driver-prompt ()
  "What the prompt shows, or nil where it is closed."
  (let ((window (active-minibuffer-window)))
    (when (and window tracuu-search--hits)
      (with-current-buffer (window-buffer window)
        (let ((note (and (overlayp tracuu-search--note) (overlay-get tracuu-search--note 'after-string)))
              (problem (and (overlayp tracuu-search--problem) (overlay-buffer tracuu-search--problem) tracuu-search--problem)))
          (list :query (minibuffer-contents-no-properties)
                :asked (or tracuu-search--answered "")
                :note (substring-no-properties (or note ""))
                :titles (vconcat (mapcar #'driver-title tracuu-search--candidates))
                :ids (vconcat (mapcar (lambda (candidate) (alist-get 'id (tracuu-search--hit candidate))) tracuu-search--candidates))
                :suggestion (or tracuu-search--suggestion (tracuu-hits-suggestion tracuu-search--hits))
                :error (and problem (vector (- (overlay-start problem) (minibuffer-prompt-end))
                                            (- (overlay-end problem) (overlay-start problem))))
                :history (vconcat tracuu-search-history)
                :preview (driver-preview)))))))

(defun driver-title (candidate)
  "The title of CANDIDATE."
  (alist-get 'title (tracuu-search--hit candidate)))

(defun driver-preview ()
  "The text that is shown where the search came from, and whether a match is marked."
  (and (window-live-p tracuu-search--window)
       (with-current-buffer (window-buffer tracuu-search--window)
         (vector (buffer-substring-no-properties (point-min) (point-max))
                 (if (text-property-any (point-min) (point-max) 'face 'tracuu-match) t :false)))))

(defun driver-choices ()
  "The choices of the innermost prompt."
  (let ((window (active-minibuffer-window)))
    (when (and window (eql (minibuffer-depth) 2))
      (with-current-buffer (window-buffer window)
        (vconcat (all-completions "" minibuffer-completion-table))))))

(defun driver-buffer ()
  "The buffer of the selected window."
  (with-current-buffer (window-buffer (if (minibufferp) (minibuffer-selected-window) (selected-window)))
    (list :name (buffer-name)
          :file (or buffer-file-name "")
          :line (line-number-at-pos)
          :column (- (point) (line-beginning-position))
          :rest (buffer-substring-no-properties (point) (point-max))
          :text (buffer-substring-no-properties (point-min) (point-max))
          :readOnly (if buffer-read-only t :false)
          :titles (if (derived-mode-p 'tracuu-results-mode)
                      (vconcat (mapcar (lambda (hit) (alist-get 'title hit)) (tracuu-hits-list tracuu-results--hits)))
                    []))))

(defun driver-json (value)
  "VALUE as JSON."
  (decode-coding-string (json-serialize value :null-object nil :false-object :false) 'utf-8))

(defun driver-state ()
  "Everything that the scenario checks, as JSON."
  (driver-json (list :prompt (driver-prompt) :buffer (driver-buffer) :messages (driver-messages)
                     :depth (minibuffer-depth) :choices (driver-choices))))

(defun driver-shown ()
  "The candidates as the completion interface shows them."
  (pcase (tracuu-prompt-interface)
    ('vertico (vconcat (mapcar #'substring-no-properties vertico--candidates)))
    ('icomplete (let ((all (completion-all-sorted-completions)) shown)
                  ;; The last cell holds a number.
                  (while (consp all)
                    (push (substring-no-properties (pop all)) shown))
                  (vconcat (nreverse shown))))
    (_ (with-current-buffer "*Completions*"
         (let ((place (point-min)) shown)
           (while (setq place (next-single-property-change place 'completion--string))
             (let ((text (get-text-property place 'completion--string)))
               (when text (push text shown))))
           (vconcat (nreverse shown)))))))

(defvar driver-written nil "The state that was written last.")

(defun driver-tick ()
  "Write the state where it has changed."
  (let ((state (ignore-errors (driver-state))))
    (unless (or (null state) (equal state driver-written))
      (setq driver-written state)
      (driver-write "state" state))))
(run-with-timer 0.1 0.1 #'driver-tick)

(defun driver-scratch (text at end)
  "Show TEXT in a new buffer with point at AT, and the region up to END if that is no nil."
  (switch-to-buffer (generate-new-buffer "scratch"))
  (transient-mark-mode 1)
  (deactivate-mark)
  (insert text)
  (goto-char (1+ at))
  (when end
    (set-mark (1+ end))
    (activate-mark)
    ;; The insertion would end the region with the command.
    (setq deactivate-mark nil)))

(provide 'driver)
;;; driver.el ends here
