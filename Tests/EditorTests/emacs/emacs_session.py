"""A real Emacs in a pseudo terminal: keys go in through the terminal, its state comes back through a file."""

import fcntl
import json
import os
import pty
import shutil
import signal
import struct
import tempfile
import termios
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = os.path.join(HERE, "../../../Sources/Editors/emacs")


def quoted(text):
    """A text as a string of Lisp."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class Emacs:
    """The editor, from its start to its end."""

    def __init__(self, interface="icomplete", columns=120, lines=40):
        self.folder = tempfile.mkdtemp(prefix="tracuu-emacs-")
        environment = dict(os.environ, DRIVER_FOLDER=self.folder, DRIVER_INTERFACE=interface, TERM="xterm-256color", LC_ALL="C.UTF-8")
        command = ["emacs", "-nw", "--no-init-file", "--no-splash", "-L", PACKAGE, "-L", HERE, "--load", os.path.join(HERE, "driver.el")]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen = b""
        threading.Thread(target=self.read, daemon=True).start()
        self.wait(lambda: None if os.path.exists(self.file("state")) else "Emacs has not started", 30)

    def read(self):
        """Takes what the editor draws, so that it never waits."""
        while True:
            try:
                self.screen = (self.screen + os.read(self.terminal, 65536))[-200_000:]
            except OSError:
                return

    def wait(self, check, seconds=6):
        """Waits until a check says nothing is wrong; gives what it says last."""
        end = time.monotonic() + seconds
        while (problem := check()) is not None and time.monotonic() < end:
            time.sleep(0.1)
        return problem

    def file(self, name):
        """The path of a file by which Emacs and the scenario talk."""
        return os.path.join(self.folder, name)

    def run(self, form):
        """Has Emacs evaluate a form as a command, once it has read all keys before."""
        with open(self.file("form~"), "w", encoding="utf-8") as file:
            file.write(f"(progn {form})")
        os.rename(self.file("form~"), self.file("form"))
        os.write(self.terminal, b"\x03\x1a")
        problem = self.wait(lambda: "Emacs has not read the form" if os.path.exists(self.file("form")) else None)
        if problem:
            raise RuntimeError(problem)
        time.sleep(0.2)

    def value(self, form):
        """What a form evaluates to, in the buffer of the selected window."""
        self.run(f'(driver-write "value" (driver-json (with-current-buffer (window-buffer) {form})))')
        with open(self.file("value"), encoding="utf-8") as file:
            return json.load(file)

    def state(self):
        """What is shown."""
        with open(self.file("state"), encoding="utf-8", errors="replace") as file:
            return json.load(file)

    def keys(self, keys, rest=0.3):
        """Types keys, and rests until what they do is written."""
        os.write(self.terminal, keys.encode())
        time.sleep(rest)

    def close(self):
        """Ends the editor."""
        try:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        finally:
            os.close(self.terminal)
            shutil.rmtree(self.folder, ignore_errors=True)
