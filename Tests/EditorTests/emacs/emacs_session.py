"""A real Emacs in a pseudo terminal: keys go in through the terminal, its state is asked for through its server."""

import base64
import fcntl
import json
import os
import pty
import shutil
import signal
import struct
import subprocess
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
        self.server = os.path.join(self.folder, "server")
        environment = dict(os.environ, DRIVER_SERVER=self.server, DRIVER_INTERFACE=interface, TERM="xterm-256color", LC_ALL="C.UTF-8")
        command = ["emacs", "-nw", "--no-init-file", "--no-splash", "-L", PACKAGE, "-L", HERE, "--load", os.path.join(HERE, "driver.el")]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen = b""
        threading.Thread(target=self.read, daemon=True).start()
        self.wait(lambda: None if os.path.exists(self.server) else "Emacs has not started", 30)

    def read(self):
        """Takes what the editor draws, so that it never waits."""
        while True:
            try:
                self.screen = (self.screen + os.read(self.terminal, 65536))[-200_000:]
            except OSError:
                return

    def wait(self, check, seconds=10):
        """Waits until a check says nothing is wrong; gives what it says last."""
        end = time.monotonic() + seconds
        while (problem := check()) is not None and time.monotonic() < end:
            time.sleep(0.1)
        return problem

    def evaluate(self, form):
        """The value of a form, as printed."""
        done = subprocess.run(["emacsclient", "--socket-name", self.server, "--eval", form], capture_output=True, text=True, timeout=30)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.strip() or done.stdout.strip())
        return done.stdout.strip()

    def later(self, form):
        """Evaluates a form as a command of its own, which may open a prompt."""
        self.evaluate(f"(driver-later (lambda () {form}))")

    def state(self):
        """What is shown."""
        return json.loads(base64.b64decode(self.evaluate("(driver-state)").strip('"')))

    def keys(self, keys, rest=0.4):
        """Types keys, and rests: a question to the server while keys are read can swallow some of them."""
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
