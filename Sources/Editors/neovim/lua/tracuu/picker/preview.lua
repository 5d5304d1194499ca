-- The selected article at its first match. Its snippet stands there until the article arrives.

local client = require("tracuu.client")
local rows = require("tracuu.picker.rows")
local screen = require("tracuu.picker.screen")
local state = require("tracuu.picker.state")
local text = require("tracuu.text")
local timer = require("tracuu.timer")
local windows = require("tracuu.picker.windows")

local M = {}

local rest_milliseconds = 80
local cached = 20
local longest = 200

local rest = timer.new()
local articles = {}
-- The keys of `articles`, the newest last.
local order = {}

function M.forget()
  rest.stop()
  articles, order = {}, {}
end

local function key(hit)
  return hit.id .. "\n" .. state.now.shown
end

local function keep(name, article)
  articles[name] = article
  table.insert(order, name)
  if #order > cached then
    articles[table.remove(order, 1)] = nil
  end
end

-- How many bytes before a match at `column` are left out, so that it is among the first `cells` cells: whole words.
local function skipped(line, column, cells)
  if text.width(line:sub(1, column)) < cells then
    return 0
  end
  local wanted = math.max(column - math.floor(cells / 4), 1)
  while wanted > 1 and line:sub(wanted, wanted) ~= " " do
    wanted = wanted - 1
  end
  return wanted > 1 and wanted or 0
end

-- The article from the line of its first match on.
local function lines(article)
  local positions = text.positions(article.body, article.bodyHighlights)
  local body = vim.split(article.body, "\n", { plain = true })
  local first = positions[1]
  local start = first and first[1] or 0
  local shown = {}
  for number = start + 1, math.min(start + longest, #body) do
    table.insert(shown, { text = text.plain(body[number]), marks = {} })
  end
  for _, place in ipairs(positions) do
    local line = shown[place[1] - start + 1]
    if line then
      table.insert(line.marks, { place[2], place[3], "TracuuMatch", 120 })
    end
  end
  -- A paragraph may fill more than the window before its match comes.
  local room = screen.places.preview.width * screen.places.preview.height
  local left_out = first and skipped(shown[1].text, first[2], math.floor(room / 2)) or 0
  if left_out > 0 then
    local ellipsis = "… "
    shown[1].text = ellipsis .. shown[1].text:sub(left_out + 1)
    for _, mark in ipairs(shown[1].marks) do
      mark[1], mark[2] = mark[1] + #ellipsis - left_out, mark[2] + #ellipsis - left_out
    end
  end
  return shown
end

local function about(hit)
  local parts = {}
  for _, part in ipairs({ hit.title or "", hit.author or "" }) do
    if part ~= "" then
      table.insert(parts, text.plain(part))
    end
  end
  if hit.missing and #hit.missing > 0 then
    table.insert(parts, "without " .. table.concat(hit.missing, ", "))
  end
  return table.concat(parts, " - ")
end

-- Shows what is known of the selected hit.
function M.show()
  if not screen.has_preview() then
    return
  end
  local hit = state.hit()
  if not hit then
    screen.set_preview({}, "")
    return
  end
  local article = articles[key(hit)]
  if article then
    screen.set_preview(lines(article), about(hit))
  else
    local snippet = hit.snippet or { text = "" }
    screen.set_preview({ { text = text.plain(snippet.text), marks = rows.matches(snippet.highlights, 0, #snippet.text) } }, about(hit))
  end
end

local function ask()
  local now, hit = state.now, state.hit()
  if not now.open or not hit then
    return
  end
  local name = key(hit)
  client.request("article", { id = hit.id, query = now.shown:find("%S") and now.shown or nil }, function(article, problem)
    if problem then
      return
    end
    keep(name, article)
    local selected = state.hit()
    if state.now.open and selected and key(selected) == name then
      M.show()
    end
  end)
end

-- Shows the selected hit, and the whole article once the selection has been at rest.
function M.wait()
  rest.stop()
  M.show()
  local hit = state.hit()
  if screen.has_preview() and hit and not articles[key(hit)] then
    rest.start(rest_milliseconds, ask)
  end
end

function M.scroll(by)
  windows.scroll("preview", by)
end

return M
