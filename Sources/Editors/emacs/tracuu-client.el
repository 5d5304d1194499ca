;;; tracuu-client.el --- Connection to the Tracuu daemon  -*- lexical-binding: t -*-

;;; Commentary:

;; JSON-RPC 2.0 over the daemon's Unix socket, in the framing of LSP.  One
;; connection serves all of Emacs.  Requests never block; a lost connection is
;; renewed once, and what was not answered is asked once more.

;;; Code:

(require 'cl-lib)
(require 'subr-x)

(defgroup tracuu nil
  "Full-text search of Vietnamese article archives."
  :group 'matching
  :prefix "tracuu-")

(defcustom tracuu-program "tracuu"
  "The program tracuu: its name in PATH, or its absolute path."
  :type 'string)

(defcustom tracuu-socket nil
  "The daemon's socket, or nil for TRACUU_SOCKET or the default place."
  :type '(choice (const nil) file))

(defcustom tracuu-index nil
  "The index's folder, for a daemon that is started."
  :type '(choice (const nil) directory))

(defcustom tracuu-config nil
  "The configuration file, for a daemon that is started."
  :type '(choice (const nil) file))

(defconst tracuu-client-cancelled -32800 "The daemon's code for what was cancelled or superseded.")
(defconst tracuu-client-content-modified -32801 "The daemon's code for a page of a ranking that is gone.")
(defconst tracuu-client-bad-query -32001 "The daemon's code for a query that cannot be read.")
(defconst tracuu-client-index-unusable -32003 "The daemon's code for an index that cannot be used.")

(defvar tracuu-client-changed-hook nil
  "Functions called with the number of articles whenever the index has changed.")

(defvar tracuu-client--process nil "The connection, or nil.")
(defvar tracuu-client--starter nil "The process that starts the daemon, or nil.")
(defvar tracuu-client--waiting nil "Requests that wait for an answer, by number.")
(defvar tracuu-client--unsent nil "Numbers of the requests that wait for a connection.")
(defvar tracuu-client--last-id 0 "The number of the last request.")
(defvar tracuu-client--progress nil "Functions that are told of progress, by token.")

(cl-defstruct (tracuu-client--request (:constructor tracuu-client--make-request))
  method params success failure repeated)

(defun tracuu-client-request (method params success &optional failure)
  "Ask for METHOD with PARAMS, a property list; return the request's number.
SUCCESS is called with the result.  FAILURE is called with an alist of `code',
`message' and `data'; without it the message is shown."
  (let ((id (setq tracuu-client--last-id (1+ tracuu-client--last-id))))
    (push (cons id (tracuu-client--make-request
                    :method method :params params :success success
                    :failure (or failure #'tracuu-client-show-error)))
          tracuu-client--waiting)
    (if (tracuu-client--ready-p)
        (tracuu-client--send-request id)
      (push id tracuu-client--unsent)
      (tracuu-client--connect))
    id))

(defun tracuu-client-cancel (id)
  "Have the daemon stop to work on request ID, whose answer is dropped."
  (when (assq id tracuu-client--waiting)
    (setq tracuu-client--waiting (assq-delete-all id tracuu-client--waiting)
          tracuu-client--unsent (delq id tracuu-client--unsent))
    (when (tracuu-client--ready-p)
      (tracuu-client--send (list :jsonrpc "2.0" :method "$/cancelRequest" :params (list :id id))))))

(defun tracuu-client-wait (method params)
  "Ask for METHOD with PARAMS and wait for the result, for commands.
Signal an error with the daemon's message."
  (let* (result
         problem
         (id (tracuu-client-request method params
                                    (lambda (value) (setq result (list value)))
                                    (lambda (failure) (setq problem failure)))))
    (unwind-protect
        (while (not (or result problem))
          ;; Without a process named, Emacs waits on for more output after the answer.
          (accept-process-output tracuu-client--process 0.05))
      ;; The user may have typed C-g.
      (unless (or result problem) (tracuu-client-cancel id)))
    (if problem
        (user-error "%s" (tracuu-client-error-text problem))
      (car result))))

(defun tracuu-client-close ()
  "Close the connection; the next request opens another."
  (tracuu-client--drop)
  (tracuu-client--fail "the connection was closed"))

(defun tracuu-client--drop ()
  "Close the connection, and leave the requests as they are."
  (let ((process tracuu-client--process))
    (setq tracuu-client--process nil)
    (when process (delete-process process))))

(defun tracuu-client-on-progress (token function)
  "Have FUNCTION called with the progress of TOKEN; nil forgets it."
  (setf (alist-get token tracuu-client--progress nil t #'equal) function))

(defun tracuu-client-error-text (failure)
  "FAILURE in one line for people."
  (let* ((data (alist-get 'data failure))
         (recovery (and (eql (alist-get 'code failure) tracuu-client-index-unusable)
                        (or (alist-get 'recovery data) (alist-get 'mend data))))
         (text (alist-get 'message failure)))
    (concat (unless (string-prefix-p "tracuu: " text) "tracuu: ")
            text (and recovery (concat "; " recovery)))))

(defun tracuu-client-show-error (failure)
  "Show FAILURE, but not that a request was cancelled."
  (unless (eql (alist-get 'code failure) tracuu-client-cancelled)
    (message "%s" (tracuu-client-error-text failure))))

;;; The connection

(defun tracuu-client--ready-p ()
  "Whether the connection has been greeted."
  (and tracuu-client--process (process-live-p tracuu-client--process)
       (process-get tracuu-client--process 'ready)))

(defun tracuu-client--socket ()
  "The socket to try first."
  (or tracuu-socket (getenv "TRACUU_SOCKET")
      (let ((folder (getenv "XDG_RUNTIME_DIR")))
        (if folder
            (expand-file-name "tracuu.sock" folder)
          (format "/tmp/tracuu-%d/tracuu.sock" (user-uid))))))

(defun tracuu-client--connect ()
  "Connect, and start the daemon first where nobody answers."
  (unless (or tracuu-client--starter
              (and tracuu-client--process (process-live-p tracuu-client--process)))
    (if (not (fboundp 'json-serialize))
        (tracuu-client--fail "this Emacs is built without JSON; take one that has `json-serialize'")
      (condition-case nil
          (tracuu-client--open (tracuu-client--socket))
        (error (tracuu-client--start-daemon))))))

(defun tracuu-client--open (path)
  "Connect to the socket at PATH and greet."
  (let ((process (make-network-process
                  :name "tracuu" :family 'local :service path :coding 'binary :noquery t
                  :buffer nil :filter #'tracuu-client--receive :sentinel #'tracuu-client--sentinel)))
    (process-put process 'bytes "")
    (setq tracuu-client--process process)
    (tracuu-client--send
     (list :jsonrpc "2.0" :id "initialize" :method "initialize"
           :params (list :clientName "emacs" :positionEncoding "utf-32")))))

(defun tracuu-client--start-daemon ()
  "Start the daemon, and connect to the socket that it names."
  (if (not (executable-find tracuu-program))
      (tracuu-client--fail
       (format "the program %s is not found; install it (bash Config/install) or set tracuu-program" tracuu-program))
    (let ((output (generate-new-buffer " *tracuu-start*"))
          (errors (generate-new-buffer " *tracuu-start-errors*")))
      (setq tracuu-client--starter
            (make-process
             :name "tracuu-start" :noquery t :buffer output :stderr errors :coding 'utf-8
             :command (append (list tracuu-program "daemon" "start" "--json")
                              (and tracuu-socket (list "--socket" (expand-file-name tracuu-socket)))
                              (and tracuu-index (list "--index" (expand-file-name tracuu-index)))
                              (and tracuu-config (list "--config" (expand-file-name tracuu-config))))
             :sentinel (lambda (process _event)
                         (unless (process-live-p process)
                           (tracuu-client--started process output errors))))))))

(defun tracuu-client--started (process output errors)
  "Connect after PROCESS has started the daemon; OUTPUT and ERRORS are its buffers."
  (setq tracuu-client--starter nil)
  (let ((pipe (get-buffer-process errors)))
    (while (and pipe (accept-process-output pipe 0.1))))
  (let ((report (with-current-buffer output
                  (goto-char (point-min))
                  (ignore-errors (json-parse-buffer :object-type 'alist))))
        (lines (with-current-buffer errors
                 (split-string (buffer-string) "\n" t))))
    (mapc #'kill-buffer (list output errors))
    (if (and (eql (process-exit-status process) 0) report)
        (condition-case problem
            (tracuu-client--open (alist-get 'socket report))
          (file-error (tracuu-client--fail (error-message-string problem))))
      (tracuu-client--fail
       (or (seq-find (lambda (line) (string-prefix-p "tracuu" line)) (reverse lines))
           "the daemon could not be started; type: tracuu daemon start")))))

(defun tracuu-client--fail (text)
  "Answer all requests with the error TEXT.
A timer answers them, because who makes a request needs its number first."
  (let ((waiting tracuu-client--waiting))
    (setq tracuu-client--waiting nil tracuu-client--unsent nil)
    (dolist (entry (reverse waiting))
      (run-at-time 0 nil (tracuu-client--request-failure (cdr entry)) `((code . nil) (message . ,text))))))

(defun tracuu-client--sentinel (process _event)
  "Ask once more what PROCESS did not answer before it ended."
  (when (and (eq process tracuu-client--process) (not (process-live-p process)))
    (setq tracuu-client--process nil)
    (let ((waiting tracuu-client--waiting))
      (if (seq-some (lambda (entry) (tracuu-client--request-repeated (cdr entry))) waiting)
          (tracuu-client--fail "the daemon closed the connection twice; try again")
        (dolist (entry waiting)
          (setf (tracuu-client--request-repeated (cdr entry)) t))
        (setq tracuu-client--unsent (mapcar #'car waiting))
        (when waiting (tracuu-client--connect))))))

;;; Messages

(defun tracuu-client--sendable (value)
  "VALUE with a sign in place of every byte that is no character.
JSON cannot hold such bytes, which come out of binary buffers and broken keys."
  (cond ((stringp value)
         (replace-regexp-in-string "[^\u0000-\uD7FF\uE000-\U0010FFFF]" "\uFFFD" value t t))
        ((consp value) (mapcar #'tracuu-client--sendable value))
        ((vectorp value) (vconcat (mapcar #'tracuu-client--sendable value)))
        (t value)))

(defun tracuu-client--send (message)
  "Send MESSAGE, a property list."
  (let ((body (encode-coding-string (json-serialize (tracuu-client--sendable message) :null-object nil :false-object :false) 'utf-8)))
    ;; A connection that has just been lost is seen to by the sentinel.
    (ignore-errors
      (process-send-string tracuu-client--process
                           (concat (format "Content-Length: %d\r\n\r\n" (string-bytes body)) body)))))

(defun tracuu-client--send-request (id)
  "Send request ID."
  (let ((request (alist-get id tracuu-client--waiting)))
    (when request
      (tracuu-client--send
       (list :jsonrpc "2.0" :id id :method (tracuu-client--request-method request)
             :params (or (tracuu-client--request-params request) (make-hash-table)))))))

(defun tracuu-client--receive (process chunk)
  "Take the messages out of the bytes of PROCESS as CHUNK arrives."
  (let ((bytes (concat (process-get process 'bytes) chunk))
        end)
    (while (and (string-match "\\`Content-Length: \\([0-9]+\\)\r\n\r\n" bytes)
                (>= (length bytes)
                    (setq end (+ (match-end 0) (string-to-number (match-string 1 bytes))))))
      (let ((body (decode-coding-string (substring bytes (match-end 0) end) 'utf-8)))
        (setq bytes (substring bytes end))
        (process-put process 'bytes bytes)
        (tracuu-client--dispatch
         process (json-parse-string body :object-type 'alist :array-type 'list :null-object nil :false-object nil))
        (setq bytes (process-get process 'bytes))))
    (process-put process 'bytes bytes)))

(defun tracuu-client--dispatch (process message)
  "Act on MESSAGE of PROCESS."
  (let* ((id (alist-get 'id message))
         (params (alist-get 'params message))
         (request (and (integerp id) (alist-get id tracuu-client--waiting))))
    (cond
     ((equal id "initialize") (tracuu-client--greeted process message))
     (request
      (setq tracuu-client--waiting (assq-delete-all id tracuu-client--waiting))
      (if (assq 'error message)
          (funcall (tracuu-client--request-failure request) (alist-get 'error message))
        (funcall (tracuu-client--request-success request) (alist-get 'result message))))
     ((equal (alist-get 'method message) "indexChanged")
      (run-hook-with-args 'tracuu-client-changed-hook (alist-get 'articles params)))
     ((equal (alist-get 'method message) "$/progress")
      (let ((function (alist-get (alist-get 'token params) tracuu-client--progress nil nil #'equal)))
        (when function (funcall function (alist-get 'value params))))))))

(defun tracuu-client--greeted (process message)
  "Send what waited for PROCESS to be greeted with MESSAGE."
  (cond
   ((assq 'error message)
    (tracuu-client--drop)
    (tracuu-client--fail (tracuu-client-error-text (alist-get 'error message))))
   ((not (member "narrow" (alist-get 'methods (alist-get 'result message))))
    (tracuu-client--drop)
    (tracuu-client--fail "the daemon is older than this package; type: tracuu daemon restart"))
   (t
    (process-put process 'ready t)
    (tracuu-client--send (list :jsonrpc "2.0" :id "subscribe" :method "subscribe"))
    (let ((unsent (reverse tracuu-client--unsent)))
      (setq tracuu-client--unsent nil)
      (mapc #'tracuu-client--send-request unsent)))))

(provide 'tracuu-client)
;;; tracuu-client.el ends here
