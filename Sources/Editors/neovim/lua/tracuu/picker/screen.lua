-- The picker's windows: where they stand, and what they show.

local highlight = require("tracuu.highlight")
local model = require("tracuu.picker.state")
local rows = require("tracuu.picker.rows")
local status = require("tracuu.picker.status")
local text = require("tracuu.text")

local M = {}

-- From this width on the preview stands beside the list.
local beside_width = 120
local least_lines_with_preview = 12
-- A list of so many lines has room for the snippets as well.
local least_lines_with_snippets = 16

-- Rows and columns of each window, by its name.
local function places(columns, lines, preview, hint_lines)
  local middle = math.max(lines - 2 - hint_lines, 1)
  local found = {
    head = { row = 0, col = 0, width = columns, height = 1 },
    hint = { row = lines - 1 - hint_lines, col = 0, width = columns, height = hint_lines },
    prompt = { row = lines - 1, col = 0, width = columns, height = 1 },
  }
  if not preview or middle < least_lines_with_preview and columns < beside_width then
    found.list = { row = 1, col = 0, width = columns, height = middle }
  elseif columns >= beside_width then
    local left = math.floor(columns / 2)
    found.list = { row = 1, col = 0, width = left, height = middle }
    found.edge = { row = 1, col = left, width = 1, height = middle }
    found.rule = { row = 1, col = left + 1, width = columns - left - 1, height = 1 }
    found.preview = { row = 2, col = left + 2, width = columns - left - 2, height = math.max(middle - 1, 1) }
  else
    local upper = math.floor((middle * 3 + 2) / 5)
    found.list = { row = 1, col = 0, width = columns, height = upper }
    found.rule = { row = upper + 1, col = 0, width = columns, height = 1 }
    found.preview = { row = upper + 2, col = 0, width = columns, height = middle - upper - 1 }
  end
  return found
end

local function set_lines(buffer, lines)
  local texts = {}
  for number, line in ipairs(lines) do
    texts[number] = line[1]
  end
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, texts)
  highlight.clear(buffer)
  for number, line in ipairs(lines) do
    for _, mark in ipairs(line[2]) do
      highlight.mark(buffer, number - 1, mark[1], mark[2], mark[3], mark[3] == "TracuuMatch" and 200 or 150)
    end
  end
end

local function list_lines(state, width, height)
  local rows_per_hit = M.rows_per_hit(state, height)
  local last = state.top + math.max(math.floor(height / rows_per_hit), 1) - 1
  local lines = {}
  if model.shows_past(state) then
    for _, query in ipairs(vim.list_slice(state.past, state.top, last)) do
      table.insert(lines, rows.past(query, width))
    end
    return lines, rows_per_hit
  end
  local shown = vim.list_slice(state.hits, state.top, last)
  local source_width = rows.source_width(shown, width)
  for _, hit in ipairs(shown) do
    table.insert(lines, rows.title(hit, width, source_width))
    if rows_per_hit == 2 then
      table.insert(lines, rows.snippet(hit, width))
    end
  end
  return lines, rows_per_hit
end

function M.rows_per_hit(state, height)
  return not model.shows_past(state) and height >= least_lines_with_snippets and 2 or 1
end

