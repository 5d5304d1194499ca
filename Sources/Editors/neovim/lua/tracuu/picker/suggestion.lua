-- Other queries that may be meant: marks restored, Telex and VNI decoded, letters corrected, the last word completed.

local client = require("tracuu.client")
local state = require("tracuu.picker.state")
local timer = require("tracuu.timer")

local M = {}

local rest_milliseconds = 250
local reasons = {
  marks = "marks restored",
  correction = "corrected",
  inputMethod = "typed without an input method",
  completion = "completed",
}
local rest = timer.new()

local function reason(offered)
  return reasons[offered.kind] or offered.kind
end

-- Shown beneath the list: not completions, which would come with every letter.
function M.best()
  for _, offered in ipairs(state.now.suggestions) do
    if offered.kind ~= "completion" and offered.query ~= state.now.text then
      return { query = offered.query, reason = reason(offered) }
    end
  end
end

-- What came with the hits stays until the daemon was asked for more.
function M.offer(offered)
  state.now.suggestions = offered and { { query = offered.query, kind = offered.reason } } or {}
end

function M.forget()
  rest.stop()
  state.now.suggestions = {}
end

local function ask()
  local now = state.now
  local query = now.text
  client.request("suggest", { query = query, limit = 5 }, function(result, problem)
    if problem or state.now ~= now or not now.open or now.text ~= query then
      return
    end
    local known = {}
    for _, offered in ipairs(result.suggestions) do
      known[offered.query] = true
    end
    local found = result.suggestions
    for _, offered in ipairs(now.suggestions) do
      if not known[offered.query] then
        table.insert(found, offered)
      end
    end
    now.suggestions = found
    require("tracuu.picker.screen").paint()
  end)
end

-- Asks once the prompt has been at rest.
function M.wait()
  rest.stop()
  if state.now.text:find("%S") then
    rest.start(rest_milliseconds, ask)
  end
end

function M.accept()
  local chosen = M.best() or state.now.suggestions[1]
  if chosen then
    require("tracuu.picker.prompt").set(chosen.query)
  end
end

function M.show_all()
  local choices = {}
  for _, offered in ipairs(state.now.suggestions) do
    table.insert(choices, { value = offered.query, detail = reason(offered) })
  end
  if #choices > 0 then
    require("tracuu.picker.menu").open({
      title = "Suggestions",
      choices = choices,
      chosen = require("tracuu.picker.prompt").set,
    })
  end
end

return M
