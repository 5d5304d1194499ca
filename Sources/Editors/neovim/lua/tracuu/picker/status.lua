-- The line above the list, and the lines between it and the prompt: an error, a message, a suggestion, or which keys there are.

local keys = require("tracuu.picker.keys")
local model = require("tracuu.picker.state")
local suggestion = require("tracuu.picker.suggestion")
local text = require("tracuu.text")

local M = {}

local orders = { relevance = "best match first", newest = "newest first", oldest = "oldest first" }
-- In the order of their use: a narrow screen shows only the first ones.
local hints = { "open", "date", "source", "sort", "similar", "cite", "list", "split", "preview", "author", "tab", "vsplit" }

-- How many articles came since the list was made.
function M.news(state)
  if not state.changed then
    return nil
  end
  return state.added > 0 and text.count(state.added) .. " new" or "index changed"
end

function M.count(state)
  if not state.total then
    return nil
  end
  return (state.total.relation == "atLeast" and "at least " or "") .. text.articles(state.total.value)
end

function M.head(state, width)
  if model.shows_past(state) then
    return text.fit(" Tracuu   " .. (#state.past == 0 and "type to search" or "searched before"), width)
  end
  local parts = { " Tracuu" }
  local is_like = state.like and state.shown == ""
  if is_like then
    table.insert(parts, ("like “%s”"):format(text.cut(text.plain(state.like.title or state.like.id), 40)))
  end
  table.insert(parts, M.count(state))
  if not is_like then
    table.insert(parts, orders[state.sort])
  end
  if state.changed then
    table.insert(parts, ("%s, search again with %s"):format(M.news(state), keys.name("again")))
  end
  local place = ""
  if #state.hits > 0 then
    place = ("%s/%s%s "):format(text.count(state.selected), text.count(#state.hits), state.complete and "" or "+")
  end
  return text.spread(table.concat(parts, "   "), place, width)
end

local function told(line, width, group)
  local lines = {}
  for _, part in ipairs(text.wrap(text.plain(line), width - 2)) do
    table.insert(lines, { " " .. part, { { 0, #part + 1, group } } })
  end
  return lines
end

-- Lines as those of the list are: each a text and its marks.
function M.hints(state, width)
  if state.error then
    return told(state.error.message, width, "TracuuFailure")
  elseif state.notice then
    return told(state.notice, width, state.failed and "TracuuFailure" or "TracuuNotice")
  end
  local offered = suggestion.best(state)
  if offered then
    local line = text.cut((" %s: %s   (%s)"):format(keys.name("suggestion"), text.plain(offered.query), offered.reason), width)
    return { { line, { { 0, #line, "TracuuNotice" } } } }
  end
  local line = ""
  for _, action in ipairs(hints) do
    local key = keys.name(action)
    local longer = key == "" and line or ("%s  %s %s"):format(line, key, action)
    if text.width(longer) > width then
      break
    end
    line = longer
  end
  line = line:sub(2)
  return { { line, { { 0, #line, "TracuuHint" } } } }
end

return M
