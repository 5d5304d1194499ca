"""Types queries letter by letter into the prompt of a real Vim, and prints how long each took from the key to painted hits."""

import os
import sys
import time

from vim_session import VimSession

HERE = os.path.dirname(os.path.abspath(__file__))
STATE = "tracuu#picker#state#now"


def quantile(sorted_values, share):
    return sorted_values[min(int(len(sorted_values) * share), len(sorted_values) - 1)]


def main():
    with open(os.environ["LATENCY_QUERIES"], encoding="utf-8") as file:
        queries = [line.rstrip("\n") for line in file if line.strip()]
    vim = VimSession(os.path.join(HERE, "session.vim"))
    plugin = os.path.abspath(os.path.join(HERE, "../../../Sources/Editors/vim"))
    program = os.path.join(os.environ["TRACUU_PROGRAMS"], "tracuu")
    try:
        for command in (f"set runtimepath^={plugin}", "runtime plugin/tracuu.vim", f"g:tracuu_program = '{program}'"):
            failure = vim.execute(command)
            if failure:
                raise RuntimeError(f"{command}: {failure}")
        # Before the prompt opens: its own work for a key has to come after the clock is started.
        vim.eval("g:DriverMeasure()")
        vim.keys(":Tracuu\r")
        vim.wait(lambda: vim.eval("getcmdtype()") == "@")
        vim.keys("a")
        if not vim.wait(lambda: vim.eval(f"len({STATE}.hits)")):
            raise RuntimeError("no hits for the first letter: " + " ".join(vim.screen()))
        vim.execute("g:driver_times = []")
        keys = 0
        for query in queries:
            vim.keys("\025")
            for letter in query:
                vim.keys(letter)
                keys += 1
                vim.wait(lambda: vim.eval("len(g:driver_times)") >= keys, 10)
            time.sleep(0.3)
        times = sorted(vim.eval("g:driver_times"))
        version = vim.eval("printf('%d.%d.%s', v:version / 100, v:version % 100, v:versionlong % 10000)")
    finally:
        vim.close()
    print(f"Vim {version}: p50 {quantile(times, 0.5):.1f} ms, p95 {quantile(times, 0.95):.1f} ms over {len(times)} keys")


sys.exit(main())
