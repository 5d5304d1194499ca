-- Beginning and ending Insert mode from callbacks, where Neovim does both only after the callback has returned.

local M = {}

local retry_milliseconds = 1
local most_retries = 500

-- What waits for a mode; a newer one takes its place.
local turn = 0

local function in_insert_mode()
  return vim.api.nvim_get_mode().mode:find("^[iR]") ~= nil
end

-- Whether text is being inserted, also where one command of Normal mode is carried out meanwhile (|i_CTRL-O|).
function M.is_active()
  return vim.api.nvim_get_mode().mode:find("^n?[iR]") ~= nil
end

-- The cursor's line, from 1, and its column, from 0.
function M.cursor()
  local place = vim.api.nvim_win_get_cursor(0)
  -- Behind the end of a line, the one command of Normal mode sees the cursor on the last character.
  if M.is_active() and not in_insert_mode() and vim.fn.getcurpos()[5] > vim.fn.virtcol(".") then
    place[2] = #vim.api.nvim_get_current_line()
  end
  return place
end

local function when(is_there, act)
  turn = turn + 1
  local mine, tries = turn, 0
  local function try()
    tries = tries + 1
    if mine ~= turn then
      return
    elseif is_there() or tries >= most_retries then
      act()
    else
      vim.defer_fn(try, retry_milliseconds)
    end
  end
  vim.schedule(try)
end

-- Calls `act` once Insert mode has ended, which moves the cursor.
function M.ended(act)
  vim.cmd("stopinsert")
  when(function()
    return not in_insert_mode()
  end, act)
end

-- Inserts before the column, from 0, of the current line, and calls `act` then.
function M.at(column, act)
  local line, length = vim.api.nvim_win_get_cursor(0)[1], #vim.api.nvim_get_current_line()
  vim.api.nvim_win_set_cursor(0, { line, math.min(column, length) })
  vim.cmd(column >= length and "startinsert!" or "startinsert")
  when(in_insert_mode, act)
end

-- Inserts at the end of the current line, also where the window that was left ends Insert mode.
function M.start()
  turn = turn + 1
  local mine = turn
  local window = vim.api.nvim_get_current_win()
  vim.cmd("startinsert!")
  vim.schedule(function()
    if mine == turn and vim.api.nvim_get_current_win() == window and not in_insert_mode() then
      vim.cmd("startinsert!")
    end
  end)
end

return M
