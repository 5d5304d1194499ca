-- The floating windows of the picker and their buffers. None but the prompt can be entered.

local highlight = require("tracuu.highlight")

local M = {}

M.prompt_prefix = "> "

-- The hint grows over the windows above it.
local zindex, hint_zindex = 150, 160
-- By name: {window, buffer}.
local open = {}

function M.has(name)
  local one = open[name]
  return one ~= nil and vim.api.nvim_win_is_valid(one.window)
end

function M.window(name)
  return M.has(name) and open[name].window or nil
end

function M.buffer(name)
  return open[name] and open[name].buffer
end

-- For this window only: an assignment to vim.wo would change what new windows get.
local function set_local(window, options)
  vim.api.nvim_win_call(window, function()
    vim.cmd("setlocal " .. options)
  end)
end

local function close(name)
  local one = open[name]
  open[name] = nil
  if one and vim.api.nvim_buf_is_valid(one.buffer) then
    vim.api.nvim_buf_delete(one.buffer, { force = true })
  end
end

local function make(name, place)
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.bo[buffer].bufhidden = "wipe"
  vim.bo[buffer].undolevels = -1
  local is_prompt = name == "prompt"
  local window = vim.api.nvim_open_win(buffer, is_prompt, vim.tbl_extend("error", {
    relative = "editor",
    style = "minimal",
    focusable = is_prompt,
    zindex = name == "hint" and hint_zindex or zindex,
    noautocmd = true,
  }, place))
  local normal = name == "head" and "TracuuHead" or "TracuuNormal"
  set_local(window, ("winhighlight=Normal:%s,NormalFloat:%s,EndOfBuffer:%s"):format(normal, normal, normal))
  set_local(window, (name == "preview" and "wrap linebreak" or "nowrap") .. " nofoldenable nolist nospell scrolloff=0 sidescrolloff=0")
  open[name] = { window = window, buffer = buffer }
end

-- Makes the windows of `places`, moves those that are there, and closes the others.
function M.arrange(places)
  for name in pairs(open) do
    if not places[name] then
      close(name)
    end
  end
  for name, place in pairs(places) do
    if name ~= "prompt" then
      if M.has(name) then
        vim.api.nvim_win_set_config(open[name].window, vim.tbl_extend("error", { relative = "editor" }, place))
      else
        make(name, place)
      end
    end
  end
  -- The last one, which the cursor goes to.
  if M.has("prompt") then
    vim.api.nvim_win_set_config(open.prompt.window, vim.tbl_extend("error", { relative = "editor" }, places.prompt))
  else
    make("prompt", places.prompt)
  end
end

function M.close_all()
  for name in pairs(open) do
    if name ~= "prompt" then
      close(name)
    end
  end
  close("prompt")
end

-- Lines are {text, marks}, as in rows.lua.
function M.set(name, lines)
  if not M.has(name) then
    return
  end
  local buffer, texts = open[name].buffer, {}
  for number, line in ipairs(lines) do
    texts[number] = line.text
  end
  highlight.clear(buffer)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, texts)
  for number, line in ipairs(lines) do
    for _, mark in ipairs(line.marks) do
      highlight.mark(buffer, number - 1, mark[1], mark[2], mark[3], mark[4])
    end
  end
end

function M.lines(name)
  return M.has(name) and vim.api.nvim_buf_get_lines(open[name].buffer, 0, -1, false) or {}
end

function M.resize(name, row, height)
  local window = M.window(name)
  if not window or vim.api.nvim_win_get_height(window) == height then
    return
  end
  local width = vim.api.nvim_win_get_width(window)
  vim.api.nvim_win_set_config(window, { relative = "editor", row = row, col = 0, width = width, height = height })
end

-- Shows `line` at the window's top.
function M.scroll_to(name, line)
  local window = M.window(name)
  if window then
    vim.api.nvim_win_call(window, function()
      vim.fn.winrestview({ topline = line, lnum = line, col = 0, leftcol = 0 })
    end)
  end
end

-- Scrolls by a number of lines, as far as the text reaches.
function M.scroll(name, lines)
  local window = M.window(name)
  if window then
    local top = vim.fn.getwininfo(window)[1].topline + lines
    M.scroll_to(name, math.max(math.min(top, vim.api.nvim_buf_line_count(open[name].buffer)), 1))
  end
end

-- Underlines the part of the prompt that an error is about; nil for none.
function M.mark_prompt(problem)
  if not M.has("prompt") then
    return
  end
  local buffer = open.prompt.buffer
  highlight.clear(buffer)
  local length = #(vim.api.nvim_buf_get_lines(buffer, -2, -1, false)[1] or "")
  local from = problem and math.min(#M.prompt_prefix + problem.column, length)
  if problem and problem.length > 0 and from < length then
    local last = vim.api.nvim_buf_line_count(buffer) - 1
    highlight.mark(buffer, last, from, math.min(from + problem.length, length), "TracuuError", 120)
  end
end

return M
