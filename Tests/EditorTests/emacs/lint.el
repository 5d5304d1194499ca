;;; lint.el --- Checks the files named on the command line  -*- lexical-binding: t -*-

;;; Commentary:

;; Byte compilation with warnings as errors, then checkdoc and package-lint.

;;; Code:

(require 'checkdoc)
(require 'package)
(package-initialize)
(require 'package-lint)

(defvar lint-problems 0 "How many problems there are.")

(defun lint-report (text)
  "Print TEXT as a problem."
  (setq lint-problems (1+ lint-problems))
  (princ (concat text "\n")))

(add-to-list 'load-path default-directory)
(setq byte-compile-error-on-warn t
      package-lint-main-file "tracuu.el")
(let ((files command-line-args-left))
  (setq command-line-args-left nil)
  (dolist (file files)
    (unless (byte-compile-file file) (lint-report (concat file ": does not compile without a warning"))))
  (dolist (file files)
    (let ((checkdoc-create-error-function
           (lambda (text start &rest _)
             (lint-report (format "%s:%d: %s" file (if start (line-number-at-pos start) 1) text))
             nil)))
      (with-current-buffer (find-file-noselect file)
        (checkdoc-current-buffer t)))
    (with-current-buffer (find-file-noselect file)
      (dolist (problem (package-lint-buffer))
        (unless (string-match-p "package-lint-main-file" (nth 3 problem))
          (lint-report (format "%s:%d: %s" file (nth 0 problem) (nth 3 problem))))))))
(kill-emacs (if (> lint-problems 0) 1 0))
;;; lint.el ends here
