-- The selected article at its first match. Its snippet stands there until the article arrives.

local client = require("tracuu.client")
local model = require("tracuu.picker.state")
local rows = require("tracuu.picker.rows")
local text = require("tracuu.text")

local M = {}

local rest_milliseconds = 80
local cached = 20
local longest = 200

-- By id and query; the newest of the keys stand last.
local articles, order = {}, {}

local function key_of(state)
  local hit = model.hit(state)
  return hit and hit.id .. "\n" .. state.shown
end

local function keep(key, article)
  articles[key] = article
  table.insert(order, key)
  if #order > cached then
    articles[table.remove(order, 1)] = nil
  end
end

-- How many bytes before a match at `column` are left out, so that it is among the first `cells` cells: whole words.
local function skipped(line, column, cells)
  if text.width(line:sub(1, column)) < cells then
    return 0
  end
  local start = line:sub(1, math.max(column - math.floor(cells / 4), 0)):match(".*() ")
  return start or 0
end

-- The article from the line of its first match on.
local function lines_of(article, place)
  local positions = text.positions(article.body, article.bodyHighlights)
  local body = vim.split(article.body, "\n", { plain = true })
  local first = positions[1]
  local start = first and first[1] or 0
  -- A paragraph may fill more than the window before its match comes.
  local left_out = first and skipped(body[start + 1], first[2], place.width * place.height / 2) or 0
  local lines = {}
  for number = start + 1, math.min(start + longest, #body) do
    table.insert(lines, { text.plain(body[number]), {} })
  end
  for _, position in ipairs(positions) do
    local line = lines[position[1] - start + 1]
    if line then
      table.insert(line[2], { position[2], position[3], "TracuuMatch" })
    end
  end
  if left_out > 0 then
    local ellipsis = "… "
    lines[1][1] = ellipsis .. lines[1][1]:sub(left_out + 1)
    for _, mark in ipairs(lines[1][2]) do
      mark[1], mark[2] = mark[1] + #ellipsis - left_out, mark[2] + #ellipsis - left_out
    end
  end
  return lines
end

-- Shows what is known of the selected hit.
function M.show(state)
  local screen = state.screen
  local place = screen.place("preview")
  if not place then
    return
  end
  local hit = model.hit(state)
  if not hit then
    screen.set_preview({}, "")
    return
  end
  local about = {}
  for _, part in ipairs({ hit.title or "", hit.author or "", hit.missing and "without " .. table.concat(hit.missing, ", ") or "" }) do
    if part ~= "" then
      table.insert(about, text.plain(part))
    end
  end
  local article = articles[key_of(state)]
  local lines
  if article then
    lines = lines_of(article, place)
  else
    local snippet = hit.snippet or { text = "" }
    lines = { { text.plain(snippet.text), rows.matches(snippet.highlights, 0, #snippet.text) } }
  end
  screen.set_preview(lines, table.concat(about, " - "))
end

local function ask(state)
  local key = key_of(state)
  local params = { id = model.hit(state).id }
  if state.shown ~= "" then
    params.query = state.shown
  end
  client.request("article", params, function(article, problem)
    if problem or not state.open then
      return
    end
    keep(key, article)
    if key_of(state) == key then
      M.show(state)
    end
  end)
end

-- Shows the selected hit, and the article itself once the selection has been at rest.
function M.wait(state)
  M.show(state)
  local key = key_of(state)
  state.previewed = key
  if not key or articles[key] or not state.screen.place("preview") then
    return
  end
  vim.defer_fn(function()
    if state.open and state.previewed == key and key_of(state) == key and not articles[key] then
      ask(state)
    end
  end, rest_milliseconds)
end

function M.forget()
  articles, order = {}, {}
end

return M
