-- Beginning and ending Insert mode from callbacks, where Neovim does both only after the callback has returned.

local M = {}

local retry_milliseconds = 1
local most_retries = 500

-- What waits for a mode; a newer one takes its place.
local turn = 0

local function is_inserting()
  return vim.api.nvim_get_mode().mode:sub(1, 1) == "i"
end

-- Calls `act` once Insert mode has ended, which moves the cursor.
function M.ended(act)
  turn = turn + 1
  local mine, tries = turn, 0
  vim.cmd("stopinsert")
  local function try()
    if mine ~= turn then
      return
    end
    tries = tries + 1
    if is_inserting() and tries < most_retries then
      vim.defer_fn(try, retry_milliseconds)
    else
      act()
    end
  end
  vim.schedule(try)
end

-- Inserts at the end of the current line, also where the window that was left ends Insert mode.
function M.start()
  turn = turn + 1
  local mine = turn
  local window = vim.api.nvim_get_current_win()
  vim.cmd("startinsert!")
  vim.schedule(function()
    if mine == turn and vim.api.nvim_get_current_win() == window and not is_inserting() then
      vim.cmd("startinsert!")
    end
  end)
end

return M
