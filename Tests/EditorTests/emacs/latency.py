"""Types the queries of LATENCY_QUERIES into Emacs' prompt, and prints how long each key took until its candidates were painted."""

import json
import os
import subprocess
import sys
import time

from emacs_session import Emacs

MEASURE = """
(setq tracuu-page-size 50)
(defvar measure-start nil)
(defvar measure-times nil)
(defun measure-key () (setq measure-start (float-time)))
(defun measure-painted (&rest _)
  (when (and measure-start (equal tracuu-search--answered tracuu-search--asked))
    (redisplay)
    (push (- (float-time) measure-start) measure-times)
    (setq measure-start nil)
    (driver-write "times" (json-encode measure-times))))
(add-hook 'post-self-insert-hook #'measure-key)
(advice-add 'tracuu-prompt-refresh :after #'measure-painted)
"""


def main():
    with open(os.environ["LATENCY_QUERIES"], encoding="utf-8") as file:
        queries = file.read().split("\n")
    emacs = Emacs()
    try:
        emacs.run(MEASURE)
        emacs.run("(tracuu-search)")
        times = emacs.file("times")

        def count():
            if not os.path.exists(times):
                return 0
            with open(times, encoding="utf-8") as file:
                return len(json.load(file))

        unpainted = 0
        for query in list(filter(None, queries))[:15]:
            for character in query:
                before = count()
                emacs.keys(character, rest=0.02)
                end = time.monotonic() + 0.5
                while count() == before and time.monotonic() < end:
                    time.sleep(0.005)
                unpainted += count() == before
            emacs.keys("\x01\x0b", rest=0.1)
        with open(times, encoding="utf-8") as file:
            measured = sorted(1000 * seconds for seconds in json.load(file))
    finally:
        emacs.close()
    version = subprocess.run(["emacs", "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]
    at = lambda share: measured[min(len(measured) - 1, int(share * len(measured)))]  # noqa: E731
    print(f"{version}: p50 {at(0.5):.1f} ms, p95 {at(0.95):.1f} ms over {len(measured)} keys"
          + (f"; {unpainted} more were not painted within 500 ms" if unpainted else ""))


sys.exit(main())
