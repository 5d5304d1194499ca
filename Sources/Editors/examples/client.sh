#!/bin/sh
# Usage: client.sh QUERY. Prints path:line:column: title of each hit. Needs socat and jq.
set -eu

if [ -n "${TRACUU_SOCKET:-}" ]; then socket=$TRACUU_SOCKET
elif [ -n "${XDG_RUNTIME_DIR:-}" ]; then socket=$XDG_RUNTIME_DIR/tracuu.sock
else socket=/tmp/tracuu-$(id -u)/tracuu.sock
fi

# One JSON text a line, told apart by its brace; the answer comes as one line as well.
request=$(jq -cn --arg query "$1" \
    '{jsonrpc: "2.0", id: 1, method: "search", params: {query: $query, limit: 20, snippets: false}}')
ask() { printf '%s\n' "$request" | socat -t 10 - "UNIX-CONNECT:$socket" 2>/dev/null; }

# Where nobody answers, the daemon is started, and says which socket it serves.
answer=$(ask) || { socket=$(tracuu daemon start --json | jq -r .socket); answer=$(ask); }

printf '%s\n' "$answer" | jq -r '
    if .error then "\(.error.message)\n" | halt_error(2) else .result.hits[] end
    | "\(.path // .id):\((.line // 0) + 1):\((.column // 0) + 1): \(.title)"'
