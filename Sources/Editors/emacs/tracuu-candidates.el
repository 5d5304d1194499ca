;;; tracuu-candidates.el --- Hits as candidates of completion  -*- lexical-binding: t -*-

;;; Commentary:

;; A candidate is the title of a hit, cut to a column; date, source and, where
;; there is room, the snippet stand around it.  The daemon matches and ranks:
;; a completion style of its own leaves candidates as they are.

;;; Code:

(require 'cl-lib)
(require 'subr-x)
(require 'tracuu-hits)
(require 'tracuu-text)

(defconst tracuu-candidates--wide 150 "From how many columns on snippets are shown.")
(defconst tracuu-candidates--title-width 60 "Columns of a title beside its snippet.")
(defconst tracuu-candidates--source-width 24 "Columns of a source beside its snippet.")
(defconst tracuu-candidates--date-width 12 "Columns of a date and the blanks behind it.")
(defconst tracuu-candidates--least 20 "The fewest columns of a title.")

(add-to-list 'completion-styles-alist
             '(tracuu-passthrough tracuu-candidates--try tracuu-candidates--all
                                  "Leave matching to the daemon."))
(defconst tracuu-candidates-overrides '((tracuu (styles tracuu-passthrough)))
  "How candidates are matched.")

(defconst tracuu-candidates-metadata
  '(metadata (category . tracuu) (display-sort-function . identity) (cycle-sort-function . identity)
             (affixation-function . tracuu-candidates--affixes)
             (annotation-function . tracuu-candidates--annotation))
  "What completion has to know of the candidates.")

(defun tracuu-candidates--try (string _table _predicate point)
  "Complete STRING with POINT to itself."
  (cons string point))

(defun tracuu-candidates--all (string table predicate _point)
  "All candidates that TABLE gives for STRING and PREDICATE."
  (let ((candidates (funcall table string predicate t)))
    ;; Completion takes the text properties off a candidate that it inserts: give copies.
    ;; The last cell says how much of the text stands before the candidates.
    (and candidates (nconc (mapcar #'copy-sequence candidates) 0))))

(defun tracuu-candidates-of (hits)
  "The candidates of HITS, a list of hits, in their order."
  (let* ((width (tracuu-candidates--title-columns))
         (titles (mapcar (lambda (hit) (tracuu-text-fit (tracuu-text-title hit) width)) hits))
         (lengths (cl-mapcar (lambda (hit title) (+ 1 (length title) (length (alist-get 'id hit)))) hits titles))
         (longest (apply #'max 0 lengths)))
    (cl-mapcar
     (lambda (hit title length)
       ;; The id, which is not seen, tells articles of the same title apart.  All
       ;; have the same length, by which icomplete lines up what comes behind.
       (let ((tail (concat (make-string (- longest length -1) ?\s) (alist-get 'id hit))))
         (propertize (concat title (propertize tail 'invisible t)) 'tracuu-hit hit)))
     hits titles lengths)))

(defun tracuu-candidates-wide-p ()
  "Whether there is room for snippets."
  (>= (frame-width) tracuu-candidates--wide))

(defun tracuu-candidates--title-columns ()
  "How many columns titles take."
  (if (tracuu-candidates-wide-p)
      tracuu-candidates--title-width
    (max tracuu-candidates--least (- (frame-width) 46))))

(defun tracuu-candidates-hit (candidate)
  "The hit of CANDIDATE, or nil for a query of the history."
  (and candidate (get-text-property 0 'tracuu-hit candidate)))

(defun tracuu-candidates--affixes (candidates)
  "CANDIDATES with what stands around them."
  (mapcar (lambda (candidate)
            (let ((hit (tracuu-candidates-hit candidate)))
              (if hit
                  (list candidate (concat (tracuu-text-date hit) "  ") (tracuu-candidates--suffix hit))
                (list candidate "" ""))))
          candidates))

(defun tracuu-candidates--suffix (hit)
  "Source of HIT and its snippet, as far as there is room."
  (let* ((source (tracuu-text-source hit))
         (snippet (tracuu-text-snippet hit))
         (room (- (frame-width) tracuu-candidates--date-width (tracuu-candidates--title-columns) 3)))
    (concat "  "
            (if (or (null snippet) (not (tracuu-candidates-wide-p)))
                (truncate-string-to-width source room nil nil "…")
              (concat (tracuu-text-fit source tracuu-candidates--source-width) "  "
                      (truncate-string-to-width
                       snippet (- room tracuu-candidates--source-width 2) nil nil "…"))))))

(defun tracuu-candidates--annotation (candidate)
  "Date and source of CANDIDATE, for an interface that puts nothing before it."
  (let ((hit (tracuu-candidates-hit candidate)))
    (and hit (concat "  " (tracuu-text-date hit) "  " (tracuu-text-source hit)))))

(provide 'tracuu-candidates)
;;; tracuu-candidates.el ends here
