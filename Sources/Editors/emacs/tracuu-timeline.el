;;; tracuu-timeline.el --- Articles over time  -*- lexical-binding: t -*-

;;; Commentary:

;; A bar chart of the articles of a query by day, month or year, as the daemon
;; finds it fit; RET searches the time at point.

;;; Code:

(require 'tracuu-client)
(require 'tracuu-history)
(require 'tracuu-narrow)
(require 'tracuu-text)

(defvar-local tracuu-timeline--query nil "The query that the buffer shows.")

(declare-function tracuu-list "tracuu")

(defvar tracuu-timeline-mode-map
  (let ((map (make-sparse-keymap)))
    (set-keymap-parent map special-mode-map)
    (define-key map (kbd "RET") #'tracuu-timeline-open)
    (define-key map "n" #'next-line)
    (define-key map "p" #'previous-line)
    map)
  "Keys of timelines.")

(define-derived-mode tracuu-timeline-mode special-mode "Tracuu-Timeline"
  "Mode of a buffer that shows articles over time.
\\{tracuu-timeline-mode-map}"
  (setq truncate-lines t)
  (setq-local revert-buffer-function (lambda (&rest _) (tracuu-timeline-show tracuu-timeline--query))))

(defun tracuu-timeline-show (query)
  "Show the articles of QUERY over time."
  (let ((result (tracuu-client-wait "timeline" (list :query query)))
        (buffer (get-buffer-create "*tracuu-timeline*")))
    (tracuu-history-add query)
    (pop-to-buffer buffer)
    (tracuu-timeline-mode)
    (setq tracuu-timeline--query query)
    (let ((inhibit-read-only t))
      (erase-buffer)
      (tracuu-timeline--insert result))
    (goto-char (point-min))
    (forward-line 2)))

(defun tracuu-timeline--insert (result)
  "Insert the chart of RESULT."
  (let* ((buckets (alist-get 'buckets result))
         (undated (alist-get 'undated result))
         (most (apply #'max 1 (mapcar (lambda (bucket) (alist-get 'count bucket)) buckets)))
         ;; The block is two columns wide where ambiguous characters are wide.
         (width (/ (max 10 (- (window-width) 24)) (char-width ?█))))
    (insert tracuu-timeline--query "\n"
            (format "%s by %s\n" (tracuu-text-count (alist-get 'total result)) (alist-get 'by result)))
    (dolist (bucket buckets)
      (let* ((count (alist-get 'count bucket))
             (length (if (zerop count) 0 (max 1 (/ (* width count) most)))))
        (insert (propertize (concat (propertize (format "%-10s" (alist-get 'value bucket)) 'face 'tracuu-date)
                                    (format " %9d  " count)
                                    (propertize (make-string length ?█) 'face 'tracuu-source))
                            'tracuu-time (alist-get 'value bucket))
                "\n")))
    (when (and undated (> undated 0))
      (insert (format "%-10s %9d\n" "undated" undated)))))

(defun tracuu-timeline-open ()
  "List the articles of the time at point."
  (interactive)
  (let ((time (or (get-text-property (point) 'tracuu-time) (user-error "No time here"))))
    (tracuu-list (tracuu-narrow-query tracuu-timeline--query "date" time) "oldest")))

(provide 'tracuu-timeline)
;;; tracuu-timeline.el ends here
