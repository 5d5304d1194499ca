#!/usr/bin/env python3
"""Usage: client.py QUERY. Prints path:line:column: title of each hit."""

import json
import os
import socket
import subprocess
import sys


def connect():
    folder = os.environ.get("XDG_RUNTIME_DIR")
    path = os.environ.get("TRACUU_SOCKET") or (f"{folder}/tracuu.sock" if folder else f"/tmp/tracuu-{os.getuid()}/tracuu.sock")
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.connect(path)
    except OSError:
        # Nobody answers: the daemon is started, and says which socket it serves.
        started = subprocess.run(["tracuu", "daemon", "start", "--json"], check=True, capture_output=True)
        connection.connect(json.loads(started.stdout)["socket"])
    return connection.makefile("rwb")


def call(stream, number, method, params):
    body = json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}).encode()
    stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    stream.flush()
    while True:
        length = 0
        while (line := stream.readline().strip()):
            name, value = line.split(b":", 1)
            length = int(value) if name.lower() == b"content-length" else length
        message = json.loads(stream.read(length))
        if message.get("id") == number:  # Anything else is a notification.
            return message


stream = connect()
call(stream, 1, "initialize", {"clientName": "example", "positionEncoding": "utf-32"})
answer = call(stream, 2, "search", {"query": " ".join(sys.argv[1:]), "limit": 20, "snippets": False})
if "error" in answer:
    sys.exit(answer["error"]["message"])
for hit in answer["result"]["hits"]:
    print(f"{hit.get('path', hit['id'])}:{hit.get('line', 0) + 1}:{hit.get('column', 0) + 1}: {hit['title']}")
