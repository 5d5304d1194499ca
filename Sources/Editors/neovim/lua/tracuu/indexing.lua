-- Indexing a file or a folder, with its progress in a small window.

local client = require("tracuu.client")
local errors = require("tracuu.errors")
local message = require("tracuu.message")
local text = require("tracuu.text")

local M = {}

local uv = vim.uv or vim.loop
local runs = 0

-- A line at the lower right: a function that sets it, and one that closes it.
local function corner()
  local buffer = vim.api.nvim_create_buf(false, true)
  vim.bo[buffer].bufhidden = "wipe"
  local window
  local function set(line)
    line = " " .. text.cut(line, vim.o.columns - 2) .. " "
    vim.api.nvim_buf_set_lines(buffer, 0, -1, false, { line })
    local place = {
      relative = "editor",
      anchor = "SE",
      row = vim.o.lines - vim.o.cmdheight - 1,
      col = vim.o.columns,
      width = text.width(line),
      height = 1,
    }
    if window and vim.api.nvim_win_is_valid(window) then
      vim.api.nvim_win_set_config(window, place)
    else
      window = vim.api.nvim_open_win(buffer, false, vim.tbl_extend("error", place, { style = "minimal", focusable = false, zindex = 120 }))
    end
  end
  local function close()
    if vim.api.nvim_buf_is_valid(buffer) then
      vim.api.nvim_buf_delete(buffer, { force = true })
    end
  end
  return set, close
end

local function progress(value)
  local total = value.total and value.total > 0 and " of " .. text.count(value.total) or ""
  local done = text.count(value.done or 0) .. total
  return ("tracuu: %s, %s %s, %s"):format(value.stage, done, value.unit or "", text.articles(value.articles or 0))
end

local function summary(result)
  local counts = {}
  for _, name in ipairs({ "added", "updated", "unchanged", "removed" }) do
    table.insert(counts, text.count(result[name]) .. " " .. name)
  end
  local line = table.concat(counts, ", ")
  local dates = result.unreadDates
  if dates then
    local one = dates.first[1]
    local place = one.line and ("%s:%d"):format(one.path, one.line + 1) or one.path
    line = ('%s, %s with a date that could not be read (%s "%s")'):format(line, text.count(dates.count), place, text.plain(one.value))
  end
  local first = result.failed[1]
  if not first then
    return line
  end
  return ("%s, %d failed; %s: %s; tracuu failed lists them"):format(line, #result.failed, first.path, first.reason)
end

function M.run(path)
  local whole = vim.fn.fnamemodify(path, ":p")
  if vim.fn.filereadable(whole) == 0 and vim.fn.isdirectory(whole) == 0 then
    message.fail(("there is no file %s; write it first"):format(whole))
    return
  end
  local buffer = vim.fn.getbufinfo(whole)[1]
  if buffer and buffer.changed == 1 then
    message.fail(whole .. " has changes that are not written; write it first")
    return
  end
  runs = runs + 1
  local token = ("neovim-%d-%d"):format(uv.getpid(), runs)
  local set, close = corner()
  set("tracuu: indexing " .. vim.fn.fnamemodify(whole, ":~"))
  client.on_progress(token, function(value)
    set(progress(value))
  end)
  client.request("index", { paths = { (whole:gsub("(.)/$", "%1")) }, progressToken = token }, function(result, problem)
    client.on_progress(token, nil)
    close()
    if problem then
      message.fail(errors.text(problem))
    else
      message.say(summary(result))
    end
  end)
end

return M
