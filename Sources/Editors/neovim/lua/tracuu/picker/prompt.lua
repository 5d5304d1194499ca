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

-- What is typed. Pasted lines become one.
function M.read()
  local buffer = windows.buffer("prompt")
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local text = table.concat(lines, " ")
  if text:sub(1, #prefix) == prefix then
    text = text:sub(#prefix + 1)
  end
  if #lines > 1 then
    M.write(text)
  end
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
