-- Opening a hit: its file at the match, or the article in a buffer of its own.

local M = {}

local commands = { split = "split", vsplit = "vsplit", tab = "tab split" }

-- `way` is edit, split, vsplit or tab.
function M.buffer(buffer, way)
  vim.cmd("normal! m'")
  local current = vim.api.nvim_get_current_buf()
  if commands[way] then
    vim.cmd(commands[way])
  elseif vim.bo.modified and not vim.o.hidden and not vim.o.autowriteall and current ~= buffer and #vim.fn.win_findbuf(current) == 1 then
    -- The buffer cannot be left as it is.
    vim.cmd("split")
  end
  vim.bo[buffer].buflisted = true
  if vim.api.nvim_get_current_buf() ~= buffer then
    vim.cmd("buffer " .. buffer)
  end
end

-- Line and column count from 0, the column in bytes.
function M.file(path, line, column, way)
  M.buffer(vim.fn.bufadd(path), way)
  vim.fn.cursor(line + 1, column + 1)
  vim.cmd("normal! zv")
end

function M.readable(hit)
  return hit.layout == "text" and hit.path and vim.fn.filereadable(hit.path) == 1
end

function M.hit(hit, query, way)
  if M.readable(hit) then
    M.file(hit.path, hit.line or 0, hit.column or 0, way)
    return
  end
  local note
  if hit.layout == "text" then
    note = hit.path .. " is gone; this is the article as it was indexed (tracuu index its folder to take it out)"
  end
  require("tracuu.article").show(hit.id, query, way, note)
end

return M
