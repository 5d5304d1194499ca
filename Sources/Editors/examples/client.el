;;; client.el --- An example of a client  -*- lexical-binding: t -*-
;; Usage: emacs --batch -l client.el QUERY.  Prints path:line:column: title of each hit.

(defun example-connect (path)
  "Connect to the socket at PATH."
  (make-network-process :name "tracuu" :family 'local :service path :coding 'utf-8-emacs-unix
                        :buffer (generate-new-buffer "tracuu")))

(defun example-socket ()
  "The socket to try first."
  (let ((folder (getenv "XDG_RUNTIME_DIR")))
    (or (getenv "TRACUU_SOCKET")
        (if folder (concat folder "/tracuu.sock") (format "/tmp/tracuu-%d/tracuu.sock" (user-uid))))))

(let* ((query (mapconcat #'identity command-line-args-left " "))
       ;; Where nobody answers, the daemon is started, and says which socket it serves.
       (process (condition-case nil (example-connect (example-socket))
                  (file-error
                   (example-connect
                    (alist-get 'socket (json-parse-string
                                        (shell-command-to-string "tracuu daemon start --json")
                                        :object-type 'alist))))))
       (params (list :query query :limit 20 :snippets :false)))
  (setq command-line-args-left nil)
  (process-send-string
   process (concat (decode-coding-string (json-serialize (list :jsonrpc "2.0" :id 1 :method "search" :params params)) 'utf-8) "\n"))
  (with-current-buffer (process-buffer process)
    (while (not (save-excursion (goto-char (point-min)) (search-forward "\n" nil t)))
      (accept-process-output process 10))
    (goto-char (point-min))
    (let* ((message (json-parse-buffer :object-type 'alist :array-type 'list))
           (problem (alist-get 'message (alist-get 'error message))))
      (when problem (princ (concat problem "\n") #'external-debugging-output))
      (dolist (hit (alist-get 'hits (alist-get 'result message)))
        (princ (format "%s:%d:%d: %s\n" (or (alist-get 'path hit) (alist-get 'id hit))
                       (1+ (or (alist-get 'line hit) 0)) (1+ (or (alist-get 'column hit) 0))
                       (alist-get 'title hit)))))))
;;; client.el ends here
