"""What Vim's prompt has to keep of Vim: line editing, keymaps, history and mappings; and that its windows are even on any screen."""

import json
import os
import subprocess
import time
import unicodedata

from scenario import STATE, TRACUU, Scenario

ALT = "\033"
PREVIEW_KEY = "\033[19~"
WIDE_TITLES = [
    "東京とハノイの手紙、そして鉄道の長い物語が続く本当に長い題名の記事ですから読んでください、どうぞよろしく",
    unicodedata.normalize("NFD", "Cánh đồng mây ở quảng trường và những điều mà người nghe còn kể lại mãi về sau, mùa này qua mùa khác"),
    "“Cánh đồng” – … §±×÷ ①②③ αβγ Ωмир mây",
    "Cánh\tđồng mây 👍 ngắn",
]


def run_checks(tally):
    wide = os.path.join(os.environ["EDITOR_ARCHIVE"], "wide.jsonl")
    with open(wide, "w", encoding="utf-8") as file:
        for number, title in enumerate(WIDE_TITLES):
            source = "Báo Đường Phố" if number % 2 else "新聞社"
            article = {"id": f"wide-{number}", "title": title, "source": source, "date": f"2015-03-1{number}", "body": "Cánh đồng mây. " * 60}
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    subprocess.run([TRACUU, "index", "--quiet", wide], check=True)
    for check in CHECKS:
        run(tally, check.__name__.replace("_", " "), check)
    for ambiwidth in ("single", "double"):
        for lines, columns in ((24, 80), (50, 200), (10, 40)):
            run(tally, f"even lines at {columns}x{lines}, ambiwidth {ambiwidth}", even_lines, ambiwidth, lines, columns)


def run(tally, name, check, *arguments):
    scenario = Scenario(50)
    try:
        tally.add(name, check(scenario, *arguments))
    except (AssertionError, OSError) as error:
        tally.add(name, str(error))
    finally:
        scenario.vim.close()


def awaited(scenario, expression, wanted):
    """A reason where the expression does not become what is wanted."""
    found = []

    def is_there():
        found[:] = [scenario.vim.eval(expression)]
        return found[0] == wanted

    return None if scenario.vim.wait(is_there, 5) else f"{expression}: wanted {wanted!r}, found {found[0]!r}"


def keymap(scenario):
    scenario.command("set keymap=vietnamese-telex_utf-8 iminsert=1")
    scenario.do_open({})
    scenario.vim.keys("thafnh ury")
    return awaited(scenario, f"{STATE}.text", "thành ủy")


def letters_like_alt(scenario):
    """To Vim <M-s> is ó and <M-d> is ä, so letters must not be taken for keys."""
    scenario.do_open({})
    text = "ó ä ï é ã á ð"
    scenario.do_type({"text": text})
    return awaited(scenario, "getcmdline()", text) or awaited(scenario, f"{STATE}.sort", "relevance")


def alt_keys(scenario):
    scenario.do_open({})
    scenario.do_type({"text": "bản tin"})
    scenario.vim.keys(ALT + "o")
    reason = awaited(scenario, f"{STATE}.sort", "newest")
    scenario.vim.keys("\033")
    return reason or awaited(scenario, "mode()", "n")


def edited_line(scenario):
    scenario.do_open({})
    scenario.vim.keys("ban tin xa")
    scenario.vim.keys("\027\027\002tờ \005báo")
    return awaited(scenario, f"{STATE}.text", "tờ ban báo")


def own_history(scenario):
    """The history of the user's own input() is his again once the prompt is closed."""
    scenario.command("call histadd('input', 'own line')")
    scenario.do_open({})
    scenario.vim.keys("bản tin")
    scenario.do_cancel({})
    return awaited(scenario, "mode()", "n") or awaited(scenario, "histget('input', -1)", "own line")


def own_mappings(scenario):
    scenario.command("cnoremap <buffer> <C-n> mine")
    scenario.command("set timeoutlen=777")
    scenario.do_open({})
    scenario.do_cancel({})
    return awaited(scenario, "mode()", "n") or awaited(scenario, "[maparg('<C-n>', 'c'), maparg('<CR>', 'c'), &timeoutlen]", ["mine", "", 777])


def long_prompt(scenario):
    """A query of several lines pushes the windows up; they come back when it is short again."""
    scenario.do_open({})
    scenario.do_type({"text": "bản tin " * 30})
    scenario.do_type({"text": "bản tin"})
    scenario.vim.wait(lambda: scenario.see_total(26) is True, 5)
    if not scenario.vim.wait(lambda: scenario.vim.screen()[0].startswith(" Tracuu   26 articles"), 5):
        return "\n".join(scenario.vim.screen())
    return None


def painted_prompt(scenario):
    """The prompt is seen after keys that change it or the windows."""
    scenario.do_open({})
    scenario.do_type({"text": "thanh uy"})
    scenario.vim.wait(lambda: scenario.see_suggestion("thành ủy") is True, 5)
    scenario.vim.keys("\t")
    reason = last_row(scenario, "> thành ủy")
    for _ in range(2):
        scenario.vim.keys(PREVIEW_KEY)
        time.sleep(0.2)
        reason = reason or last_row(scenario, "> thành ủy")
    scenario.open_menu("source")
    scenario.vim.keys("\033")
    time.sleep(0.2)
    return reason or last_row(scenario, "> thành ủy")


def last_row(scenario, wanted):
    return None if scenario.vim.wait(lambda: scenario.vim.screen()[-1] == wanted, 5) else scenario.vim.screen()[-1]


