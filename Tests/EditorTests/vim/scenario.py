"""Carries out Tests/EditorTests/scenario.json in a real Vim, key by key, and checks what Vim shows."""

import json
import os
import signal
import subprocess
import time
import unicodedata

from vim_session import VimSession

HERE = os.path.dirname(os.path.abspath(__file__))
ARCHIVE = os.environ["EDITOR_ARCHIVE"]
TRACUU = os.path.join(os.environ["TRACUU_PROGRAMS"], "tracuu")
NARROWING_KEYS = {"date": "\033OQ", "source": "\033OR", "author": "\033OS"}
SORT_KEY = "\033[15~"
PAGE_DOWN = "\033[6~"
STATE = "tracuu#picker#state#now"
WINDOW = "tracuu#picker#screen#Lines('{}')"


class Scenario:
    def __init__(self, page_size):
        self.vim = VimSession(os.path.join(HERE, "session.vim"))
        plugin = os.path.join(HERE, "../../../Sources/Editors/vim")
        self.command(f"set runtimepath^={os.path.abspath(plugin)}")
        self.command("filetype plugin on | runtime plugin/tracuu.vim")
        self.command(f"g:tracuu_program = '{TRACUU}'")
        self.command(f"g:tracuu_page_size = {page_size}")

    def command(self, text):
        failure = self.vim.execute(text)
        if failure:
            raise AssertionError(f"{text}: {failure}")

    def is_open(self):
        return self.vim.eval("mode()") == "c"

    def close_prompt(self):
        if self.is_open():
            self.vim.keys("\033")
            self.vim.wait(lambda: not self.is_open())

    def ex(self, text, opens=False):
        self.close_prompt()
        self.vim.keys(f":{text}\r")
        if opens and not self.vim.wait(lambda: self.vim.eval("getcmdtype()") == "@"):
            raise AssertionError("the prompt does not open")

    def scratch(self, text=""):
        self.close_prompt()
        self.command("enew!")
        self.vim.eval(f"setline(1, {json.dumps(text, ensure_ascii=False)})")

    # The steps.

    def do_open(self, step):
        self.ex("Tracuu", opens=True)

    def do_type(self, step):
        self.vim.keys("\025")
        for character in step["text"]:
            self.vim.keys(character)
            time.sleep(0.01)

    def do_nextPage(self, step):
        last = self.vim.eval(f"len({STATE}.hits)") - 1
        for _ in range(last + 1):
            if self.vim.eval(f"{STATE}.selected") >= last:
                break
            self.vim.keys(PAGE_DOWN)
            time.sleep(0.05)

    def do_narrow(self, step):
        self.open_menu(step["field"])
        self.vim.keys(step.get("value", "(any)"))
        time.sleep(0.05)
        self.vim.keys("\r")

    def do_menu(self, step):
        self.open_menu(step["field"])
        self.choices = [value for value in self.vim.eval("tracuu#picker#menu#Values()") if value != "(any)"]
        self.vim.keys("\033")
        self.vim.wait(lambda: not self.vim.eval("tracuu#picker#menu#Values()"))

    def open_menu(self, field):
        self.vim.wait(lambda: self.vim.eval(f"{STATE}.answered"))
        self.vim.keys(NARROWING_KEYS[field])
        if not self.vim.wait(lambda: self.vim.eval("tracuu#picker#menu#Values()")):
            raise AssertionError("the menu does not open")

    def do_sort(self, step):
        for _ in range(3):
            if self.vim.eval(f"{STATE}.sort") == step["order"]:
                return
            self.vim.keys(SORT_KEY)
            time.sleep(0.05)

    def do_acceptSuggestion(self, step):
        self.vim.keys("\t")

    def do_accept(self, step):
        self.vim.keys("\r")
        self.vim.wait(lambda: not self.is_open())

    def do_cancel(self, step):
        self.vim.keys("\033")

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
        self.vim.eval(f"cursor(1, stridx(getline(1), '{step['at']}') + 1)")
        self.ex("Tracuu word", opens=True)

    def do_selection(self, step):
        self.scratch(step["buffer"])
        self.vim.eval(f"cursor(1, stridx(getline(1), '{step['text']}') + 1)")
        self.vim.keys(f"v{len(step['text']) - 1}l")
        self.ex("Tracuu selection", opens=True)

    def do_cite(self, step):
        self.scratch()
        if step["format"] == "function":
            self.command("g:tracuu_citation = 'g:DriverCitation'")
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
        self.vim.wait(lambda: self.vim.eval(f"{STATE}.answered"))
        subprocess.run([TRACUU, "index", "--quiet", os.path.join(ARCHIVE, step["path"])], check=True)

    def do_killDaemon(self, step):
        status = subprocess.run([TRACUU, "status", "--json"], check=True, capture_output=True)
        os.kill(json.loads(status.stdout)["process"], signal.SIGKILL)

    def do_stopDaemon(self, step):
        self.close_prompt()
        subprocess.run([TRACUU, "daemon", "stop", "--quiet"], check=True)

    def do_withoutProgram(self, step):
        self.command("g:tracuu_program = '/nonexistent/tracuu'")
        self.command("call tracuu#client#Close()")
        self.ex("Tracuu", opens=True)
        self.do_type({"text": step["query"]})

    # What is checked; each gives a reason, or nothing where it holds.

    def check(self, key, wanted, step):
        if isinstance(wanted, dict) and "utf-8" in wanted:
            wanted = wanted["utf-8"]
        if key in ("first", "total", "loaded", "loadedAtLeast", "distinct", "query") and not self.vim.eval(f"{STATE}.answered"):
            return "no answer"
        found = getattr(self, f"see_{key}")(wanted)
        return None if found is True else f"{key}: wanted {wanted!r}, found {found!r}"

    def lines(self, window):
        return self.vim.eval(WINDOW.format(window))

    def see_first(self, wanted):
        line = next(iter(self.lines("list")), "")
        return nfc(line[13:]).startswith(nfc(wanted)) or line

    def see_total(self, wanted):
        head = " ".join(self.lines("head"))
        noun = "article" if wanted == 1 else "articles"
        return f"   {wanted} {noun}" in head or head

    def see_loaded(self, wanted):
        found = self.vim.eval(f"len({STATE}.hits)")
        return found == wanted or found

    def see_loadedAtLeast(self, wanted):
        found = self.vim.eval(f"len({STATE}.hits)")
        return found >= wanted or found

    def see_distinct(self, wanted):
        ids = self.vim.eval(f"{STATE}.hits->mapnew('v:val.id')")
        return len(set(ids)) == len(ids) or ids

    def see_query(self, wanted):
        found = self.vim.eval("getcmdline()")
        return found == wanted or found

    def see_history(self, wanted):
        found = self.vim.eval("range(1, max([histnr('@'), 0]))->map('histget(\"@\", v:val)')->filter('!empty(v:val)')->reverse()")
        return found[: len(wanted)] == wanted and (bool(wanted) or not found) or found

    def see_error(self, wanted):
        marks = self.vim.eval("tracuu#picker#screen#Window('hint')->winbufnr()->getbufline(1, '$')")
        marked = [line for line in marks if set(line.strip()) == {"^"}]
        if wanted is None:
            return not marked or marks
        column = wanted["column"]["utf-8"]
        query = self.vim.eval("getcmdline()")
        before = len(nfc("> " + query.encode()[:column].decode()))
        right = bool(marked) and len(marked[0].rstrip()) == before + wanted["length"] and marked[0].count("^") == wanted["length"]
        return right and wanted["contains"] in " ".join(marks) or [query, *marks]

    def see_suggestion(self, wanted):
        hint = " ".join(self.lines("hint"))
        return f"Tab: {wanted} " in hint or hint

    def see_preview(self, wanted):
        lines = self.lines("preview")
        for number, line in enumerate(lines, 1):
            if wanted in line:
                props = self.vim.eval(f"prop_list({number}, {{'bufnr': winbufnr(tracuu#picker#screen#Window('preview'))}})")
                return any(prop["type"] == "tracuu_match" for prop in props) or "no match is marked"
        return lines

    def see_file(self, wanted):
        found = os.path.relpath(os.path.realpath(self.vim.eval("expand('%:p')")), os.path.realpath(ARCHIVE))
        return found == wanted or found

    def see_line(self, wanted):
        found = self.vim.eval("line('.')")
        return found == wanted or found

    def see_column(self, wanted):
        found = self.vim.eval("col('.') - 1")
        return found == wanted or found

    def see_text(self, wanted):
        found = self.vim.eval("strpart(getline('.'), col('.') - 1)")
        return nfc(found).startswith(nfc(wanted)) or found

    def see_article(self, wanted):
        found = self.vim.eval("bufname()")
        return (found.startswith("tracuu://") if wanted == "*" else found == f"tracuu://{wanted}") or found

    def see_readOnly(self, wanted):
        return self.vim.eval("&modifiable") == 0 or "modifiable"

    def see_contains(self, wanted):
        text = "\n".join(self.vim.eval("getline(1, '$')"))
        parts = wanted if isinstance(wanted, list) else [wanted]
        return all(part in text for part in parts) or text

    def see_list(self, wanted):
        found = self.vim.eval("len(getqflist())")
        return found == wanted or found

    def see_choices(self, wanted):
        return self.choices == wanted or self.choices

    def see_inserted(self, wanted):
        found = "\n".join(self.vim.eval("getline(1, '$')"))
        return found == wanted or found

    def see_new(self, wanted):
        head = " ".join(self.lines("head"))
        return f"   {wanted} new" in head or head

    def see_message(self, wanted):
        shown = self.lines("hint") if self.is_open() else self.vim.eval("execute('messages')").strip().split("\n")[-1:]
        found = " ".join(line.strip() for line in shown)
        return wanted in found or found

    def see_open(self, wanted):
        found = self.is_open() or bool(self.vim.eval("popup_list()"))
        return found == wanted or found


def nfc(text):
    return unicodedata.normalize("NFC", text)


def described(step):
    rest = [str(value) for key, value in step.items() if key not in ("do", "expect", "content")]
    return " ".join([step["do"], *rest])


def reason_for(scenario, step):
    """Why a step failed, or nothing."""
    try:
        getattr(scenario, f"do_{step['do']}")(step)
        for key, value in step.get("expect", {}).items():
            end = time.monotonic() + 10
            reason = scenario.check(key, value, step)
            while reason and time.monotonic() < end:
                time.sleep(0.03)
                reason = scenario.check(key, value, step)
            if reason:
                return reason
    except (AssertionError, OSError, subprocess.CalledProcessError) as error:
        return str(error) or type(error).__name__
    return None


def run_steps(tally):
    with open(os.path.join(HERE, "../scenario.json"), encoding="utf-8") as file:
        wanted = json.load(file)
    scenario = Scenario(wanted["pageSize"])
    try:
        for step in wanted["steps"]:
            tally.add(described(step), reason_for(scenario, step))
    finally:
        scenario.vim.close()
