-- The queries that led to an article, one a line, the newest last. All editors share the file.

local config = require("tracuu.config")
local uv = vim.uv or vim.loop

local M = {}

local kept = 1000
local longest = 2000
local private = 384 -- 0600

function M.file()
  local set = config.path("history_file")
  if set then
    return set
  end
  local state = vim.env.XDG_STATE_HOME
  if not state or state:sub(1, 1) ~= "/" then
    state = vim.fn.expand("~/.local/state")
  end
  return state .. "/tracuu/history"
end

local function read()
  local file = io.open(M.file())
  local queries = {}
  if file then
    for line in file:lines() do
      if line ~= "" then
        table.insert(queries, line)
      end
    end
    file:close()
  end
  return queries
end

-- The newest first, each query once.
function M.newest(count)
  local queries, seen, found = read(), {}, {}
  for number = #queries, 1, -1 do
    local query = queries[number]
    if not seen[query] then
      seen[query] = true
      table.insert(found, query)
    end
    if #found == count then
      break
    end
  end
  return found
end

local function write(path, flags, text)
  local file, failure = uv.fs_open(path, flags, private)
  if not file then
    return nil, failure
  end
  -- One write, so that editors that append at the same time do not mix their lines.
  local written, complaint = uv.fs_write(file, text, -1)
  uv.fs_close(file)
  return written, complaint
end

-- Another editor that reads meanwhile finds the old file or the new one, never a part.
local function shorten(path, queries)
  local temporary = path .. "." .. uv.getpid()
  local text = table.concat(vim.list_slice(queries, #queries - kept + 1), "\n") .. "\n"
  local written, failure = write(temporary, "w", text)
  if not written then
    return nil, failure
  end
  return uv.fs_rename(temporary, path)
end

function M.add(query)
  local line = vim.trim((query:gsub("%c+", " ")))
  local queries = read()
  if line == "" or queries[#queries] == line then
    return
  end
  local path = M.file()
  pcall(vim.fn.mkdir, vim.fn.fnamemodify(path, ":h"), "p", 448) -- 0700
  local written, failure = write(path, "a", line .. "\n")
  if written and #queries >= longest then
    table.insert(queries, line)
    written, failure = shorten(path, queries)
  end
  if not written then
    require("tracuu.message").fail(("the history cannot be written (%s); set the option history_file"):format(failure))
  end
end

return M
