-- Where the picker's windows stand, and what they show. The prompt is the lowest of them.

local config = require("tracuu.config")
local rows = require("tracuu.picker.rows")
local state = require("tracuu.picker.state")
local status = require("tracuu.picker.status")
local text = require("tracuu.text")
local windows = require("tracuu.picker.windows")

local M = {}

-- From this width on the preview stands beside the list.
local beside_width = 120
local least_lines_with_preview = 12
-- A list of this many lines has room for the snippets as well.
local least_lines_with_snippets = 16

-- Row, col, width and height of each window.
M.places = {}
M.preview_wanted = true

local function places(width, lines)
  local middle = math.max(lines - 3, 1)
  local found = {
    head = { row = 0, col = 0, width = width, height = 1 },
    hint = { row = lines - 2, col = 0, width = width, height = 1 },
    prompt = { row = lines - 1, col = 0, width = width, height = 1 },
  }
  if not M.preview_wanted or middle < least_lines_with_preview and width < beside_width then
    found.list = { row = 1, col = 0, width = width, height = middle }
  elseif width >= beside_width then
    local left = math.floor(width / 2)
    local right = width - left - 1
    found.list = { row = 1, col = 0, width = left, height = middle }
    found.edge = { row = 1, col = left, width = 1, height = middle }
    found.rule = { row = 1, col = left + 1, width = right, height = 1 }
    found.preview = { row = 2, col = left + 1, width = right, height = middle - 1 }
  else
    local upper = math.floor((middle * 3 + 2) / 5)
    found.list = { row = 1, col = 0, width = width, height = upper }
    found.rule = { row = upper + 1, col = 0, width = width, height = 1 }
    found.preview = { row = upper + 2, col = 0, width = width, height = middle - upper - 1 }
  end
  return found
end

-- Makes or moves the windows for the screen's size as it is now.
function M.place()
  M.places = places(vim.o.columns, math.max(vim.o.lines - vim.o.cmdheight, 4))
  windows.arrange(M.places)
  if M.places.edge then
    local edge = vim.o.ambiwidth == "double" and "|" or "│"
    local lines = {}
    for _ = 1, M.places.edge.height do
      table.insert(lines, rows.coloured(edge, "TracuuRule"))
    end
    windows.set("edge", lines)
  end
end

function M.show()
  M.preview_wanted = config.get("preview")
  M.place()
end

function M.has_preview()
  return M.places.preview ~= nil
end

-- Lines are {text, marks}; `rule` is what the line above the preview says.
function M.set_preview(lines, rule)
  if not M.has_preview() then
    return
  end
  windows.set("preview", lines)
  windows.scroll_to("preview", 1)
  local width = M.places.rule.width
  local line = ""
  if rule ~= "" then
    local dash = text.rule(1)
    line = dash .. " " .. text.cut(rule, width - 4 - text.width(dash)) .. " "
  end
  windows.set("rule", { rows.coloured(line .. text.rule(width - text.width(line)), "TracuuRule") })
end

function M.rows_per_hit()
  return not state.shows_past() and M.places.list.height >= least_lines_with_snippets and 2 or 1
end

-- How many hits fit.
function M.room()
  return math.max(math.floor(M.places.list.height / M.rows_per_hit()), 1)
end

local function list()
  local now, width, lines = state.now, M.places.list.width, {}
  local last = now.top + M.room() - 1
  if state.shows_past() then
    for number = now.top, math.min(last, #now.past) do
      table.insert(lines, rows.past(now.past[number], width, number == now.selected))
    end
    return lines
  end
  local shown = vim.list_slice(now.hits, now.top, math.min(last, #now.hits))
  local source_width = rows.source_width(shown, width)
  local has_snippets = M.rows_per_hit() == 2
  for number, hit in ipairs(shown) do
    local selected = now.top + number - 1 == now.selected
    table.insert(lines, rows.title(hit, width, source_width, selected))
    if has_snippets then
      table.insert(lines, rows.snippet(hit, width, selected))
    end
  end
  return lines
end

function M.paint()
  local now = state.now
  if not now.open or not windows.has("list") then
    return
  end
  now.top = math.max(math.min(now.top, now.selected), now.selected - M.room() + 1, 1)
  windows.set("head", { { text = status.head(M.places.head.width), marks = {} } })
  windows.set("list", list())
  local hints, place = status.hints(M.places.hint.width), M.places.hint
  windows.resize("hint", math.max(place.row + 1 - #hints, 0), #hints)
  windows.set("hint", hints)
  windows.mark_prompt(now.error)
  vim.cmd("redraw")
  vim.api.nvim_exec_autocmds("User", { pattern = "TracuuPainted", modeline = false })
end

return M
