-- Going through the queries of the history: those that begin with what was typed.

local prompt = require("tracuu.picker.prompt")
local state = require("tracuu.picker.state")

local M = {}

-- What was typed, how many queries back the prompt is, and the query that was put into it.
local typed, place, shown = "", 0, nil

function M.begin()
  typed, place, shown = "", 0, nil
end

-- The next older query, or with a negative step the next newer one; behind the newest comes what was typed.
function M.step(step)
  local text = state.now.text
  if text ~= shown then
    typed, place = text, 0
  end
  local found = vim.tbl_filter(function(query)
    return vim.startswith(query, typed) and query ~= typed
  end, state.now.past)
  place = math.max(math.min(place + step, #found), 0)
  shown = place == 0 and typed or found[place]
  prompt.set(shown)
end

return M
