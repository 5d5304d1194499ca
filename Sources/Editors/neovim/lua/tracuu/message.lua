-- Lines for the user: in the open picker where there is one, else as notifications.

local text = require("tracuu.text")

local M = {}

local listener

-- While the picker is open, its own line shows what would be hidden beneath it.
function M.send_to(receive)
  listener = receive
end

-- Neovim's own notify waits for a key behind a line that is too long for the screen, and nothing here may wait.
local function is_own_notify()
  return debug.getinfo(vim.notify, "S").source:find("vim/_editor", 1, true) ~= nil
end

local function show(line, level)
  local room = vim.o.columns * math.max(vim.o.cmdheight, 1) - 12
  if text.width(line) <= room or not is_own_notify() then
    vim.notify(line, level)
    return
  end
  local group = level == vim.log.levels.ERROR and "ErrorMsg" or nil
  -- In parts for :messages, each painted over by the next one, and at last what fits.
  for _, part in ipairs(text.wrap(line, room)) do
    vim.api.nvim_echo({ { part, group } }, true, {})
    vim.cmd("redraw")
  end
  vim.api.nvim_echo({ { text.cut(line, room), group } }, false, {})
end

local function tell(line, level)
  line = line:gsub("[%c]+", " ")
  if not vim.startswith(line, "tracuu: ") then
    line = "tracuu: " .. line
  end
  if listener then
    listener(line, level == vim.log.levels.ERROR)
  else
    show(line, level)
  end
end

function M.say(line)
  tell(line, vim.log.levels.INFO)
end

function M.fail(line)
  tell(line, vim.log.levels.ERROR)
end

return M
