-- A menu over the picker. What is typed leaves the values that hold it, with marks or without, or is a value itself.

local highlight = require("tracuu.highlight")
local insert = require("tracuu.insert")
local rows = require("tracuu.picker.rows")
local text = require("tracuu.text")

local M = {}

local most_lines = 15
local zindex = 200

local open

local function left()
  -- Letters stand for all of their marked forms.
  local pattern = "\\c\\V" .. vim.fn.substitute(vim.fn.escape(open.filter, "\\"), "\\a", "\\\\[[=\\0=]]", "g")
  return vim.tbl_filter(function(choice)
    return vim.fn.match(choice.value .. choice.detail, pattern) >= 0
  end, open.choices)
end

-- The values that are left, for those who look at the menu from outside; nil while there is no menu.
function M.values()
  return open and vim.tbl_map(function(choice)
    return choice.value
  end, left())
end

function M.is_open()
  return open ~= nil
end

local function paint()
  local choices = left()
  open.selected = math.max(math.min(open.selected, #choices), 1)
  local top = math.max(open.selected - open.height + 1, 1)
  local lines = { { text = "", marks = {} } }
  for number = top, math.min(top + open.height - 1, #choices) do
    local choice = choices[number]
    local value = text.cut(text.plain(choice.value), open.width - text.width(choice.detail) - 3)
    local line = text.spread(" " .. value, choice.detail .. " ", open.width)
    table.insert(lines, number == open.selected and rows.coloured(line, "TracuuSelected") or { text = line, marks = {} })
  end
  if #choices == 0 then
    table.insert(lines, rows.coloured(open.typed and " Enter takes what is typed" or " nothing holds this", "TracuuHint"))
  end
  local texts = vim.tbl_map(function(line)
    return line.text
  end, lines)
  highlight.clear(open.list.buffer)
  vim.api.nvim_buf_set_lines(open.list.buffer, 0, -1, false, texts)
  for number, line in ipairs(lines) do
    for _, mark in ipairs(line.marks) do
      highlight.mark(open.list.buffer, number - 1, unpack(mark))
    end
  end
end

function M.close()
  if not open then
    return
  end
  local closed = open
  open = nil
  if vim.api.nvim_win_is_valid(closed.origin) then
    vim.api.nvim_set_current_win(closed.origin)
  end
  for _, one in ipairs({ closed.field, closed.list }) do
    if vim.api.nvim_buf_is_valid(one.buffer) then
      vim.api.nvim_buf_delete(one.buffer, { force = true })
    end
  end
end

local function cancel()
  M.close()
  insert.start()
end

local function choose()
  local choices, chosen, typed, filter = left(), open.chosen, open.typed, open.filter
  if #choices == 0 and not typed then
    return
  end
  local value = #choices == 0 and filter or choices[open.selected].value
  cancel()
  chosen(value)
end

local function move(step)
  local length = #left()
  if length > 0 then
    open.selected = (open.selected - 1 + step) % length + 1
    paint()
  end
end

local function typed()
  local line = vim.api.nvim_buf_get_lines(open.field.buffer, -2, -1, false)[1] or ""
  local filter = line:sub(1, #open.prefix) == open.prefix and line:sub(#open.prefix + 1) or line
  if filter ~= open.filter then
    open.filter, open.selected = filter, 1
    paint()
  end
end

local function map(keys, act)
  for _, key in ipairs(keys) do
    vim.keymap.set({ "i", "n" }, key, act, { buffer = open.field.buffer, nowait = true })
  end
end

local function window(enters, place)
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.bo[buffer].bufhidden = "wipe"
  local made = vim.api.nvim_open_win(buffer, enters, vim.tbl_extend("error", { relative = "editor", style = "minimal" }, place))
  vim.api.nvim_win_call(made, function()
    vim.cmd("setlocal winhighlight=Normal:TracuuNormal,NormalFloat:TracuuNormal,FloatBorder:TracuuRule nowrap nolist")
  end)
  return { buffer = buffer, window = made }
end

-- options: title; choices, a list of {value, detail}; chosen, called with the value; typed, whether any text can be chosen.
function M.open(options)
  M.close()
  local prefix = " " .. options.title .. ": "
  local width = text.width(prefix) + 12
  for _, choice in ipairs(options.choices) do
    width = math.max(width, text.width(choice.value .. choice.detail) + 4)
  end
  width = math.max(math.min(math.max(width, 30), vim.o.columns - 8), 10)
  local height = math.max(math.min(most_lines, #options.choices, vim.o.lines - 7), 1)
  open = { filter = "", selected = 1, prefix = prefix, width = width, height = height, origin = vim.api.nvim_get_current_win() }
  open.choices, open.chosen, open.typed = options.choices, options.chosen, options.typed
  local border = vim.o.ambiwidth == "double" and { "+", "-", "+", "|", "+", "-", "+", "|" } or "single"
  local place = { row = 2, col = 3, width = width, height = height + 1, border = border, zindex = zindex, focusable = false }
  open.list = window(false, place)
  open.field = window(true, { row = 3, col = 4, width = width, height = 1, zindex = zindex + 1 })
  vim.bo[open.field.buffer].buftype = "prompt"
  vim.fn.prompt_setprompt(open.field.buffer, prefix)
  paint()
  map({ "<Esc>", "<C-g>", "<C-c>" }, cancel)
  map({ "<CR>" }, choose)
  map({ "<Down>", "<C-n>", "<Tab>" }, function() move(1) end)
  map({ "<Up>", "<C-p>", "<S-Tab>" }, function() move(-1) end)
  vim.keymap.set("i", "<C-w>", "<C-S-w>", { buffer = open.field.buffer })
  vim.api.nvim_create_autocmd({ "TextChangedI", "TextChanged" }, { buffer = open.field.buffer, callback = typed })
  insert.start()
end

return M
