"""Carries out Tests/EditorTests/scenario.json in a real Emacs, with the completion interface that is named (icomplete unless said otherwise)."""

import json
import os
import signal
import subprocess
import time
import unicodedata

from emacs_session import HERE, Emacs, quoted

ARCHIVE = os.environ["EDITOR_ARCHIVE"]
TRACUU = os.path.join(os.environ["TRACUU_PROGRAMS"], "tracuu")
ORDERS = ["relevance", "newest", "oldest"]
NARROW = {"date": "\x03\x04", "source": "\x03\x13", "author": "\x03\x01"}


def same(found, expected):
    """What is wrong where two values differ."""
    return None if found == expected else f"{found!r} is not {expected!r}"


def holds(text, part):
    """What is wrong where a text lacks another."""
    return None if part in (text or "") else f"{text!r} lacks {part!r}"


def tracuu(*words):
    """Runs the client."""
    return subprocess.run([TRACUU, *words], check=True, capture_output=True, text=True).stdout


class Driver:
    """The steps and the checks of the scenario."""

    def __init__(self, emacs):
        self.emacs = emacs
        self.order = "relevance"

    def path(self, name):
        return os.path.join(ARCHIVE, name)

    def prompt(self):
        return self.emacs.state()["prompt"] or {}

    def opened(self):
        return self.emacs.wait(lambda: None if self.prompt() else "no prompt")

    def replace(self, text):
        """Types a text in the place of the prompt's, a character after the other."""
        for attempt in range(3):
            self.emacs.keys("\x01\x0b")
            for character in text:
                self.emacs.keys(character, rest=0.01)
            problem = self.emacs.wait(lambda: same(self.prompt().get("query"), text), 2)
            # In a terminal, Emacs can drop a byte of a letter when a key interrupts what an interface computes.
            if problem is None:
                return None
            print(f"typed again, attempt {attempt + 1}: {problem}", flush=True)
        return problem

    def close_prompts(self):
        """Leaves prompts that a step before has opened."""
        while self.emacs.state()["depth"] > 0:
            self.emacs.keys("\x07")

    def step(self, step):
        emacs = self.emacs
        if step["do"] in ("open", "similar", "timeline", "list", "word", "selection", "cite"):
            self.close_prompts()
        emacs.run("(driver-begin)")
        do = step["do"]
        if do == "open":
            emacs.run("(tracuu-search)")
            return self.opened()
        if do == "type":
            return self.replace(step["text"])
        if do == "nextPage":
            emacs.keys("\x03\x0e")
        elif do == "narrow":
            before = self.prompt()["query"]
            emacs.keys(NARROW[step["field"]])
            problem = emacs.wait(lambda: None if emacs.state()["choices"] else "no menu")
            emacs.keys(step.get("value", "(any)") + "\r")
            return problem or emacs.wait(lambda: "the query stayed" if self.prompt().get("query") == before else None)
        elif do == "menu":
            emacs.keys(NARROW[step["field"]])
            problem = emacs.wait(lambda: None if emacs.state()["choices"] else "no menu")
            # The last choice takes the filter out.
            self.choices = emacs.state()["choices"][:-1]
            emacs.keys("\x07")
            return problem or emacs.wait(lambda: same(emacs.state()["depth"], 1))
        elif do == "sort":
            while self.order != step["order"]:
                emacs.keys("\x03\x0f")
                self.order = ORDERS[(ORDERS.index(self.order) + 1) % 3]
        elif do == "acceptSuggestion":
            emacs.keys("\x03\x12")
        elif do == "accept":
            emacs.wait(lambda: same(self.prompt().get("asked"), self.prompt().get("query")))
            emacs.keys("\n" if os.environ.get("DRIVER_INTERFACE") != "vertico" else "\r")
        elif do == "cancel":
            emacs.keys("\x07")
            self.order = "relevance"
        elif do == "resume":
            emacs.run("(tracuu-resume)")
            return self.opened()
        elif do == "similar":
            emacs.run(f"(tracuu-similar {quoted(step['id'])})")
        elif do == "timeline":
            emacs.run(f"(tracuu-timeline {quoted(step['query'])})")
        elif do == "list":
            emacs.run(f"(tracuu-list {quoted(step['query'])})")
            problem = emacs.wait(lambda: None if emacs.state()["buffer"]["titles"] else "no list")
            self.listed = len(emacs.state()["buffer"]["titles"])
            emacs.run('(switch-to-buffer "*tracuu*") (first-error)')
            return problem
        elif do in ("word", "selection"):
            part = step["at"] if do == "word" else step["text"]
            start = step["buffer"].index(part)
            end = "nil" if do == "word" else start + len(part)
            emacs.run(f"(driver-scratch {quoted(step['buffer'])} {start} {end})")
            emacs.run("(tracuu-search-at-point)")
            return self.opened()
        elif do == "cite":
            own = '(lambda (article) (format "%s: %s" (alist-get \'id article) (alist-get \'title article)))'
            citation = own if step["format"] == "function" else quoted(step["format"])
            emacs.run('(driver-scratch "" 0 nil)')
            emacs.run(f"(setq tracuu-citation {citation}) (tracuu-cite {quoted(step['id'])})")
        elif do == "write":
            with open(self.path(step["path"]), "w", encoding="utf-8") as file:
                file.write(step["content"])
        elif do == "removeFile":
            os.unlink(self.path(step["path"]))
        elif do == "index":
            emacs.run(f"(tracuu-index {quoted(self.path(step['path']))})")
        elif do == "indexOutside":
            tracuu("index", "--quiet", self.path(step["path"]))
        elif do == "killDaemon":
            os.kill(json.loads(tracuu("status", "--json"))["process"], signal.SIGKILL)
        elif do == "stopDaemon":
            tracuu("daemon", "stop", "--quiet")
        elif do == "withoutProgram":
            emacs.run('(progn (tracuu-client-close) (setq tracuu-program "/nonexistent/tracuu") t)')
            emacs.run(f"(tracuu-list {quoted(step['query'])})")
        else:
            return f"no step {do}"
        return None

    def check(self, name, expected, step):
        """What is wrong with one expectation."""
        state = self.emacs.state()
        prompt, buffer = state["prompt"] or {}, state["buffer"]
        titles = buffer["titles"] if step["do"] == "similar" else prompt.get("titles", [])
        count = f"{expected} article{'' if expected == 1 else 's'}"
        at_rest = same(prompt.get("asked"), prompt.get("query")) if "error" not in step.get("expect", {}) else None
        checks = {
            "first": lambda: same(unicodedata.normalize("NFC", titles[0]) if titles else None, expected),
            "total": lambda: at_rest or holds(prompt.get("note"), count),
            "loaded": lambda: at_rest or same(len(titles), expected),
            "loadedAtLeast": lambda: None if len(titles) >= expected else f"{len(titles)} loaded",
            "distinct": lambda: same(len(set(prompt["ids"])), len(prompt["ids"])),
            "query": lambda: same(prompt.get("query"), expected),
            "history": lambda: same(prompt.get("history", [])[: len(expected)] if expected else prompt.get("history"), expected),
            "error": lambda: self.check_error(prompt, expected),
            "suggestion": lambda: same(prompt.get("suggestion"), expected),
            "preview": lambda: holds(prompt["preview"][0], expected) or same(prompt["preview"][1], True),
            "file": lambda: same(buffer["file"], self.path(expected)),
            "line": lambda: same(buffer["line"], expected),
            "column": lambda: same(buffer["column"], expected["utf-32"]),
            "text": lambda: same(unicodedata.normalize("NFC", buffer["rest"]).startswith(expected), True),
            "article": lambda: holds(buffer["name"], "tracuu://" + ("" if expected == "*" else expected)),
            "readOnly": lambda: same(buffer["readOnly"], expected),
            "contains": lambda: next((p for part in ([expected] if isinstance(expected, str) else expected) if (p := holds(buffer["text"], part))), None),
            "list": lambda: same(self.listed, expected),
            "choices": lambda: same(self.choices, expected),
            "inserted": lambda: same(buffer["text"], expected),
            "new": lambda: holds(prompt.get("note"), f"{expected} new"),
            "message": lambda: holds(state["messages"], expected),
            "open": lambda: same(state["depth"] > 0, expected),
        }
        return checks[name]()

    def check_error(self, prompt, expected):
        """What is wrong with the error that is shown."""
        if expected is None:
            return same(prompt.get("error"), None)
        return same(prompt.get("error"), [expected["column"]["utf-32"], expected["length"]]) or holds(prompt.get("note"), expected["contains"])


def run_steps(tally, interface):
    with open(os.path.join(HERE, "../scenario.json"), encoding="utf-8") as file:
        steps = json.load(file)["steps"]
    emacs = Emacs(interface)
    driver = Driver(emacs)
    try:
        for step in steps:
            try:
                problem = driver.step(step)
                for name, expected in step.get("expect", {}).items():
                    problem = problem or emacs.wait(lambda: driver.check(name, expected, step))
                    if problem:
                        problem = f"{name}: {problem}; messages: {emacs.state()['messages'][-300:]!r}"
                        break
            except Exception as error:  # A step that breaks must not end the others.
                problem = repr(error)
            words = [step["do"], str(step.get("text") or step.get("query") or step.get("value") or step.get("format") or "")]
            tally.add(" ".join(words).strip(), problem)
    finally:
        emacs.close()
