"""Carries out Tests/EditorTests/scenario.json in a real Neovim, key by key, and checks what Neovim shows."""

import json
import os
import signal
import subprocess
import sys
import time
import unicodedata

from nvim_session import HERE, NvimSession

ARCHIVE = os.environ["EDITOR_ARCHIVE"]
TRACUU = os.path.join(os.environ["TRACUU_PROGRAMS"], "tracuu")
NARROWING_KEYS = {"date": "\033d", "source": "\033s", "author": "\033a"}
SORT_KEY = "\033o"
PAGE_DOWN = "\033[6~"
STATE = "require('tracuu.picker.state').now"
WINDOWS = "require('tracuu.picker.windows')"


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


class Scenario:
    def __init__(self, page_size):
        self.nvim = NvimSession()
        self.setup(f"program = {quoted(TRACUU)}, page_size = {page_size}")
        self.page_size = page_size

    def setup(self, options):
        self.nvim.lua(f"require('tracuu').setup({{ {options} }})")

    def state(self, path):
        return self.nvim.eval(f"{STATE}.{path}")

    def is_open(self):
        return bool(self.state("open"))

    def close_prompt(self):
        if self.is_open():
            self.nvim.keys("\007")
            self.nvim.wait(lambda: not self.is_open())
        self.nvim.wait(lambda: self.nvim.eval("vim.fn.mode()") == "n")

    def ex(self, text, opens=False):
        self.close_prompt()
        self.nvim.keys(f":{text}\r")
        if opens and not self.nvim.wait(lambda: self.is_open() and self.nvim.eval("vim.fn.mode()") == "i"):
            raise AssertionError("the prompt does not open")

    def scratch(self, text=""):
        self.close_prompt()
        self.nvim.lua(f"vim.cmd('enew!') vim.fn.setline(1, {quoted(text)})")

    def to(self, text):
        self.nvim.lua(f"vim.fn.cursor(1, vim.fn.stridx(vim.fn.getline(1), {quoted(text)}) + 1)")

    # The steps.

    def do_open(self, step):
        self.ex("Tracuu", opens=True)

    def do_type(self, step):
        self.nvim.keys("\025")
        for character in step["text"]:
            self.nvim.keys(character)
            time.sleep(0.01)

    def do_nextPage(self, step):
        last = len(self.state("hits"))
        for _ in range(last + 1):
            if self.state("selected") >= last:
                break
            self.nvim.keys(PAGE_DOWN)
            time.sleep(0.05)

    def do_narrow(self, step):
        self.open_menu(step["field"])
        value = step.get("value", "(any)")
        self.nvim.keys(value)
        self.nvim.wait(lambda: self.nvim.eval("require('tracuu.picker.menu').values()")[:1] == [value])
        self.nvim.keys("\r")

    def do_menu(self, step):
        self.open_menu(step["field"])
        self.choices = [value for value in self.nvim.eval("require('tracuu.picker.menu').values()") if value != "(any)"]
        self.nvim.keys("\007")
        self.nvim.wait(lambda: not self.nvim.eval("require('tracuu.picker.menu').values()"))

    def open_menu(self, field):
        self.nvim.wait(lambda: self.state("answered"))
        self.nvim.keys(NARROWING_KEYS[field])
        if not self.nvim.wait(lambda: self.nvim.eval("require('tracuu.picker.menu').values()")):
            raise AssertionError("the menu does not open")

    def do_sort(self, step):
        for _ in range(3):
            if self.state("sort") == step["order"]:
                return
            self.nvim.keys(SORT_KEY)
            time.sleep(0.1)

    def do_acceptSuggestion(self, step):
        self.nvim.keys("\t")

    def do_accept(self, step):
        self.nvim.keys("\r")
        self.nvim.wait(lambda: not self.is_open())

    def do_cancel(self, step):
        self.nvim.keys("\033")

    def do_resume(self, step):
        self.ex("Tracuu resume", opens=True)

    def do_similar(self, step):
        self.ex(f"Tracuu similar {step['id']}", opens=True)

    def do_timeline(self, step):
        self.ex(f"Tracuu timeline {step['query']}")

    def do_list(self, step):
        self.ex(f"Tracuu list {step['query']}")

    def do_word(self, step):
        self.scratch(step["buffer"])
        self.to(step["at"])
        self.ex("Tracuu word", opens=True)

    def do_selection(self, step):
        self.scratch(step["buffer"])
        self.to(step["text"])
        self.nvim.keys(f"v{len(step['text']) - 1}l")
        self.ex("Tracuu selection", opens=True)

    def do_cite(self, step):
        self.scratch()
        if step["format"] == "function":
            function = "function(article) return article.id .. ': ' .. article.title end"
            self.setup(f"program = {quoted(TRACUU)}, page_size = {self.page_size}, citation = {function}")
            self.ex(f"Tracuu cite {step['id']}")
        else:
            self.ex(f"Tracuu cite ++{step['format']} {step['id']}")

    def do_write(self, step):
        with open(os.path.join(ARCHIVE, step["path"]), "w", encoding="utf-8") as file:
            file.write(step["content"])

    def do_removeFile(self, step):
        os.remove(os.path.join(ARCHIVE, step["path"]))

    def do_index(self, step):
        self.ex(f"Tracuu index {os.path.join(ARCHIVE, step['path'])}")

    def do_indexOutside(self, step):
        self.nvim.wait(lambda: self.state("answered"))
        subprocess.run([TRACUU, "index", "--quiet", os.path.join(ARCHIVE, step["path"])], check=True)

    def do_killDaemon(self, step):
        status = subprocess.run([TRACUU, "status", "--json"], check=True, capture_output=True)
        os.kill(json.loads(status.stdout)["process"], signal.SIGKILL)

    def do_stopDaemon(self, step):
        self.close_prompt()
        subprocess.run([TRACUU, "daemon", "stop", "--quiet"], check=True)

    def do_withoutProgram(self, step):
        self.setup("program = '/nonexistent/tracuu'")
        self.nvim.lua("require('tracuu.client').close()")
        self.ex("Tracuu", opens=True)
        self.do_type({"text": step["query"]})

    # What is checked; each gives a reason, or nothing where it holds.

    def check(self, key, wanted, step):
        if isinstance(wanted, dict) and "utf-8" in wanted:
            wanted = wanted["utf-8"]
        if key in ("first", "total", "loaded", "loadedAtLeast", "distinct", "query") and not self.state("answered"):
            return "no answer"
        found = getattr(self, f"see_{key}")(wanted)
        return None if found is True else f"{key}: wanted {wanted!r}, found {found!r}"

    def lines(self, window):
        return self.nvim.eval(f"{WINDOWS}.lines({quoted(window)})") or []

    def see_first(self, wanted):
        line = next(iter(self.lines("list")), "")
        return nfc(line[13:]).startswith(nfc(wanted)) or line

    def see_total(self, wanted):
        head = " ".join(self.lines("head"))
        noun = "article" if wanted == 1 else "articles"
        return f"   {wanted} {noun}  " in head or head

    def see_loaded(self, wanted):
        found = len(self.state("hits"))
        return found == wanted or found

    def see_loadedAtLeast(self, wanted):
        found = len(self.state("hits"))
        return found >= wanted or found

    def see_distinct(self, wanted):
        ids = [hit["id"] for hit in self.state("hits")]
        return len(set(ids)) == len(ids) or ids

    def see_query(self, wanted):
        lines = self.lines("prompt")
        return lines == ["> " + wanted] or lines

    def see_history(self, wanted):
        """The history as the Up key offers it."""
        found = self.state("past")
        shown = []
        for _ in wanted:
            before = self.lines("prompt")
            self.nvim.keys("\033[A")
            self.nvim.wait(lambda: self.lines("prompt") != before, 1)
            shown.append(self.lines("prompt")[0][2:])
        for _ in wanted:
            self.nvim.keys("\033[B")
        matches = found[: len(wanted)] == wanted and (bool(wanted) or not found)
        return matches and (shown == wanted or self.state("text") in wanted) or [found, shown]

    def see_error(self, wanted):
        """The underlined part of the prompt, and the message above it."""
        marks = self.nvim.lua(
            f"local buffer = {WINDOWS}.buffer('prompt') "
            "return vim.api.nvim_buf_get_extmarks(buffer, require('tracuu.highlight').namespace, 0, -1, { details = true })"
        )
        if wanted is None:
            return not marks or marks
        prompt = self.lines("prompt")[0].encode()
        column = wanted["column"]["utf-8"] + 2
        if len(marks) != 1 or marks[0][2] != column:
            return marks
        length = len(prompt[column : marks[0][3]["end_col"]].decode())
        hint = " ".join(self.lines("hint"))
        return length == wanted["length"] and wanted["contains"] in hint or [length, hint]

    def see_suggestion(self, wanted):
        hint = " ".join(self.lines("hint"))
        return f"Tab: {wanted} " in hint or hint

    def see_preview(self, wanted):
        lines = self.lines("preview")
        for number, line in enumerate(lines):
            if wanted in line:
                groups = self.nvim.lua(
                    f"local buffer = {WINDOWS}.buffer('preview') "
                    "return vim.tbl_map(function(mark) return mark[4].hl_group end, vim.api.nvim_buf_get_extmarks("
                    f"buffer, require('tracuu.highlight').namespace, {{ {number}, 0 }}, {{ {number}, -1 }}, {{ details = true }}))"
                )
                return "TracuuMatch" in groups or "no match is marked"
        return lines

    def see_file(self, wanted):
        found = os.path.relpath(os.path.realpath(self.nvim.eval("vim.fn.expand('%:p')")), os.path.realpath(ARCHIVE))
        return found == wanted or found

    def see_line(self, wanted):
        found = self.nvim.eval("vim.fn.line('.')")
        return found == wanted or found

    def see_column(self, wanted):
        found = self.nvim.eval("vim.fn.col('.')") - 1
        return found == wanted or found

    def see_text(self, wanted):
        found = self.nvim.eval("vim.fn.strpart(vim.fn.getline('.'), vim.fn.col('.') - 1)")
        return nfc(found).startswith(nfc(wanted)) or found

    def see_article(self, wanted):
        found = self.nvim.eval("vim.fn.bufname()")
        return (found.startswith("tracuu://") if wanted == "*" else found == f"tracuu://{wanted}") or found

    def see_readOnly(self, wanted):
        return not self.nvim.eval("vim.bo.modifiable") or "modifiable"

    def see_contains(self, wanted):
        text = "\n".join(self.nvim.eval("vim.fn.getline(1, '$')"))
        parts = wanted if isinstance(wanted, list) else [wanted]
        return all(part in text for part in parts) or text

    def see_list(self, wanted):
        found = self.nvim.eval("#vim.fn.getqflist()")
        return found == wanted or found

    def see_choices(self, wanted):
        return self.choices == wanted or self.choices

    def see_inserted(self, wanted):
        found = "\n".join(self.nvim.eval("vim.fn.getline(1, '$')"))
        return found == wanted or found

    def see_new(self, wanted):
        head = " ".join(self.lines("head"))
        return f"   {wanted} new" in head or head

    def see_message(self, wanted):
        if self.is_open():
            shown = self.lines("hint")
        else:
            shown = self.nvim.eval("vim.fn.execute('messages')").strip().split("\n")[-1:]
        found = " ".join(line.strip() for line in shown)
        return wanted in found or found

    def see_open(self, wanted):
        floats = self.nvim.lua(
            "return #vim.tbl_filter(function(window) return vim.api.nvim_win_get_config(window).relative ~= '' end, vim.api.nvim_list_wins())"
        )
        return (self.is_open() or floats > 0) == wanted or floats


def nfc(text):
    return unicodedata.normalize("NFC", text)


def described(step):
    rest = [str(value) for key, value in step.items() if key not in ("do", "expect", "content")]
    return " ".join([step["do"], *rest])


def main():
    with open(os.path.join(HERE, "../scenario.json"), encoding="utf-8") as file:
        wanted = json.load(file)
    scenario = Scenario(wanted["pageSize"])
    passed = failed = 0
    try:
        for number, step in enumerate(wanted["steps"], 1):
            reason = None
            try:
                getattr(scenario, f"do_{step['do']}")(step)
                for key, value in step.get("expect", {}).items():
                    end = time.monotonic() + 10
                    reason = scenario.check(key, value, step)
                    while reason and time.monotonic() < end:
                        time.sleep(0.03)
                        reason = scenario.check(key, value, step)
                    if reason:
                        break
            except (AssertionError, OSError, subprocess.CalledProcessError) as error:
                reason = str(error) or type(error).__name__
            if reason:
                failed += 1
                print(f"not ok {number} {described(step)}: {reason}", flush=True)
            else:
                passed += 1
                print(f"ok {number} {described(step)}", flush=True)
    finally:
        scenario.nvim.close()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
