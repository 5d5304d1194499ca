-- A timer for what waits until the user rests: starting it again puts it off.

local uv = vim.uv or vim.loop

local M = {}

function M.new()
  local handle
  -- Tells a call that was already under way when the timer was stopped.
  local turn = 0
  local self = {}

  function self.stop()
    turn = turn + 1
    if handle then
      handle:stop()
    end
  end

  function self.start(milliseconds, act)
    self.stop()
    handle = handle or uv.new_timer()
    local mine = turn
    handle:start(milliseconds, 0, vim.schedule_wrap(function()
      if turn == mine then
        act()
      end
    end))
  end

  return self
end

return M
