;;; tracuu-hits.el --- The hits of a query, page by page  -*- lexical-binding: t -*-

;;; Commentary:

;; A search as far as its hits are loaded, for the results buffer and for
;; completion.  Answers that come too late are dropped.

;;; Code:

(require 'cl-lib)
(require 'tracuu-client)

(defcustom tracuu-page-size 50
  "How many articles are loaded at once."
  :type 'natnum
  :group 'tracuu)

(defconst tracuu-hits-orders '("relevance" "newest" "oldest") "The orders, in which they take turns.")

(defun tracuu-hits-next-order (order)
  "The order after ORDER."
  (or (cadr (member order tracuu-hits-orders)) (car tracuu-hits-orders)))

(defconst tracuu-hits--most 10000 "How many articles of a ranking the daemon gives at most.")
(defconst tracuu-hits--first-page 20 "How many articles are loaded at most at each key.")

(cl-defstruct (tracuu-hits (:constructor tracuu-hits-make))
  (query "") (order "relevance") similar title typing (snippets t)
  list total suggestion (revision 0) whole (number 0) running)

(defvar tracuu-hits-last nil "The last search, for `tracuu-resume': query, order, id of the selected hit.")

(defun tracuu-hits-search (hits success &optional failure)
  "Load the first page of HITS; then call SUCCESS, or FAILURE with what is wrong."
  (tracuu-hits--ask
   hits 0
   (lambda (result)
     (setf (tracuu-hits-list hits) (alist-get 'hits result)
           (tracuu-hits-total hits) (alist-get 'total result)
           (tracuu-hits-suggestion hits) (alist-get 'query (alist-get 'suggestion result))
           (tracuu-hits-revision hits) (alist-get 'revision result)
           (tracuu-hits-whole hits) (< (length (alist-get 'hits result)) (tracuu-hits--limit hits 0)))
     (funcall success))
   failure))

(defun tracuu-hits-next (hits success &optional failure)
  "Load the next page of HITS; then call SUCCESS, or FAILURE.
Where the index has changed, the first page is loaded again instead.  Return
nil, and do nothing, where there is no further page or one is on its way."
  (unless (or (tracuu-hits-whole hits) (tracuu-hits-running hits)
              (>= (length (tracuu-hits-list hits)) tracuu-hits--most))
    (tracuu-hits--ask
     hits (length (tracuu-hits-list hits))
     (lambda (result)
       (let ((known (mapcar (lambda (hit) (alist-get 'id hit)) (tracuu-hits-list hits)))
             (page (alist-get 'hits result)))
         (setf (tracuu-hits-list hits)
               (append (tracuu-hits-list hits)
                       (cl-remove-if (lambda (hit) (member (alist-get 'id hit) known)) page))
               (tracuu-hits-whole hits) (< (length page) tracuu-page-size))
         (funcall success)))
     (lambda (problem)
       (if (eql (alist-get 'code problem) tracuu-client-content-modified)
           (tracuu-hits-search hits success failure)
         (funcall (or failure #'tracuu-client-show-error) problem))))
    t))

(defun tracuu-hits-stop (hits)
  "Have the daemon stop to work on HITS; what it answers is dropped."
  (setf (tracuu-hits-number hits) (1+ (tracuu-hits-number hits)))
  (when (tracuu-hits-running hits)
    (tracuu-client-cancel (tracuu-hits-running hits))
    (setf (tracuu-hits-running hits) nil)))

(defun tracuu-hits--limit (hits offset)
  "How many articles of HITS are loaded at once from OFFSET on.
While somebody types, the first page is a small one, which is there sooner."
  (if (and (tracuu-hits-typing hits) (eql offset 0))
      (min tracuu-hits--first-page tracuu-page-size)
    (min tracuu-page-size (- tracuu-hits--most offset))))

(defun tracuu-hits--ask (hits offset success failure)
  "Ask for the page of HITS from OFFSET on; call SUCCESS or FAILURE unless newer."
  (let* ((number (setf (tracuu-hits-number hits) (1+ (tracuu-hits-number hits))))
         (page (list :limit (tracuu-hits--limit hits offset) :offset offset
                     :snippets (if (tracuu-hits-snippets hits) t :false)))
         (similar (tracuu-hits-similar hits)))
    (setf (tracuu-hits-running hits)
          (tracuu-client-request
           (if similar "similar" "search")
           (append page
                   (if similar
                       (list :id similar)
                     (list :query (tracuu-hits-query hits) :sort (tracuu-hits-order hits)
                           :asYouType (if (tracuu-hits-typing hits) t :false)))
                   (and (not similar) (> offset 0) (list :revision (tracuu-hits-revision hits))))
           (lambda (result)
             (when (eql number (tracuu-hits-number hits))
               (setf (tracuu-hits-running hits) nil)
               (funcall success result)))
           (lambda (problem)
             (when (eql number (tracuu-hits-number hits))
               (setf (tracuu-hits-running hits) nil)
               (unless (eql (alist-get 'code problem) tracuu-client-cancelled)
                 (funcall (or failure #'tracuu-client-show-error) problem))))))))

(provide 'tracuu-hits)
;;; tracuu-hits.el ends here
