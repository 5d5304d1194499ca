-- Text measured and cut by the cells that it takes on the screen: wide and combining characters count as they are shown.

local M = {}

M.width = vim.fn.strdisplaywidth

-- As many bytes as before, so that highlights keep their place.
function M.plain(text)
  return (text:gsub("%c", " "))
end

function M.cut(text, width)
  if #text <= width and not text:find("[\128-\255]") or M.width(text) <= width then
    return text
  end
  if width < 2 then
    return ""
  end
  return vim.fn.printf("%.*S", width - M.width("…"), text) .. "…"
end

-- Exactly `width` cells.
function M.fit(text, width)
  local cut = M.cut(text, width)
  return cut .. (" "):rep(width - M.width(cut))
end

-- How many bytes of `whole` are left in `cut`, whose ellipsis is none of them.
function M.kept(cut, whole)
  return cut == whole and #whole or math.max(#cut - #"…", 0)
end

-- `left`, and `right` at the right edge where it has room.
function M.spread(left, right, width)
  local room = width - M.width(right)
  if room - M.width(left) < 1 then
    return M.fit(left, width)
  end
  return M.fit(left, room) .. right
end

-- Lines of at most `width` cells, parted at blanks.
function M.wrap(text, width)
  local lines, line = {}, ""
  for word in text:gmatch("[^ ]+") do
    local longer = line == "" and word or line .. " " .. word
    if line ~= "" and M.width(longer) > width then
      table.insert(lines, line)
      line = word
    else
      line = longer
    end
  end
  table.insert(lines, line)
  return lines
end

-- 1234567 as 1,234,567.
function M.count(number)
  local digits = ("%d"):format(number)
  return (digits:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", ""))
end

function M.articles(number)
  return number == 1 and "1 article" or M.count(number) .. " articles"
end

-- A line across the screen; its character is two cells wide for those who have ambiguous characters wide.
function M.rule(width)
  return (vim.o.ambiwidth == "double" and "-" or "─"):rep(width)
end

function M.block()
  return vim.o.ambiwidth == "double" and "#" or "█"
end

-- Where byte ranges of `text` stand in its lines: {line, from, to}, all counted from 0.
function M.positions(text, ranges)
  local found, line, start = {}, 0, 1
  local ending = text:find("\n", 1, true)
  for _, range in ipairs(ranges or {}) do
    while ending and range[1] + 1 > ending do
      line, start = line + 1, ending + 1
      ending = text:find("\n", start, true)
    end
    local last = ending and ending - 1 or #text
    -- A match that goes on in the next line is marked as far as its first line reaches.
    table.insert(found, { line, range[1] + 1 - start, math.min(range[2], last) + 1 - start })
  end
  return found
end

return M
