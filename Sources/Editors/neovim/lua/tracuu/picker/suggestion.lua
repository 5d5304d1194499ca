-- Other queries that may be meant: marks restored, Telex and VNI decoded, letters corrected, the last word completed.

local client = require("tracuu.client")
local model = require("tracuu.picker.state")

local M = {}

local rest_milliseconds = 250
local reasons = { marks = "marks restored", correction = "corrected", inputMethod = "typed without an input method", completion = "completed" }

function M.reason(kind)
  return reasons[kind] or kind
end

-- Shown beneath the list: not completions, which would come with every letter.
function M.best(state)
  for _, offered in ipairs(state.suggestions) do
    if offered.kind ~= "completion" and offered.query ~= state.text then
      return { query = offered.query, reason = M.reason(offered.kind) }
    end
  end
end

-- What came with the hits, until the daemon is asked for more.
function M.offer(state, offered)
  state.suggestions = offered and { { query = offered.query, kind = offered.reason } } or {}
end

local function ask(state)
  local text = state.text
  client.request("suggest", { query = text, limit = 5 }, function(result, problem)
    if problem or not state.open or state.text ~= text then
      return
    end
    local known = {}
    for _, offered in ipairs(result.suggestions) do
      known[offered.query] = true
    end
    local merged = result.suggestions
    for _, offered in ipairs(state.suggestions) do
      if not known[offered.query] then
        table.insert(merged, offered)
      end
    end
    state.suggestions = merged
    state.paint()
  end)
end

-- Asks once the prompt's text has been at rest.
function M.wait(state)
  local sequence = state.sequence
  if model.is_blank(state.text) then
    return
  end
  vim.defer_fn(function()
    if state.open and state.sequence == sequence then
      ask(state)
    end
  end, rest_milliseconds)
end

return M
