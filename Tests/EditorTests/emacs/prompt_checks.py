"""What Emacs' prompt has to show in each completion interface, and that it never waits for the daemon."""

import json
import os
import signal
import subprocess
import time
import unicodedata

from emacs_session import Emacs, quoted
from scenario import TRACUU, same, tracuu

INTERFACES = ("help", "icomplete", "fido", "vertico")
NEXT = "\x0e"
SELECTED = "(alist-get 'id (tracuu-prompt-selected-hit))"
WIDE_TITLES = [
    "東京とハノイの手紙、そして鉄道の長い物語が続く本当に長い題名の記事ですから読んでください",
    unicodedata.normalize("NFD", "Cánh đồng mây ở quảng trường và những điều mà người nghe còn kể lại mãi về sau"),
    "“Cánh đồng” – … §±×÷ αβγ Ωмир mây",
    "Cánh\tđồng mây ngắn",
]


def run_checks(tally):
    wide = os.path.join(os.environ["EDITOR_ARCHIVE"], "wide.jsonl")
    with open(wide, "w", encoding="utf-8") as file:
        for number, title in enumerate(WIDE_TITLES):
            article = {"id": f"wide-{number}", "title": title, "source": "新聞社", "date": f"2015-03-1{number}", "body": "Cánh đồng mây. " * 60}
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    subprocess.run([TRACUU, "index", "--quiet", wide], check=True)
    for interface in INTERFACES:
        emacs = Emacs(interface)
        try:
            if interface == "vertico" and not emacs.value("(featurep 'vertico)"):
                print("SKIPPED vertico: the package elpa-vertico is not installed", flush=True)
                continue
            for check in CHECKS + (SELECTION_CHECKS if interface != "help" else []):
                try:
                    problem = check(emacs, interface)
                except Exception as error:  # A check that breaks must not end the others.
                    problem = repr(error)
                tally.add(f"{check.__name__.replace('_', ' ')} in {interface}", problem)
                leave(emacs)
        finally:
            emacs.close()


def leave(emacs):
    """Closes all prompts."""
    while emacs.state()["depth"] > 0:
        emacs.keys("\x07")


def search(emacs, text):
    """Opens the prompt with a text, and waits for its answer."""
    emacs.run(f"(tracuu-search {quoted(text)})")
    return emacs.wait(lambda: same((emacs.state()["prompt"] or {}).get("asked"), text))


def prompt(emacs):
    return emacs.state()["prompt"] or {}


def ids_of(query):
    """The articles of a query's first page, as the command line gives them."""
    return [hit["id"] for hit in json.loads(tracuu("search", "--json", "--limit", "10", query))["hits"]]


def all_signs_of_a_query(emacs, _interface):
    emacs.run("(tracuu-search)")
    for sign in 'tin ? "a b" (c) -d':
        emacs.keys(sign, rest=0.05)
    return emacs.wait(lambda: same(prompt(emacs).get("query"), 'tin ? "a b" (c) -d'))


def the_order_of_the_daemon(emacs, _interface):
    # Without marks, so that an interface that matches by itself is noticed.
    problem = search(emacs, "ban tin")
    return problem or same([text.split()[-1] for text in emacs.value("(driver-shown)")], ids_of("ban tin"))


def even_columns(emacs, _interface):
    problem = search(emacs, "cánh đồng mây")
    widths = emacs.value(
        "(vconcat (mapcar (lambda (text) (string-width (substring-no-properties text 0 (text-property-any 0 (length text) 'invisible t text)))) tracuu-search--candidates))"
    )
    return problem or same(len(widths) >= len(WIDE_TITLES), True) or same(len(set(widths)), 1)


def the_next_page_near_the_end(emacs, _interface):
    problem = search(emacs, "bản tin")
    for _ in range(9):
        emacs.keys(NEXT, rest=0.1)
    return problem or emacs.wait(lambda: same(len(prompt(emacs).get("ids", [])) >= 20, True)) or same(emacs.value(SELECTED), prompt(emacs)["ids"][9])


def the_article_selected_on_resume(emacs, interface):
    problem = search(emacs, "bản tin")
    emacs.keys(NEXT * 3)
    chosen = emacs.value(SELECTED)
    emacs.keys("\n" if interface == "icomplete" else "\r")
    problem = problem or emacs.wait(lambda: same(emacs.state()["depth"], 0)) or same(chosen, ids_of("bản tin")[3])
    emacs.run("(tracuu-resume)")
    return problem or emacs.wait(lambda: same(prompt(emacs).get("asked"), "bản tin")) or same(emacs.value(SELECTED), chosen)


def the_history_where_nothing_is_typed(emacs, interface):
    search(emacs, "phường nào đó")
    emacs.keys("\x03\x0c")
    emacs.run("(tracuu-search)")
    problem = emacs.wait(lambda: same(prompt(emacs).get("history", [""])[0], "phường nào đó"))
    if interface == "vertico":
        emacs.keys("\r")
        problem = problem or emacs.wait(lambda: same(prompt(emacs).get("query"), "phường nào đó"))
    return problem


def a_citation_where_the_search_began(emacs, _interface):
    emacs.run('(driver-scratch "" 0 nil) (setq tracuu-citation "plain")')
    problem = search(emacs, "hai thành phố đổi thư")
    emacs.keys("\x03\x17")
    return problem or emacs.wait(lambda: same("20/5/2016" in emacs.state()["buffer"]["text"], True))


def a_preview_that_can_be_turned_off(emacs, _interface):
    emacs.run('(driver-scratch "mine" 0 nil)')
    problem = search(emacs, "den long")
    shown = lambda: (prompt(emacs).get("preview") or [""])[0]  # noqa: E731
    problem = problem or emacs.wait(lambda: same("Đèn lồng giấy" in shown(), True))
    emacs.keys("\x03\x10")
    problem = problem or emacs.wait(lambda: same(shown(), "mine"))
    emacs.keys("\x03\x10")
    return problem


def keys_while_the_daemon_stands_still(emacs, _interface):
    problem = search(emacs, "bản")
    daemon = json.loads(tracuu("status", "--json"))["process"]
    os.kill(daemon, signal.SIGSTOP)
    try:
        start = time.monotonic()
        emacs.keys(" tin", rest=0.1)
        problem = problem or emacs.wait(lambda: same(prompt(emacs).get("query"), "bản tin"), 2)
        emacs.keys("\x07")
        problem = problem or emacs.wait(lambda: same(emacs.state()["depth"], 0), 2)
        return problem or same(time.monotonic() - start < 2, True)
    finally:
        os.kill(daemon, signal.SIGCONT)


CHECKS = [
    all_signs_of_a_query,
    the_order_of_the_daemon,
    even_columns,
    the_history_where_nothing_is_typed,
    a_citation_where_the_search_began,
    a_preview_that_can_be_turned_off,
    keys_while_the_daemon_stands_still,
]
SELECTION_CHECKS = [the_next_page_near_the_end, the_article_selected_on_resume]
