"""Runs the scenario of all editors, then what only Emacs has to show, and counts what passed."""

import os
import sys

import list_checks
import prompt_checks
import scenario


class Tally:
    """What passed and what failed."""

    def __init__(self):
        self.passed = self.failed = 0

    def add(self, name, reason):
        number = self.passed + self.failed + 1
        if reason:
            self.failed += 1
            print(f"not ok {number} {name}: {reason}", flush=True)
        else:
            self.passed += 1
            print(f"ok {number} {name}", flush=True)


tally = Tally()
scenario.run_steps(tally, os.environ.get("DRIVER_INTERFACE", "icomplete"))
prompt_checks.run_checks(tally)
list_checks.run_checks(tally)
print(f"{tally.passed} passed, {tally.failed} failed")
sys.exit(1 if tally.failed else 0)
