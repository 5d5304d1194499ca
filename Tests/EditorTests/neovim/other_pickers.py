"""Searches in Telescope, snacks and fzf-lua, each in a real Neovim, where they are found in the folder of NVIM_PLUGINS.

They are no part of this repository and of Debian, so Config/run-editor-tests does not run this: clone telescope.nvim, plenary.nvim, snacks.nvim and
fzf-lua into a folder, set the variables of Tests/EditorTests/README.md, and run this file. It ends with status 1 where a check fails.
"""

import os
import sys
import time
import unicodedata

from nvim_session import NvimSession

TRACUU = os.path.join(os.environ["TRACUU_PROGRAMS"], "tracuu")
PLUGINS = os.environ.get("NVIM_PLUGINS", "")
PICKERS = {
    "telescope": ["plenary.nvim", "telescope.nvim"],
    "snacks": ["snacks.nvim"],
    "fzf-lua": ["fzf-lua"],
}


class PickerCheck:
    def __init__(self, picker):
        self.nvim = NvimSession(lines=30, columns=120, plugins=[os.path.join(PLUGINS, name) for name in PICKERS[picker]])
        self.nvim.lua(f"require('tracuu').setup({{ program = '{TRACUU}', picker = '{picker}' }})")

    def screen_has(self, text):
        rows = self.nvim.eval("test_screen()")
        return any(text in unicodedata.normalize("NFC", row) for row in rows)

    def search(self, query, title):
        """Opens the picker and types; returns whether the title is shown."""
        self.nvim.keys(":Tracuu\r")
        self.nvim.wait(lambda: self.nvim.eval("vim.api.nvim_get_mode().mode") in ("i", "t"))
        time.sleep(0.5)
        for letter in query:
            self.nvim.keys(letter)
            time.sleep(0.03)
        shown = self.nvim.wait(lambda: self.screen_has(title))
        time.sleep(0.3)
        return shown

    def at(self, expression, wanted):
        return self.nvim.wait(lambda: self.nvim.eval(expression) == wanted, 5) or self.nvim.eval(expression)

    def opens_file(self):
        shown = self.search("thanh uy ha noi", "Giao ban báo chí")
        previewed = self.nvim.wait(lambda: self.screen_has("phòng họp"), 5)
        self.nvim.keys("\r")
        placed = self.at("vim.fn.expand('%:t') .. ' ' .. vim.fn.line('.') .. ' ' .. vim.fn.col('.')", "giao-ban.txt 3 73")
        return shown and previewed and placed is True or [shown, previewed, placed]

    def opens_article(self):
        shown = self.search("den long", "Đêm hội đèn lồng")
        self.nvim.keys("\r")
        placed = self.at("vim.fn.bufname() .. ' ' .. vim.fn.line('.')", "tracuu://nen-2 5")
        return shown and placed is True or [shown, placed]

    def lists(self):
        shown = self.search("huyen uy", "Đại hội đảng bộ")
        self.nvim.keys("\021")
        listed = self.at("#vim.fn.getqflist() >= 2 and vim.fn.getqflist({ title = 0 }).title", "Tracuu: huyen uy")
        self.nvim.lua("vim.cmd('cclose')")
        return shown and listed is True or [shown, listed]

    def cites(self):
        self.nvim.lua("vim.cmd('enew!')")
        shown = self.search("hoa tau", "Hòa nhạc ngoài trời")
        self.nvim.keys("\033c")
        cited = self.at("vim.fn.getline(1):sub(-8)", "2/9/2018")
        return shown and cited is True or [shown, cited]

    def recovers(self):
        """A query that cannot be read does not keep the next one from being answered."""
        self.search("date:32/13/2015", "date:32/13/2015")
        self.nvim.keys("\025hoa tau")
        recovered = self.nvim.wait(lambda: self.screen_has("Hòa nhạc ngoài trời"))
        return bool(recovered)


def main():
    failed = False
    for picker, plugins in PICKERS.items():
        if not PLUGINS or not all(os.path.isdir(os.path.join(PLUGINS, name)) for name in plugins):
            print(f"SKIPPED {picker}: NVIM_PLUGINS has no {' and '.join(plugins)}")
            continue
        check = PickerCheck(picker)
        try:
            for name in ("opens_file", "opens_article", "lists", "cites", "recovers"):
                result = getattr(check, name)()
                failed = failed or result is not True
                print(f"{'ok' if result is True else 'not ok'} {picker} {name.replace('_', ' ')}" + ("" if result is True else f": {result}"), flush=True)
        finally:
            check.nvim.close()
    return 1 if failed else 0


sys.exit(main())
