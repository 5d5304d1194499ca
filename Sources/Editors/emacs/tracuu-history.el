;;; tracuu-history.el --- Queries that were asked  -*- lexical-binding: t -*-

;;; Commentary:

;; One query a line, the newest last, in a file that all editors share.

;;; Code:

(require 'seq)
(require 'subr-x)

(defcustom tracuu-history-file nil
  "The file of the history, or nil for $XDG_STATE_HOME/tracuu/history."
  :type '(choice (const nil) file)
  :group 'tracuu)

(defconst tracuu-history--kept 1000 "How many queries are kept.")

(defun tracuu-history--file ()
  "The file of the history."
  (or tracuu-history-file
      (let ((state (getenv "XDG_STATE_HOME")))
        (expand-file-name "tracuu/history"
                          (if (and state (file-name-absolute-p state)) state "~/.local/state")))))

(defun tracuu-history--lines ()
  "The queries of the file, the oldest first."
  (let ((file (tracuu-history--file)))
    (when (file-readable-p file)
      (with-temp-buffer
        (let ((coding-system-for-read 'utf-8-unix))
          (insert-file-contents file))
        (split-string (buffer-string) "\n" t)))))

(defun tracuu-history-queries ()
  "The queries, the newest first, each once."
  (seq-take (seq-uniq (reverse (tracuu-history--lines))) tracuu-history--kept))

(defun tracuu-history-add (query)
  "Put QUERY behind the others.
A history that cannot be written is done without."
  (let ((line (string-trim (replace-regexp-in-string "[ \t\n\r]+" " " query)))
        (lines (tracuu-history--lines))
        (file (tracuu-history--file)))
    (unless (or (string-empty-p line) (equal line (car (last lines))))
      (ignore-errors
        (with-file-modes #o700
          (make-directory (file-name-directory file) t))
        (with-file-modes #o600
          (if (< (length lines) (* 2 tracuu-history--kept))
              (tracuu-history--write (concat line "\n") file t)
            (let ((next (format "%s.%d" file (emacs-pid)))
                  (kept (append (last lines (1- tracuu-history--kept)) (list line))))
              (tracuu-history--write (concat (string-join kept "\n") "\n") next nil)
              (rename-file next file t))))))))

(defun tracuu-history--write (text file append)
  "Write TEXT to FILE, behind what is there when APPEND is non-nil."
  (let ((coding-system-for-write 'utf-8-unix))
    (write-region text nil file append 'silent)))

(provide 'tracuu-history)
;;; tracuu-history.el ends here
