"""A real Vim on a pseudo terminal: keys go in as a user types them, what Vim shows is asked for over a channel of Vim's."""

import errno
import fcntl
import json
import os
import pty
import shutil
import signal
import socket
import struct
import tempfile
import termios
import threading
import time


class VimSession:
    def __init__(self, startup, lines=24, columns=80, arguments=(), vim="vim", term="xterm-256color"):
        self.folder = tempfile.mkdtemp(prefix="tracuu-vim-")
        self.next_id = 0
        self.received = b""
        self.output = b""
        path = os.path.join(self.folder, "s")
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(path)
        listener.listen(1)
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM=term, LANG="C.UTF-8", LC_ALL="C.UTF-8")
            command = [vim, "-u", "NONE", "-i", "NONE", "-n", "-N", *arguments]
            command += ["-S", startup, "-c", f"let g:driver = ch_open('unix:{path}', {{'mode': 'json'}})"]
            os.execvp(vim, command)
        self.resize(lines, columns)
        self.reader = threading.Thread(target=self._drain, daemon=True)
        self.reader.start()
        listener.settimeout(15)
        self.channel = listener.accept()[0]
        self.channel.settimeout(15)
        listener.close()

    def resize(self, lines, columns):
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _drain(self):
        """Vim would stop where nobody reads what it paints."""
        while True:
            try:
                data = os.read(self.terminal, 65536)
            except OSError as error:
                if error.errno == errno.EIO:
                    return
                raise
            if not data:
                return
            self.output = (self.output + data)[-200_000:]

    def keys(self, text):
        os.write(self.terminal, text.encode())

    def eval(self, expression):
        """The value of an expression, also while Vim waits for a key in the prompt."""
        self.next_id -= 1
        self.channel.sendall(json.dumps(["expr", expression, self.next_id]).encode() + b"\n")
        while True:
            answer = self._message()
            if answer[0] == self.next_id:
                return answer[1]

    def execute(self, command):
        """An Ex command; what it raises comes back as text, else an empty text."""
        return self.eval(f"g:DriverExecute({json.dumps(command)})")

    def _message(self):
        decoder = json.JSONDecoder()
        while True:
            text = self.received.decode("utf-8", "ignore").lstrip()
            try:
                value, end = decoder.raw_decode(text)
                self.received = text[end:].encode()
                return value
            except ValueError:
                data = self.channel.recv(65536)
                if not data:
                    raise RuntimeError("Vim has ended")
                self.received += data

    def wait(self, check, seconds=10.0):
        """What `check` gives once it is true, else the last that it gave."""
        end = time.monotonic() + seconds
        while True:
            value = check()
            if value or time.monotonic() > end:
                return value
            time.sleep(0.02)

    def screen(self):
        """The painted screen, a text for each row."""
        return self.eval("g:DriverScreen()")

    def close(self):
        try:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        self.channel.close()
        # The terminal ends with Vim; its number may be another file's once it is closed.
        self.reader.join(5)
        os.close(self.terminal)
        shutil.rmtree(self.folder, ignore_errors=True)
