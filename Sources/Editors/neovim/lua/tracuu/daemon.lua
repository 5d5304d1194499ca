-- Where the daemon's socket is, and how the daemon is started in the background.

local config = require("tracuu.config")
local uv = vim.uv or vim.loop

local M = {}

-- The socket that a daemon told when it was started: the configuration file may name one that is found nowhere else.
local told

function M.socket()
  local set = config.path("socket") or vim.env.TRACUU_SOCKET
  if set and set ~= "" then
    return set
  end
  if told then
    return told
  end
  local runtime = vim.env.XDG_RUNTIME_DIR
  if runtime and runtime:sub(1, 1) == "/" then
    return runtime .. "/tracuu.sock"
  end
  return ("/tmp/tracuu-%d/tracuu.sock"):format(uv.getuid())
end

-- The program's path; nil where it cannot be run.
function M.program()
  local path = vim.fn.exepath(config.path("program") or "tracuu")
  return path ~= "" and path or nil
end

function M.no_program()
  return ("the program %s is not found; install it (bash Config/install) or set the option program"):format(config.get("program"))
end

local function contents(path)
  local file = io.open(path)
  local text = file and file:read("*a") or ""
  if file then
    file:close()
  end
  os.remove(path)
  return text
end

local function socket_in(answer)
  local read, value = pcall(vim.json.decode, answer)
  return read and type(value) == "table" and type(value.socket) == "string" and value.socket or nil
end

-- Calls `done` with the socket of the running daemon, or with nil and what went wrong.
function M.start(done)
  local program = M.program()
  if not program then
    done(nil, M.no_program())
    return
  end
  local arguments = { "daemon", "start", "--json" }
  for _, name in ipairs({ "socket", "index", "config" }) do
    local value = config.path(name)
    if value then
      vim.list_extend(arguments, { "--" .. name, value })
    end
  end
  -- Into files: the daemon may keep pipes open, whose end would then never come.
  local output, errors = vim.fn.tempname(), vim.fn.tempname()
  local files = { uv.fs_open(output, "w", 384), uv.fs_open(errors, "w", 384) }
  local process, failure
  process, failure = uv.spawn(program, { args = arguments, stdio = { nil, files[1], files[2] } }, vim.schedule_wrap(function(status)
    process:close()
    local answer, complaint = contents(output), vim.trim(contents(errors)):match("[^\n]*$")
    told = status == 0 and socket_in(answer) or nil
    if told then
      done(told)
    else
      done(nil, complaint ~= "" and complaint or ("%s daemon start failed with status %d; run it in a terminal"):format(program, status))
    end
  end))
  for _, file in pairs(files) do
    uv.fs_close(file)
  end
  if not process then
    done(nil, ("the program %s cannot be run (%s); set the option program"):format(program, failure))
  end
end

return M
