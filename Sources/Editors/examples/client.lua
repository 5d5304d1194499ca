-- Usage: QUERY="…" nvim --headless -u NONE -i NONE -c "luafile client.lua" -c "qall!"
-- Prints path:line:column: title of each hit.
local uv = vim.loop
local folder = os.getenv("XDG_RUNTIME_DIR")
local path = os.getenv("TRACUU_SOCKET")
  or (folder and folder .. "/tracuu.sock")
  or ("/tmp/tracuu-" .. uv.getuid() .. "/tracuu.sock")

local function connect(socket)
  local pipe, failure, done = uv.new_pipe(false), nil, false
  pipe:connect(socket, function(err) failure, done = err, true end)
  vim.wait(5000, function() return done end, 1)
  return not failure and pipe or nil
end

-- Where nobody answers, the daemon is started, and says which socket it serves.
local pipe = connect(path) or connect(vim.fn.json_decode(vim.fn.system({ "tracuu", "daemon", "start", "--json" })).socket)

local request = { jsonrpc = "2.0", id = 1, method = "search", params = { query = os.getenv("QUERY"), limit = 20, snippets = false } }
local body = vim.fn.json_encode(request)
pipe:write("Content-Length: " .. #body .. "\r\n\r\n" .. body)

local received, answer = "", nil
pipe:read_start(function(_, chunk)
  received = received .. (chunk or "")
  local length, start = received:match("^Content%-Length: (%d+)\r\n\r\n()")
  if length and #received >= start + length - 1 then answer = received:sub(start, start + length - 1) end
end)
vim.wait(10000, function() return answer ~= nil end, 1)

local message = vim.fn.json_decode(answer)
for _, hit in ipairs(message.result and message.result.hits or {}) do
  io.write(("%s:%d:%d: %s\n"):format(hit.path or hit.id, (hit.line or 0) + 1, (hit.column or 0) + 1, hit.title))
end
if message.error then io.stderr:write(message.error.message, "\n") end
