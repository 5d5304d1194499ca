-- A hit as lines of the list: each is its text and the marks that colour it, {from, to, group}.

local text = require("tracuu.text")

local M = {}

local date_width = 10
-- Narrower lists leave the source out.
local narrowest_with_source = 50

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

-- Marks of what a query matched in the first `length` bytes of a text that stands `offset` bytes into the line.
function M.matches(ranges, offset, length)
  local marks = {}
  for _, range in ipairs(ranges or {}) do
    if range[1] < length then
      table.insert(marks, { offset + range[1], offset + math.min(range[2], length), "TracuuMatch" })
    end
  end
  return marks
end

function M.title(hit, width, source_width)
  local date = text.fit((hit.date or ""):sub(1, date_width), date_width)
  local source = source_width == 0 and "" or text.fit(text.plain(hit.source or ""), source_width)
  local room = width - date_width - 4 - (source == "" and 0 or source_width + 2)
  local whole = text.plain(hit.title or "")
  whole = whole == "" and hit.id or whole
  local title = text.cut(whole, room)
  local before = (" %s  "):format(date)
  local line = before .. text.fit(title, room) .. (source == "" and " " or ("  %s "):format(source))
  local marks = { { 1, 1 + date_width, "TracuuDate" } }
  if source ~= "" then
    table.insert(marks, { #line - #source - 1, #line - 1, "TracuuSource" })
  end
  return { line, vim.list_extend(marks, M.matches(hit.titleHighlights, #before, text.kept(title, whole))) }
end

function M.snippet(hit, width)
  local snippet = hit.snippet or { text = "" }
  local whole = text.plain(snippet.text)
  local before = (" "):rep(date_width + 3)
  if hit.missing and #hit.missing > 0 then
    before = before .. ("(without %s) "):format(table.concat(hit.missing, ", "))
  end
  local cut = text.cut(whole, width - text.width(before) - 1)
  local line = before .. cut
  local marks = { { 0, #line, "TracuuSnippet" } }
  return { line, vim.list_extend(marks, M.matches(snippet.highlights, #before, text.kept(cut, whole))) }
end

function M.past(query, width)
  return { text.cut(" " .. text.plain(query), width), {} }
end

return M
