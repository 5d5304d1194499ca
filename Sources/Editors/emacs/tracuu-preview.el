;;; tracuu-preview.el --- Articles shown in passing  -*- lexical-binding: t -*-

;;; Commentary:

;; One buffer shows the selected article while the selection moves.  Articles
;; that were shown lately are kept, and a long one is cut, so that moving
;; through hits never waits.

;;; Code:

(require 'seq)
(require 'subr-x)
(require 'tracuu-article)
(require 'tracuu-client)

(defconst tracuu-preview--buffer " *tracuu-preview*" "The name of the buffer.")
(defconst tracuu-preview--kept 20 "How many articles are kept.")
(defconst tracuu-preview--lines 200 "How many lines of an article are shown.")

(defvar tracuu-preview--articles nil "The articles shown lately, the newest first, by id and query.")
(defvar tracuu-preview--wanted nil "Id and query of the article that is to be shown.")
(defvar tracuu-preview--running nil "The request for that article, or nil.")

(defun tracuu-preview-show (id query window)
  "Show article ID in WINDOW with the words of QUERY marked.
Where WINDOW is nil, another window than the selected one shows it."
  (let* ((key (cons id query))
         (known (assoc key tracuu-preview--articles)))
    ;; What is shown already stays as it is, scrolled by the user or not.
    (unless (and (equal key tracuu-preview--wanted) (get-buffer-window tracuu-preview--buffer))
      (tracuu-preview-stop)
      (setq tracuu-preview--wanted key)
      (if known
          (tracuu-preview--fill (cdr known) window)
        (setq tracuu-preview--running
              (tracuu-client-request
               "article" (list :id id :query query)
               (lambda (article)
                 (tracuu-preview--keep key article)
                 (when (equal key tracuu-preview--wanted)
                   (tracuu-preview--fill article window)))
               #'ignore))))))

(defun tracuu-preview--keep (key article)
  "Keep ARTICLE by its KEY, and not more than some."
  (push (cons key article) tracuu-preview--articles)
  (setq tracuu-preview--articles (seq-take tracuu-preview--articles tracuu-preview--kept)))

(defun tracuu-preview-stop ()
  "Want no article any more."
  (setq tracuu-preview--wanted nil)
  (when tracuu-preview--running
    (tracuu-client-cancel tracuu-preview--running)
    (setq tracuu-preview--running nil)))

(defun tracuu-preview-forget (&rest _)
  "Forget the articles, which may have changed with the index."
  (setq tracuu-preview--articles nil))
(add-hook 'tracuu-client-changed-hook #'tracuu-preview-forget)

(defun tracuu-preview--fill (article window)
  "Show ARTICLE in WINDOW, or in another window where it is nil."
  (let* ((buffer (get-buffer-create tracuu-preview--buffer))
         (window (or window (display-buffer buffer '(nil (inhibit-same-window . t)))))
         place)
    (when (window-live-p window)
      (with-current-buffer buffer
        (tracuu-article-mode)
        (setq tracuu-article-id (alist-get 'id article))
        (let ((inhibit-read-only t))
          (erase-buffer)
          (setq place (tracuu-article-insert article))
          (tracuu-preview--cut place)))
      (set-window-buffer window buffer)
      (set-window-point window place)
      (with-selected-window window
        (goto-char place)
        (recenter)))))

(defun tracuu-preview--cut (place)
  "Cut the buffer to the lines shown, which hold PLACE."
  (goto-char place)
  (forward-line (/ tracuu-preview--lines 2))
  (when (> (line-number-at-pos) tracuu-preview--lines)
    (delete-region (point) (point-max)))
  (goto-char (point-min))
  (forward-line tracuu-preview--lines)
  (when (> (point) place)
    (delete-region (point) (point-max))))

(provide 'tracuu-preview)
;;; tracuu-preview.el ends here
