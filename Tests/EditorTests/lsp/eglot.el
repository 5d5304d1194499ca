;;; eglot.el --- Drives `tracuu lsp' by Eglot, in batch  -*- lexical-binding: t; -*-

;;; Commentary:

;; Prints a line for each step.

;;; Code:

(require 'eglot)
(require 'xref)

(defvar tracuu-test-passed 0)
(defvar tracuu-test-failed 0)
(defvar tracuu-test-archive (file-name-as-directory (getenv "EDITOR_ARCHIVE")))

(defmacro tracuu-test-step (name &rest body)
  "Run BODY as the step NAME; what it signals is why it failed."
  (declare (indent 1))
  `(let ((number (+ 1 tracuu-test-passed tracuu-test-failed)))
     (condition-case reason
         (progn ,@body
                (setq tracuu-test-passed (1+ tracuu-test-passed))
                (princ (format "ok %d Emacs %s: %s\n" number emacs-version ,name)))
       (error
        (setq tracuu-test-failed (1+ tracuu-test-failed))
        (princ (format "not ok %d Emacs %s: %s: %S\n" number emacs-version ,name reason))))))

(defun tracuu-test-equal (found wanted)
  "Signal an error unless FOUND is WANTED."
  (unless (equal found wanted) (error "Found %S, wanted %S" found wanted)))

(defun tracuu-test-symbols (query)
  "The symbols that the server finds for QUERY."
  (append (jsonrpc-request (eglot-current-server) :workspace/symbol (list :query query)) nil))

(defun tracuu-test-place (location)
  "The file and line of LOCATION, as the server gives it."
  (cons (eglot--uri-to-path (plist-get location :uri))
        (1+ (plist-get (plist-get (plist-get location :range) :start) :line))))

(defun tracuu-test-visit (query)
  "Visit the first of what `xref-find-apropos' finds for QUERY; return the text there."
  (let* ((found (xref-backend-apropos 'eglot query))
         (marker (save-window-excursion (xref-location-marker (xref-item-location (car found))))))
    (set-buffer (marker-buffer marker))
    (goto-char marker)
    (buffer-substring-no-properties (point) (line-end-position))))

(add-to-list 'eglot-server-programs '(text-mode . ("tracuu" "lsp")))
(setq eglot-autoshutdown nil
      eglot-sync-connect 10)

(find-file (expand-file-name "tin/giao-ban.txt" tracuu-test-archive))
(text-mode)

(tracuu-test-step "it starts"
  (apply #'eglot (eglot--guess-contact))
  (tracuu-test-equal (and (eglot-current-server) t) t))

(tracuu-test-step "a hit in a file is visited at the match"
  (let ((text (tracuu-test-visit "thanh uy ha noi")))
    (tracuu-test-equal (string-prefix-p "Thành ủy Hà Nội" text) t)
    (tracuu-test-equal (file-name-nondirectory buffer-file-name) "giao-ban.txt")
    (tracuu-test-equal (line-number-at-pos) 3)))

(tracuu-test-step "the hits keep the daemon's order"
  (let ((found (xref-backend-apropos 'eglot "bản tin")))
    (tracuu-test-equal (> (length found) 10) t)
    (tracuu-test-equal
     (mapcar (lambda (item)
               (let ((location (xref-item-location item)))
                 (cons (xref-file-location-file location) (xref-file-location-line location))))
             found)
     (mapcar (lambda (symbol) (tracuu-test-place (plist-get symbol :location)))
             (tracuu-test-symbols "bản tin")))))

(tracuu-test-step "an article of JSON Lines is a file that cannot be written, at the match"
  (let ((text (tracuu-test-visit "den long giay")))
    (tracuu-test-equal (string-prefix-p "Đèn lồng giấy" text) t)
    (tracuu-test-equal (file-modes buffer-file-name) #o400)))

(set-buffer (find-buffer-visiting (expand-file-name "tin/giao-ban.txt" tracuu-test-archive)))

(tracuu-test-step "hovering says what is known of the article"
  (let* ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
         (card (plist-get (plist-get hover :contents) :value)))
    (tracuu-test-equal (and (string-match-p "Giao ban báo chí tháng mười một" card) t) t)))

(tracuu-test-step "a command answers as the daemon does"
  (let ((cited (eglot-execute-command (eglot-current-server) 'tracuu.cite
                                      (vector (list :id "ban-tin-han" :format "org")))))
    (tracuu-test-equal (plist-get cited :text)
                       (concat "[[https://tinphuong.example/thu][Bản tin 東京 và Hà Nội: hai thành phố đổi thư]], "
                               "/Tin Phường/, 20/5/2016"))))

(tracuu-test-step "a query that cannot be read finds nothing, and signals nothing"
  (tracuu-test-equal (tracuu-test-symbols "đại hội date:32/13/2015") nil))

(tracuu-test-step "a daemon that was killed is started again"
  (let ((status (eglot-execute-command (eglot-current-server) 'tracuu.status [])))
    (signal-process (plist-get status :process) 'KILL)
    (tracuu-test-equal (>= (length (tracuu-test-symbols "huyện ủy")) 2) t)))

(tracuu-test-step "it ends when it is told to"
  (let ((server (eglot-current-server)))
    (eglot-shutdown server nil 10)
    (tracuu-test-equal (jsonrpc-running-p server) nil)))

(princ (format "%d passed, %d failed\n" tracuu-test-passed tracuu-test-failed))
(kill-emacs (if (> tracuu-test-failed 0) 1 0))

;;; eglot.el ends here
