-- `:checkhealth tracuu`: the editor, the program, the daemon and its index, the history, and other plugins.

local client = require("tracuu.client")
local config = require("tracuu.config")
local daemon = require("tracuu.daemon")
local errors = require("tracuu.errors")
local history = require("tracuu.history")
local text = require("tracuu.text")

local M = {}

local answer_milliseconds = 8000
local oldest = "nvim-0.7.2"

-- Neovim before 0.8 has the same functions by other names.
local report = {}
for _, name in ipairs({ "start", "ok", "warn", "error" }) do
  report[name] = vim.health and (vim.health[name] or vim.health["report_" .. name]) or require("health")["report_" .. name]
end

local function check_editor()
  report.start("tracuu: Neovim")
  if vim.fn.has(oldest) == 1 then
    report.ok(oldest .. " or newer")
  else
    report.error(("Neovim is older than %s"):format(oldest), { "Install a newer Neovim." })
  end
  if vim.o.ambiwidth == "double" then
    report.warn("'ambiwidth' is double; lines are crooked unless the terminal shows such characters wide as well")
  end
end

local function check_program()
  report.start("tracuu: program")
  local program = daemon.program()
  if program then
    report.ok(program)
  else
    report.error(daemon.no_program())
  end
end

-- Asks and waits, as a health check may.
local function answer(method)
  local result, problem, answered
  client.request(method, {}, function(found, failure)
    result, problem, answered = found, failure, true
  end)
  vim.wait(answer_milliseconds, function()
    return answered
  end, 10)
  return result, problem
end

local function check_daemon()
  report.start("tracuu: daemon")
  local status, problem = answer("status")
  if not status then
    local reason = problem and errors.text(problem) or "the daemon did not answer in time; run tracuu daemon restart"
    if daemon.program() then
      report.error(reason, { "`tracuu doctor` in a terminal says more." })
    else
      report.error(reason)
    end
    return
  end
  report.ok(("tracuud %s, process %d, at %s"):format(status.version, status.process, daemon.socket()))
  local index = ("%s in %s"):format(text.articles(status.articles), status.indexPath)
  if status.articles > 0 then
    report.ok(index)
  else
    report.warn(index, { "`:Tracuu index FOLDER` adds articles." })
  end
end

local function check_history()
  report.start("tracuu: history")
  local file = history.file()
  local folder = file
  -- The file and its folders are made with the first query.
  while vim.fn.getftype(folder) == "" and #folder > 1 do
    folder = vim.fn.fnamemodify(folder, ":h")
  end
  local writable = vim.fn.filewritable(folder)
  if writable == 2 or writable == 1 and folder == file then
    report.ok(file)
  else
    report.error(file .. " cannot be written", { "Set the option history_file." })
  end
end

local function check_pickers()
  report.start("tracuu: pickers")
  local chosen, found = config.get("picker"), { tracuu = true }
  for _, name in ipairs({ "telescope", "snacks", "fzf-lua" }) do
    found[name] = pcall(require, name)
    if found[name] then
      report.ok(name .. " is installed")
    end
  end
  if found[chosen] then
    report.ok("the option picker is " .. chosen)
  else
    report.error(("the option picker is %s, which is not installed"):format(chosen), { "Set the option picker to tracuu." })
  end
end

function M.check()
  check_editor()
  check_program()
  check_daemon()
  check_history()
  check_pickers()
end

return M
