-- A hit as lines of the list: {text, marks}, where a mark is {from, to, group, priority} in bytes from 0.

local text = require("tracuu.text")

local M = {}

local date_width = 10
-- Narrower lists leave the source out.
local narrowest_with_source = 50
local priorities = { field = 100, selected = 110, match = 120 }

function M.source_width(hits, width)
  if width < narrowest_with_source then
    return 0
  end
  local widest = 0
  for _, hit in ipairs(hits) do
    widest = math.max(widest, text.width(text.plain(hit.source or "")))
  end
  return math.min(widest, math.floor(width / 4))
end

-- The marks of `ranges` in a text of which `length` bytes are shown, behind `offset` bytes.
function M.matches(ranges, offset, length)
  local marks = {}
  for _, range in ipairs(ranges or {}) do
    if range[1] < length then
      table.insert(marks, { offset + range[1], offset + math.min(range[2], length), "TracuuMatch", priorities.match })
    end
  end
  return marks
end

local function row(line, fields, matches, selected)
  local marks = matches
  if selected then
    -- The colours of date and source would show through.
    table.insert(marks, { 0, #line, "TracuuSelected", priorities.selected })
  else
    vim.list_extend(marks, fields)
  end
  return { text = line, marks = marks }
end

function M.title(hit, width, source_width, selected)
  local date = text.fit((hit.date or ""):sub(1, date_width), date_width)
  local source = source_width > 0 and text.fit(text.plain(hit.source or ""), source_width) or ""
  local room = math.max(width - date_width - 4 - (source_width > 0 and source_width + 2 or 0), 0)
  local whole = text.plain(hit.title or "")
  if whole == "" then
    whole = hit.id
  end
  local title = text.cut(whole, room)
  local before = (" %s  "):format(date)
  local line = before .. text.fit(title, room) .. (source_width > 0 and ("  %s "):format(source) or " ")
  local fields = { { 1, 1 + date_width, "TracuuDate", priorities.field } }
  if source_width > 0 then
    table.insert(fields, { #line - 1 - #source, #line - 1, "TracuuSource", priorities.field })
  end
  return row(line, fields, M.matches(hit.titleHighlights, #before, text.kept(title, whole)), selected)
end

function M.snippet(hit, width, selected)
  local snippet = hit.snippet or { text = "" }
  local whole = text.plain(snippet.text)
  local missing = hit.missing and #hit.missing > 0 and ("(without %s) "):format(table.concat(hit.missing, ", ")) or ""
  local before = (" "):rep(date_width + 3) .. missing
  local cut = text.cut(whole, width - text.width(before) - 1)
  local line = text.fit(before .. cut, width)
  local fields = { { 0, #line, "TracuuSnippet", priorities.field } }
  return row(line, fields, M.matches(snippet.highlights, #before, text.kept(cut, whole)), selected)
end

function M.past(query, width, selected)
  return row(text.fit(" " .. text.plain(query), width), {}, {}, selected)
end

-- A line of one colour.
function M.coloured(line, group)
  return { text = line, marks = { { 0, #line, group, priorities.field } } }
end

return M
