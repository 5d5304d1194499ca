"""A real Neovim on a pseudo terminal: keys go in as a user types them, what Neovim shows is asked for over a socket."""

import errno
import fcntl
import json
import os
import pty
import select
import shutil
import signal
import socket
import struct
import tempfile
import termios
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PLUGIN = os.path.abspath(os.path.join(HERE, "../../../Sources/Editors/neovim"))


class NvimSession:
    def __init__(self, lines=24, columns=80, plugins=()):
        self.folder = tempfile.mkdtemp(prefix="nvim")
        self.received = b""
        path = os.path.join(self.folder, "s")
        program = os.environ.get("NVIM") or "nvim"
        command = [program, "-u", "NONE", "-i", "NONE", "-n"]
        for folder in (PLUGIN, *plugins):
            command += ["--cmd", f"set runtimepath^={folder}"]
        command += ["--cmd", "filetype plugin on", "-c", "runtime! plugin/*.lua", "-c", f"luafile {HERE}/session.lua"]
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            for name in ("NVIM", "NVIM_LISTEN_ADDRESS"):
                os.environ.pop(name, None)
            os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8", TEST_SOCKET=path)
            os.execvp(program, command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        threading.Thread(target=self._drain, daemon=True).start()
        self.channel = socket.socket(socket.AF_UNIX)
        self.channel.settimeout(15)
        if not self.wait(lambda: self._connect(path), 15):
            raise RuntimeError("Neovim does not start")

    def _connect(self, path):
        try:
            self.channel.connect(path)
            return True
        except OSError:
            return False

    def _drain(self):
        """Neovim would stop where nobody reads what it paints."""
        while True:
            try:
                select.select([self.terminal], [], [])
                data = os.read(self.terminal, 65536)
            except OSError as error:
                if error.errno in (errno.EIO, errno.EBADF):
                    return
                raise
            if not data:
                return

    def keys(self, text):
        os.write(self.terminal, text.encode())

    def lua(self, code):
        """What a piece of Lua gives."""
        self.channel.sendall(json.dumps(code).encode() + b"\n")
        while b"\n" not in self.received:
            data = self.channel.recv(65536)
            if not data:
                raise RuntimeError("Neovim has ended")
            self.received += data
        line, _, self.received = self.received.partition(b"\n")
        answer = json.loads(line)
        # An empty table of Lua may be either in JSON.
        answer = answer or {}
        if "failure" in answer:
            raise AssertionError(f"{code}: {answer['failure']}")
        return answer.get("value")

    def eval(self, expression):
        return self.lua(f"return {expression}")

    def wait(self, check, seconds=10.0):
        """What `check` gives once it is true, else the last that it gave."""
        end = time.monotonic() + seconds
        while True:
            value = check()
            if value or time.monotonic() > end:
                return value
            time.sleep(0.02)

    def close(self):
        try:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        self.channel.close()
        os.close(self.terminal)
        shutil.rmtree(self.folder, ignore_errors=True)
