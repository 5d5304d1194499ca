"""Types queries letter by letter into the prompt of a real Neovim, and prints how long each took from the key to painted hits."""

import os
import sys
import time

from nvim_session import NvimSession

STATE = "require('tracuu.picker.state').now"


def quantile(sorted_values, share):
    return sorted_values[min(int(len(sorted_values) * share), len(sorted_values) - 1)]


def main():
    with open(os.environ["LATENCY_QUERIES"], encoding="utf-8") as file:
        queries = [line.rstrip("\n") for line in file if line.strip()]
    program = os.path.join(os.environ["TRACUU_PROGRAMS"], "tracuu")
    nvim = NvimSession(lines=50, columns=200)
    try:
        nvim.lua(f"require('tracuu').setup({{ program = '{program}' }}) test_measure()")
        nvim.keys(":Tracuu\r")
        nvim.wait(lambda: nvim.eval(f"{STATE}.open and vim.fn.mode() == 'i'"))
        nvim.keys("a")
        if not nvim.wait(lambda: nvim.eval(f"#{STATE}.hits > 0")):
            raise RuntimeError("no hits for the first letter: " + " ".join(nvim.eval("test_screen()")))
        time.sleep(0.3)
        nvim.lua("test_times = {}")
        keys = 0
        for query in queries:
            nvim.keys("\025")
            for letter in query:
                nvim.keys(letter)
                keys += 1
                nvim.wait(lambda: nvim.eval("#test_times") >= keys, 10)
            time.sleep(0.3)
        times = sorted(nvim.eval("test_times"))
        version = nvim.eval("vim.version().major .. '.' .. vim.version().minor .. '.' .. vim.version().patch")
    finally:
        nvim.close()
    print(f"Neovim {version}: p50 {quantile(times, 0.5):.1f} ms, p95 {quantile(times, 0.95):.1f} ms over {len(times)} keys")


sys.exit(main())
