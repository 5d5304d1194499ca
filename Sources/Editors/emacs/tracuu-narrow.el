;;; tracuu-narrow.el --- Filters of a query  -*- lexical-binding: t -*-

;;; Commentary:

;; The daemon changes the query's text, so that history and resume share the
;; filters.

;;; Code:

(require 'tracuu-client)
(require 'tracuu-text)

(defconst tracuu-narrow--facets '(("date" . "year") ("source" . "source") ("author" . "author"))
  "The facet that counts the values of each field.")

(defvar icomplete-show-matches-on-no-input)

(defconst tracuu-narrow--any "(any)" "The choice that takes a filter out.")

(defun tracuu-narrow-query (query field &optional value)
  "QUERY with the filter of FIELD for VALUE, or without it where VALUE is nil."
  (alist-get 'query (tracuu-client-wait
                     "narrow" (append (list :query query :field field) (and value (list :value value))))))

(defun tracuu-narrow-choices (query field)
  "The values that the articles of QUERY have in FIELD, with their counts."
  (let* ((facet (cdr (assoc field tracuu-narrow--facets)))
         ;; Without its own filter, the other values of the field can be chosen too.
         (open (tracuu-narrow-query query field))
         (result (tracuu-client-wait "search" (list :query open :limit 0 :facets (vector facet)))))
    (mapcar (lambda (choice) (cons (alist-get 'value choice) (alist-get 'count choice)))
            (alist-get (intern facet) (alist-get 'facets result)))))

(defun tracuu-narrow-table (choices annotate)
  "A completion table of CHOICES in their order, with ANNOTATE or nil."
  (lambda (text predicate action)
    (if (eq action 'metadata)
        `(metadata (display-sort-function . identity) (cycle-sort-function . identity)
                   (annotation-function . ,annotate))
      (complete-with-action action choices text predicate))))

(defun tracuu-narrow-choose (prompt table)
  "Ask with PROMPT for a choice of TABLE, all of which are shown at once."
  (let ((icomplete-show-matches-on-no-input t))
    (minibuffer-with-setup-hook
        (lambda ()
          (unless (or (bound-and-true-p icomplete-mode) (bound-and-true-p vertico-mode))
            (minibuffer-completion-help)))
      (completing-read prompt table))))

(defun tracuu-narrow-read (query field)
  "Ask for a value of FIELD; return QUERY with that filter, or without it."
  (let* ((choices (tracuu-narrow-choices query field))
         (annotate (lambda (value)
                     (let ((count (cdr (assoc value choices))))
                       (concat "  " (if count (tracuu-text-articles count) "take the filter out")))))
         (table (tracuu-narrow-table (append choices (list tracuu-narrow--any)) annotate))
         (value (tracuu-narrow-choose (format "%s: " (capitalize field)) table)))
    (tracuu-narrow-query query field (and (not (member value (list "" tracuu-narrow--any))) value))))

(provide 'tracuu-narrow)
;;; tracuu-narrow.el ends here