-- The windows of a picker. The prompt's buffer is given, all others are made here.
function M.new(state, prompt_buffer)
  local screen = { preview_wanted = true }
  local windows, where, hint_lines = {}, {}, 1

  local function buffer_of(name)
    return windows[name] and vim.api.nvim_win_get_buf(windows[name])
  end

  local function make(name, place)
    local buffer = prompt_buffer
    if name ~= "prompt" then
      buffer = vim.api.nvim_create_buf(false, true)
      vim.bo[buffer].bufhidden = "wipe"
      vim.bo[buffer].undolevels = -1
    end
    local options = vim.tbl_extend("error", { relative = "editor", style = "minimal", zindex = 60, focusable = name == "prompt" }, place)
    options.noautocmd = true
    local window = vim.api.nvim_open_win(buffer, name == "prompt", options)
    windows[name] = window
    local group = name == "head" and "TracuuHead" or "TracuuNormal"
    vim.wo[window].winhighlight = ("Normal:%s,NormalFloat:%s,EndOfBuffer:%s,Search:None"):format(group, group, group)
    vim.wo[window].wrap = name == "preview"
    vim.wo[window].linebreak = name == "preview"
    vim.wo[window].foldenable = false
    vim.wo[window].scrolloff = 0
    vim.wo[window].sidescrolloff = name == "prompt" and 5 or 0
  end

  -- Makes or moves the windows for the screen's size as it is now.
  function screen.lay_out()
    where = places(vim.o.columns, math.max(vim.o.lines - vim.o.cmdheight, 5), screen.preview_wanted, hint_lines)
    for name, window in pairs(windows) do
      if not where[name] then
        vim.api.nvim_win_close(window, true)
        windows[name] = nil
      end
    end
    for name, place in pairs(where) do
      if windows[name] then
        vim.api.nvim_win_set_config(windows[name], vim.tbl_extend("error", { relative = "editor" }, place))
      else
        make(name, place)
      end
    end
    if windows.edge then
      local lines = {}
      for number = 1, where.edge.height do
        lines[number] = { vim.o.ambiwidth == "double" and "|" or "│", { { 0, 3, "TracuuRule" } } }
      end
      set_lines(buffer_of("edge"), lines)
    end
  end

  function screen.place(name)
    return windows[name] and where[name]
  end

  function screen.window(name)
    return windows[name]
  end

  -- The lines of a window as they are shown.
  function screen.lines(name)
    local buffer = buffer_of(name)
    return buffer and vim.api.nvim_buf_get_lines(buffer, 0, -1, false) or {}
  end

  -- How many hits fit.
  function screen.room()
    return math.max(math.floor(where.list.height / M.rows_per_hit(state, where.list.height)), 1)
  end

  function screen.set_preview(lines, about)
    if not windows.preview then
      return
    end
    set_lines(buffer_of("preview"), lines)
    vim.api.nvim_win_set_cursor(windows.preview, { 1, 0 })
    local width = where.rule.width
    local rule = text.rule(width)
    if about ~= "" then
      local left = text.rule(1) .. " " .. text.cut(about, width - 6) .. " "
      rule = left .. text.rule(width - text.width(left))
    end
    set_lines(buffer_of("rule"), { { rule, { { 0, #rule, "TracuuRule" } } } })
  end

  function screen.scroll_preview(lines)
    local window = windows.preview
    if window then
      local line = vim.api.nvim_win_get_cursor(window)[1]
      local last = vim.api.nvim_buf_line_count(vim.api.nvim_win_get_buf(window))
      local target = math.min(math.max(line + lines, 1), last)
      vim.api.nvim_win_set_cursor(window, { target, 0 })
      vim.api.nvim_win_call(window, function()
        vim.fn.winrestview({ topline = target, lnum = target })
      end)
    end
  end

  function screen.paint()
    if not windows.list then
      return
    end
    local hints = status.hints(state, where.hint.width)
    if #hints ~= hint_lines then
      hint_lines = #hints
      screen.lay_out()
    end
    local room = screen.room()
    state.top = math.max(math.min(state.top, state.selected), state.selected - room + 1, 1)
    set_lines(buffer_of("head"), { { status.head(state, where.head.width), {} } })
    local lines, rows_per_hit = list_lines(state, where.list.width, where.list.height)
    local list = buffer_of("list")
    set_lines(list, lines)
    if #lines > 0 then
      local first = (state.selected - state.top) * rows_per_hit
      for line = first, first + rows_per_hit - 1 do
        vim.api.nvim_buf_set_extmark(list, highlight.namespace, line, 0, { line_hl_group = "TracuuSelected", priority = 100 })
      end
    end
    set_lines(buffer_of("hint"), hints)
    vim.cmd("doautocmd <nomodeline> User TracuuPainted")
  end

  function screen.close()
    for _, window in pairs(windows) do
      if vim.api.nvim_win_is_valid(window) then
        vim.api.nvim_win_close(window, true)
      end
    end
    windows = {}
  end

  return screen
end

return M
