"""What Emacs' list of articles has to show: its window while articles are visited, errors, new articles, times."""

import json
import os
import subprocess

from emacs_session import Emacs, quoted
from scenario import TRACUU, same, tracuu

LIST_POINT = "(with-current-buffer \"*tracuu*\" (alist-get 'id (tracuu-results-hit (window-point (get-buffer-window)))))"


def run_checks(tally):
    emacs = Emacs("help")
    try:
        for check in (the_window_of_the_list, an_error_at_its_column, articles_that_came_since, the_articles_of_a_time, an_unknown_article, a_byte_that_is_no_character):
            try:
                problem = check(emacs)
            except Exception as error:  # A check that breaks must not end the others.
                problem = repr(error)
            tally.add(check.__name__.replace("_", " "), problem)
    finally:
        emacs.close()


def listed(emacs, query):
    """Lists a query, and waits for its articles."""
    emacs.run(f"(delete-other-windows) (tracuu-list {quoted(query)})")
    return emacs.wait(lambda: None if emacs.state()["buffer"]["text"].startswith(query + "\n") else emacs.state()["buffer"]["text"])


def the_window_of_the_list(emacs):
    problem = listed(emacs, "bản tin") or emacs.wait(lambda: same(len(emacs.state()["buffer"]["titles"]), 10))
    ids = emacs.value("(vconcat (mapcar (lambda (hit) (alist-get 'id hit)) (tracuu-hits-list tracuu-results--hits)))")
    emacs.keys("\x1b<")
    for _ in range(10):
        emacs.keys("\x1bgn")
    problem = problem or emacs.wait(lambda: same(emacs.state()["buffer"]["name"], f"tracuu://{ids[9]}"))
    problem = problem or same(emacs.value("(length (window-list))"), 2) or same(emacs.value(LIST_POINT), ids[9])
    emacs.keys("\x1bgn")
    return problem or emacs.wait(lambda: same(emacs.state()["buffer"]["name"] in [f"tracuu://{name}" for name in ids], False))


def an_error_at_its_column(emacs):
    query = "đại hội date:32/13/2015"
    problem = listed(emacs, query)
    marked = emacs.value("(let ((start (text-property-any (point-min) (point-max) 'face 'error))) (vector start (next-single-property-change start 'face)))")
    return problem or same(marked, [14, 24])


def articles_that_came_since(emacs):
    problem = listed(emacs, "chim")
    path = os.path.join(os.environ["EDITOR_ARCHIVE"], "tin/chim-3.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write("Chim về vườn\n02/10/2020\nĐàn chim về vườn.\n")
    subprocess.run([TRACUU, "index", "--quiet", path], check=True)
    new = "(with-current-buffer \"*tracuu*\" (tracuu-results--mark))"
    problem = problem or emacs.wait(lambda: same(emacs.value(new), " 1 new"))
    emacs.keys("g")
    return problem or emacs.wait(lambda: same(emacs.value(new), ""))


def the_articles_of_a_time(emacs):
    emacs.run('(tracuu-timeline "bản tin")')
    problem = emacs.wait(lambda: same(emacs.state()["buffer"]["name"], "*tracuu-timeline*"))
    emacs.keys("n\r")
    return problem or emacs.wait(lambda: same(emacs.state()["buffer"]["text"].split("\n")[0], "date:2011 bản tin"))


def an_unknown_article(emacs):
    emacs.run("(driver-begin)")
    emacs.keys("\x1bxtracuu-show\rno-such\r")
    return emacs.wait(lambda: same("tracuu: no article has the id no-such" in emacs.state()["messages"], True))


def a_byte_that_is_no_character(emacs):
    emacs.run('(tracuu-list (concat "chim" (string (unibyte-char-to-multibyte #xe1))))')
    count = "(with-current-buffer \"*tracuu*\" (tracuu-text-count (tracuu-hits-total tracuu-results--hits)))"
    # The byte counts as a sign between words.
    found = json.loads(tracuu("search", "--json", "chim"))["total"]["value"]
    return emacs.wait(lambda: same(emacs.value(count), f"{found} article{'' if found == 1 else 's'}"))
