;;; tracuu-cite.el --- Citations  -*- lexical-binding: t -*-

;;; Commentary:

;; The daemon writes citations, or the user's own function of the article does.

;;; Code:

(require 'tracuu-client)

(defcustom tracuu-citation 'by-mode
  "How citations are written.
A format of the daemon, `by-mode' for the one that suits the buffer, or a
function that is called with the article, an alist, and returns the text."
  :type '(choice (const by-mode) (const "plain") (const "markdown") (const "org") (const "bibtex") function)
  :group 'tracuu)

(defun tracuu-cite-text (id)
  "The citation of article ID."
  (if (functionp tracuu-citation)
      (funcall tracuu-citation (tracuu-client-wait "article" (list :id id)))
    (let ((format (if (eq tracuu-citation 'by-mode) (tracuu-cite--format) tracuu-citation)))
      (alist-get 'text (tracuu-client-wait "cite" (list :id id :format format))))))

(defun tracuu-cite--format ()
  "The format that suits the current buffer."
  (cond ((derived-mode-p 'org-mode) "org")
        ((derived-mode-p 'markdown-mode) "markdown")
        ((derived-mode-p 'bibtex-mode) "bibtex")
        (t "plain")))

(provide 'tracuu-cite)
;;; tracuu-cite.el ends here
