"""What Neovim's prompt has to keep of Neovim: line editing, keymaps, cursor and windows; and that its lines are even on any screen."""

import fcntl
import json
import os
import struct
import subprocess
import termios
import time
import unicodedata

from scenario import ARCHIVE, STATE, TRACUU, WINDOWS, Scenario, quoted

MODE = "vim.api.nvim_get_mode().mode"
WIDE_TITLES = [
    "東京とハノイの手紙、そして鉄道の長い物語が続く本当に長い題名の記事ですから読んでください、どうぞよろしく",
    unicodedata.normalize("NFD", "Cánh đồng mây ở quảng trường và những điều mà người nghe còn kể lại mãi về sau, mùa này qua mùa khác"),
    "“Cánh đồng” – … §±×÷ ①②③ αβγ Ωмир mây",
    "Cánh\tđồng mây 👍 ngắn",
]


def run_checks(tally):
    wide = os.path.join(ARCHIVE, "wide.jsonl")
    with open(wide, "w", encoding="utf-8") as file:
        for number, title in enumerate(WIDE_TITLES):
            source = "Báo Đường Phố" if number % 2 else "新聞社"
            article = {"id": f"wide-{number}", "title": title, "source": source, "date": f"2015-03-1{number}", "body": "Cánh đồng mây. " * 60}
            file.write(json.dumps(article, ensure_ascii=False) + "\n")
    subprocess.run([TRACUU, "index", "--quiet", wide], check=True)
    checks = (
        keymap, letters_like_alt, edited_line, pasted_lines, history_keys, history_file, messages_in_pieces, cursor_kept, options_kept,
        another_window, resized, pending_open, open_while_inserting, ways_to_open, to_quickfix, cite_while_inserting, cite_chosen,
        similar_at_hand, timeline_entered, wrong_option, health,
    )
    for check in checks:
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
        scenario.nvim.close()


def awaited(scenario, expression, wanted):
    """A reason where the expression does not become what is wanted."""
    found = []

    def is_there():
        found[:] = [scenario.nvim.eval(expression)]
        return found[0] == wanted

    return None if scenario.nvim.wait(is_there, 5) else f"{expression}: wanted {wanted!r}, found {found[0]!r}"