def resized(scenario):
    scenario.do_open({})
    scenario.do_type({"text": "bản tin"})
    scenario.vim.wait(lambda: scenario.see_total(26) is True, 5)
    scenario.vim.resize(40, 150)

    def fills_screen():
        screen = scenario.vim.screen()
        return len(screen) == 40 and screen[0].startswith(" Tracuu   26 articles") and screen[0].endswith("/28") and len(screen[0]) == 149

    return None if scenario.vim.wait(fills_screen, 5) else "\n".join(scenario.vim.screen())


def pending_open(scenario):
    """Enter right behind the last letter opens the hit of all letters."""
    scenario.do_open({})
    scenario.vim.keys("thanh uy ha noi\r")
    return awaited(scenario, "expand('%:t')", "giao-ban.txt")


def cite_while_inserting(scenario):
    scenario.scratch()
    scenario.vim.keys("iXem ")
    scenario.vim.keys("\017:Tracuu cite ++plain nen-1\r")
    scenario.vim.wait(lambda: len(scenario.vim.eval("getline(1)")) > 10, 5)
    scenario.vim.keys(".")
    return awaited(scenario, "getline(1)", "Xem “Kho lưu trữ mở cửa đón bạn đọc”, Tin Phường, 2/10/2011.")


def lost_pages(scenario):
    """Where the daemon keeps the pages of a revision no longer, the list begins again, with the same article selected."""
    scenario.command("g:tracuu_page_size = 10")
    scenario.do_open({})
    scenario.do_type({"text": "bản tin"})
    scenario.vim.wait(lambda: scenario.see_total(26) is True, 5)
    scenario.command(f"{STATE}.revision = 1000000")
    wanted = scenario.vim.eval(f"{STATE}.hits[6].id")
    scenario.vim.keys("\016" * 6)
    reason = awaited(scenario, f"{STATE}.revision < 1000000", True)
    return reason or awaited(scenario, f"{STATE}.hits[{STATE}.selected].id", wanted)


def article_keys(scenario):
    scenario.ex("Tracuu show ban-tin-05")
    reason = awaited(scenario, "getline(1)", "Bản tin phường Hồ Sen số 5")
    scenario.vim.keys("gf")
    return reason or awaited(scenario, "[expand('%:t'), line('.')]", ["ban-tin.jsonl", 5])


def search_in_timeline(scenario):
    scenario.do_timeline({"query": "bản tin"})
    reason = awaited(scenario, "getline(3)[: 3]", "2010")
    scenario.vim.keys("j\r")
    return reason or awaited(scenario, "getcmdline()", "date:2011 bản tin")


def list_without_visit(scenario):
    scenario.ex("Tracuu! list huyện ủy")
    reason = awaited(scenario, "len(getqflist())", 2)
    return reason or awaited(scenario, "[bufname(), winnr('$')]", ["", 1])


def history_file(scenario):
    path = os.path.join(os.environ["XDG_STATE_HOME"], "tracuu/history")
    mode = oct(os.stat(path).st_mode & 0o777)
    with open(path, encoding="utf-8") as file:
        queries = file.read().split("\n")
    if mode != "0o600" or any(a == b for a, b in zip(queries, queries[1:])):
        return f"{mode} {queries}"
    with open(path, "a", encoding="utf-8") as file:
        file.writelines(f"query {number}\n" for number in range(2100))
    scenario.do_open({})
    scenario.vim.keys("đèn lồng\r")
    scenario.vim.wait(lambda: not scenario.is_open(), 5)

    def newest():
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        return len(lines) == 1001 and lines[-3:] == ["query 2099", "đèn lồng", ""]

    return None if scenario.vim.wait(newest, 5) else "the history is not cut to 1,000 queries"


CHECKS = (
    keymap, letters_like_alt, alt_keys, edited_line, own_history, own_mappings, long_prompt, painted_prompt, resized, pending_open,
    lost_pages, cite_while_inserting, article_keys, search_in_timeline, list_without_visit, history_file,
)


def even_lines(scenario, ambiwidth, lines, columns):
    scenario.vim.resize(lines, columns)
    scenario.command(f"set ambiwidth={ambiwidth}")
    reason = awaited(scenario, "[&lines, &columns]", [lines, columns])
    scenario.do_open({})
    scenario.do_type({"text": "cánh đồng mây"})
    reason = reason or awaited(scenario, f"[{STATE}.answered, len({STATE}.hits) >= 4]", [True, True])
    if reason:
        return reason
    time.sleep(0.3)
    for window in ("head", "list", "rule", "hint"):
        place = scenario.vim.eval(f"get(tracuu#picker#screen#places, '{window}', {{'width': 0}})")
        for line in scenario.lines(window):
            width = scenario.vim.eval(f"strdisplaywidth({json.dumps(line, ensure_ascii=False)})")
            if width != place["width"]:
                return f"{window} is {place['width']} cells wide, a line of it {width}: {line}"
    # On the painted screen sources begin in one column.
    begins = set()
    for row in range(2, 2 + 4 * scenario.vim.eval("tracuu#picker#screen#RowsPerHit()")):
        cells = [scenario.vim.eval(f"screenstring({row}, {column})") for column in range(1, columns + 1)]
        for source in ("新", "B"):
            if source in cells[12:] and (source == "新" or cells[cells.index("B", 12) : cells.index("B", 12) + 3] == list("Báo")):
                begins.add(cells.index(source, 12))
    wanted = 1 if columns >= 50 else 0
    return None if len(begins) == wanted else f"sources begin in columns {sorted(begins)}"
