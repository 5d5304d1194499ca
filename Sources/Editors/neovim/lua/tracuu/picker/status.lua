-- The line above the list, and the lines between it and the prompt: an error, a message, a suggestion, or which keys there are.

local keys = require("tracuu.picker.keys")
local rows = require("tracuu.picker.rows")
local state = require("tracuu.picker.state")
local suggestion = require("tracuu.picker.suggestion")
local text = require("tracuu.text")

local M = {}

local orders = { relevance = "best match first", newest = "newest first", oldest = "oldest first" }
local longest_like = 40

local function new_articles(now)
  return now.added > 0 and text.count(now.added) .. " new" or "index changed"
end

function M.head(width)
  local now = state.now
  if state.shows_past() then
    return text.spread(" Tracuu   " .. (#now.past == 0 and "type to search" or "searched before"), "", width)
  end
  local parts = { " Tracuu" }
  local lists_like = now.like and now.shown == ""
  if lists_like then
    table.insert(parts, ("like “%s”"):format(text.cut(text.plain(now.like.title or now.like.id), longest_like)))
  end
  if now.total then
    table.insert(parts, (now.total.relation == "atLeast" and "at least " or "") .. text.articles(now.total.value))
  end
  if not lists_like then
    table.insert(parts, orders[now.sort])
  end
  if now.changed then
    table.insert(parts, new_articles(now) .. ", search again with " .. keys.name("again"))
  end
  local place = #now.hits > 0 and ("%d/%d%s "):format(now.selected, #now.hits, now.complete and "" or "+") or ""
  return text.spread(table.concat(parts, "   "), place, width)
end

local function told(line, width, group)
  local lines = {}
  for _, part in ipairs(text.wrap(text.plain(line), width - 2)) do
    table.insert(lines, rows.coloured(text.fit(" " .. part, width), group))
  end
  return lines
end

local function key_hints(width)
  local line = ""
  for _, part in ipairs(keys.hint_parts) do
    local longer = line .. (line == "" and " " or "  ") .. part
    if text.width(longer) > width then
      break
    end
    line = longer
  end
  return { rows.coloured(text.fit(line, width), "TracuuHint") }
end

function M.hints(width)
  local now = state.now
  if now.error then
    return told(now.error.message, width, "TracuuFailure")
  elseif now.notice then
    return told(now.notice, width, now.failed and "TracuuFailure" or "TracuuNotice")
  end
  local offered = suggestion.best()
  if offered then
    local line = (" %s: %s   (%s)"):format(keys.name("suggestion"), text.plain(offered.query), offered.reason)
    return { rows.coloured(text.fit(line, width), "TracuuNotice") }
  end
  return key_hints(width)
end

return M