def resize(scenario, lines, columns):
    fcntl.ioctl(scenario.nvim.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    return awaited(scenario, "{ vim.o.lines, vim.o.columns }", [lines, columns])


def keymap(scenario):
    scenario.nvim.lua("vim.cmd('set keymap=vietnamese-telex_utf-8 iminsert=1')")
    scenario.do_open({})
    scenario.nvim.keys("thafnh ury")
    return awaited(scenario, f"{STATE}.text", "thành ủy")


def letters_like_alt(scenario):
    scenario.do_open({})
    text = "ó ä ï é ã á ð"
    scenario.do_type({"text": text})
    return awaited(scenario, f"{STATE}.text", text) or awaited(scenario, f"{STATE}.sort", "relevance")


def edited_line(scenario):
    """Words and the line are deleted as in Insert mode, and the prompt's own "> " is not."""
    scenario.do_open({})
    scenario.nvim.keys("ban tin xa")
    scenario.nvim.keys("\027\027")
    reason = awaited(scenario, f"{STATE}.text", "ban ")
    scenario.nvim.keys("\027\027\010\010tờ")
    return reason or awaited(scenario, f"{WINDOWS}.lines('prompt')", ["> tờ"]) or awaited(scenario, MODE, "i")


def pasted_lines(scenario):
    scenario.do_open({})
    scenario.nvim.keys("\033[200~thành ủy\nhà nội\033[201~")
    return awaited(scenario, f"{STATE}.text", "thành ủy hà nội") or awaited(scenario, f"{WINDOWS}.lines('prompt')", ["> thành ủy hà nội"])


def history_keys(scenario):
    """Up and Down go through the queries that begin with what was typed, and back to it."""
    for query in ("bản tin", "huyện ủy", "bản nhạc"):
        scenario.nvim.lua(f"require('tracuu.history').add({quoted(query)})")
    scenario.do_open({})
    scenario.nvim.keys("bản")
    for key, wanted in (("\033[A", "bản nhạc"), ("\033[A", "bản tin"), ("\033[A", "bản tin"), ("\033[B", "bản nhạc"), ("\033[B", "bản")):
        scenario.nvim.keys(key)
        reason = awaited(scenario, f"{STATE}.text", wanted)
        if reason:
            return reason
    return None


def history_file(scenario):
    """One line a query, private, without repeats, shortened when it is long."""
    path = os.path.join(os.environ["XDG_STATE_HOME"], "tracuu/history")
    for query in ("hòa\nnhạc", "hòa nhạc", "đèn lồng"):
        scenario.nvim.lua(f"require('tracuu.history').add({quoted(query)})")
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    if lines[-3:] != ["hòa nhạc", "đèn lồng", ""] or "hòa nhạc" in lines[:-3] or os.stat(path).st_mode & 0o777 != 0o600:
        return f"{lines[-5:]}, mode {os.stat(path).st_mode:o}"
    with open(path, "a", encoding="utf-8") as file:
        file.writelines(f"truy vấn {number}\n" for number in range(2000))
    scenario.nvim.lua("require('tracuu.history').add('sau cùng')")
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    found = [len(lines) - 1, lines[-3:], os.stat(path).st_mode & 0o777]
    return None if found == [1000, ["truy vấn 1999", "sau cùng", ""], 0o600] else str(found)


def messages_in_pieces(scenario):
    """Messages are read whatever the pieces that they arrive in."""
    for size in (1, 7, 1000):
        found = scenario.nvim.lua(
            "local framing, found, sent = require('tracuu.framing'), {}, '' "
            "for _, text in ipairs({ 'một', ('đèn lồng '):rep(40), '' }) do sent = sent .. framing.encode({ text = text }) end "
            "local read = framing.reader(function(message) table.insert(found, #message.text) end) "
            f"for start = 1, #sent, {size} do read(sent:sub(start, start + {size} - 1)) end return found"
        )
        if found != [5, 520, 0]:
            return f"in pieces of {size} bytes: {found}"
    return None


def cursor_kept(scenario):
    """Closing leaves the cursor and the mode as they were."""
    scenario.scratch("Người ta nói về hòa nhạc")
    scenario.to("hòa")
    before = scenario.nvim.eval("vim.api.nvim_win_get_cursor(0)")
    scenario.do_open({})
    scenario.nvim.keys("bản tin\033")
    reason = awaited(scenario, MODE, "n") or awaited(scenario, "vim.api.nvim_win_get_cursor(0)", before)
    scenario.nvim.keys("A, \017:Tracuu\r")
    reason = reason or awaited(scenario, f"{STATE}.open", True)
    time.sleep(0.1)
    scenario.nvim.keys("\007")
    reason = reason or awaited(scenario, f"{{ {STATE}.open, {MODE} }}", [False, "i"])
    scenario.nvim.keys("và")
    return reason or awaited(scenario, "vim.fn.getline(1)", "Người ta nói về hòa nhạc, và")


def options_kept(scenario):
    """The picker's windows have options of their own, which no other window gets."""
    names = ("wrap", "linebreak", "winhighlight", "scrolloff", "number", "foldenable", "list")
    values = "{ " + ", ".join(f"vim.o.{name}" for name in names) + " }"
    scenario.nvim.lua("vim.cmd('set number nowrap list scrolloff=3')")
    before = scenario.nvim.eval(values)
    scenario.do_open({})
    scenario.do_type({"text": "bản tin"})
    scenario.do_cancel({})
    scenario.nvim.wait(lambda: not scenario.is_open())
    scenario.nvim.lua("vim.cmd('new')")
    return awaited(scenario, values, before)


def another_window(scenario):
    """The picker closes when the user goes to another window."""
    scenario.nvim.lua("vim.cmd('vnew')")
    scenario.do_open({})
    scenario.nvim.lua("vim.api.nvim_set_current_win(vim.api.nvim_list_wins()[2])")
    floats = "#vim.tbl_filter(function(one) return vim.api.nvim_win_get_config(one).relative ~= '' end, vim.api.nvim_list_wins())"
    return awaited(scenario, f"{STATE}.open", False) or awaited(scenario, floats, 0) or awaited(scenario, MODE, "n")


def resized(scenario):
    scenario.do_open({})
    scenario.do_type({"text": "bản tin"})
    reason = awaited(scenario, f"#{STATE}.hits", 28)
    reason = reason or resize(scenario, 50, 200) or awaited(scenario, f"vim.api.nvim_win_get_width({WINDOWS}.window('list'))", 100)
    reason = reason or resize(scenario, 12, 60) or awaited(scenario, f"{WINDOWS}.has('preview')", False)
    return reason or awaited(scenario, f"vim.fn.strdisplaywidth({WINDOWS}.lines('list')[1])", 60)


def pending_open(scenario):
    """Enter right behind the last letter opens the hit of all letters."""
    scenario.do_open({})
    scenario.nvim.keys("thanh uy ha noi\r")
    return awaited(scenario, "vim.fn.expand('%:t')", "giao-ban.txt") or awaited(scenario, "{ vim.fn.line('.'), vim.fn.col('.') }", [3, 73])


def open_while_inserting(scenario):
    """A file that is opened from Insert mode is there to be read, at its match."""
    scenario.nvim.lua("vim.keymap.set('i', '<F9>', '<Cmd>Tracuu<CR>')")
    scenario.nvim.keys("iXem\033[20~")
    reason = awaited(scenario, f"{STATE}.open", True)
    scenario.do_type({"text": "thanh uy ha noi"})
    scenario.nvim.keys("\r")
    at = "{ vim.fn.expand('%:t'), vim.fn.line('.'), vim.fn.col('.'), " + MODE + " }"
    return reason or awaited(scenario, at, ["giao-ban.txt", 3, 73, "n"])


def ways_to_open(scenario):
    """Hits open in windows and tab pages, and the way back is in the jump list."""
    for number, (key, wanted) in enumerate((("\023", [2, 1]), ("\026", [3, 1]), ("\024", [1, 2]))):
        scenario.do_open({})
        scenario.do_type({"text": ("thanh uy ha noi", "hòa tấu", "den long")[number]})
        scenario.nvim.keys(key)
        reason = awaited(scenario, "{ vim.fn.winnr('$'), vim.fn.tabpagenr() }", wanted)
        if reason:
            return reason
    scenario.nvim.keys("\017")
    return awaited(scenario, "vim.fn.expand('%:t')", "hoa-nhac-nfd.txt")


def to_quickfix(scenario):
    scenario.do_open({})
    scenario.do_type({"text": "bản tin"})
    scenario.nvim.keys("\021")
    return awaited(scenario, "{ #vim.fn.getqflist(), vim.fn.getqflist({ title = 0 }).title }", [28, "Tracuu: bản tin"])


def cite_while_inserting(scenario):
    scenario.scratch()
    scenario.nvim.keys("iXem \017:Tracuu cite ++plain nen-1\r")
    scenario.nvim.wait(lambda: len(scenario.nvim.eval("vim.fn.getline(1)")) > 10, 5)
    scenario.nvim.keys(".")
    return awaited(scenario, "vim.fn.getline(1)", "Xem “Kho lưu trữ mở cửa đón bạn đọc”, Tin Phường, 2/10/2011.")


def cite_chosen(scenario):
    """A citation chosen in the picker goes to where the cursor was, in Insert mode again."""
    scenario.scratch("Xem  nhé")
    scenario.nvim.keys("04li\017:Tracuu cite ++plain\r")
    reason = awaited(scenario, f"{STATE}.open", True)
    scenario.do_type({"text": "kho lưu trữ mở cửa"})
    scenario.nvim.keys("\r")
    scenario.nvim.wait(lambda: len(scenario.nvim.eval("vim.fn.getline(1)")) > 20, 5)
    reason = reason or awaited(scenario, f"{{ {STATE}.open, {MODE} }}", [False, "i"])
    scenario.nvim.keys(";")
    return reason or awaited(scenario, "vim.fn.getline(1)", "Xem “Kho lưu trữ mở cửa đón bạn đọc”, Tin Phường, 2/10/2011; nhé")


def similar_at_hand(scenario):
    """Without an id, the articles like the one of the buffer are listed."""
    scenario.nvim.lua(f"vim.cmd('edit {ARCHIVE}/ban-tin.jsonl')")
    scenario.ex("Tracuu similar", opens=True)
    return awaited(scenario, f"{STATE}.like.id", "ban-tin-01") or awaited(scenario, f"#{STATE}.hits > 0", True)


def timeline_entered(scenario):
    """Enter on a year of the timeline searches that year."""
    scenario.ex("Tracuu timeline bản tin")
    reason = awaited(scenario, "vim.fn.getline(3):sub(1, 4)", "2010")
    scenario.nvim.keys("3G\r")
    return reason or awaited(scenario, f"{STATE}.text", "date:2010 bản tin")


def wrong_option(scenario):
    scenario.setup("program = 'x', pagesize = 3, debounce = 'soon'")
    messages = scenario.nvim.eval("vim.fn.execute('messages')")
    return None if "no option pagesize" in messages and "debounce has to be a number" in messages else messages


def health(scenario):
    scenario.nvim.lua("vim.cmd('checkhealth tracuu')")
    text = "\n".join(scenario.nvim.eval("vim.fn.getline(1, '$')"))
    return None if "articles in" in text and "ERROR" not in text else text


def even_lines(scenario, ambiwidth, lines, columns):
    reason = resize(scenario, lines, columns)
    scenario.nvim.lua(f"vim.cmd('set ambiwidth={ambiwidth}')")
    scenario.do_open({})
    scenario.do_type({"text": "cánh đồng mây"})
    reason = reason or awaited(scenario, f"{{ {STATE}.answered, #{STATE}.hits >= 4 }}", [True, True])
    if reason:
        return reason
    time.sleep(0.3)
    for window in ("head", "list", "rule", "hint"):
        place = scenario.nvim.eval(f"require('tracuu.picker.screen').places.{window}")
        for line in scenario.lines(window):
            width = scenario.nvim.eval(f"vim.fn.strdisplaywidth({quoted(line)})")
            if width != place["width"]:
                return f"{window} is {place['width']} cells wide, a line of it {width}: {line}"
    begins = set()
    for line in scenario.lines("list"):
        for source in ("新聞社", "Báo Đường Phố"):
            if line.rstrip().endswith("  " + source):
                begins.add(scenario.nvim.eval(f"vim.fn.strdisplaywidth({quoted(line[: line.rindex(source)])})"))
    wanted = 1 if columns >= 50 else 0
    return None if len(begins) == wanted else f"sources begin in columns {sorted(begins)}"
