-- Lines for the user: in the open picker where there is one, else as notifications.

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

local function show(text, level)
  local room = vim.o.columns * math.max(vim.o.cmdheight, 1) - 12
  if vim.fn.strdisplaywidth(text) <= room or not is_own_notify() then
    vim.notify(text, level)
    return
  end
  vim.cmd("silent echomsg " .. vim.fn.string(text))
  local cut = require("tracuu.text").cut(text, room)
  vim.api.nvim_echo({ { cut, level == vim.log.levels.ERROR and "ErrorMsg" or nil } }, false, {})
end

local function tell(text, level)
  text = text:gsub("[%c]+", " ")
  if text:sub(1, 8) ~= "tracuu: " then
    text = "tracuu: " .. text
  end
  if listener then
    listener(text, level == vim.log.levels.ERROR)
  else
    show(text, level)
  end
end

function M.say(text)
  tell(text, vim.log.levels.INFO)
end

function M.fail(text)
  tell(text, vim.log.levels.ERROR)
end

return M
