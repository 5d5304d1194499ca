-- The prompt: a buffer of one line behind "> ".

local state = require("tracuu.picker.state")
local windows = require("tracuu.picker.windows")

local M = {}

local prefix = windows.prompt_prefix

-- Makes the buffer a prompt, with `text` in it.
function M.begin(text)
  local buffer = windows.buffer("prompt")
  vim.bo[buffer].buftype = "prompt"
  -- No filetype: plugins for completion and pairs leave prompt buffers alone, and none is made for this one.
  vim.fn.prompt_setprompt(buffer, prefix)
  M.write(text)
  vim.cmd("startinsert!")
end

-- What is typed. Pasted lines become one; Neovim begins a new prompt behind them.
function M.read()
  local parts = {}
  for _, line in ipairs(vim.api.nvim_buf_get_lines(windows.buffer("prompt"), 0, -1, false)) do
    local part = vim.startswith(line, prefix) and line:sub(#prefix + 1) or line
    if part ~= "" then
      table.insert(parts, part)
    end
  end
  local text = table.concat(parts, " ")
  if vim.api.nvim_buf_line_count(windows.buffer("prompt")) > 1 then
    M.write(text)
  end
  -- What is typed is nothing to be written, which `:quit` would ask for.
  vim.bo[windows.buffer("prompt")].modified = false
  return text
end

-- Puts a text into the prompt, the cursor behind it.
function M.write(text)
  local buffer, window = windows.buffer("prompt"), windows.window("prompt")
  local line = prefix .. text:gsub("%c+", " ")
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { line })
  vim.api.nvim_win_set_cursor(window, { 1, #line })
end

-- Sets the text and searches for it.
function M.set(query)
  if state.now.open then
    M.write(query)
    M.changed(query)
  end
end

function M.changed(query)
  if query ~= state.now.text then
    state.now.text = query
    state.now.pending = nil
    require("tracuu.picker.search").start()
  end
end

return M
