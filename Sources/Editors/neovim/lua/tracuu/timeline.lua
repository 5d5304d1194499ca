-- Articles over time as a bar chart, in a read-only buffer; Enter searches the time under the cursor.

local client = require("tracuu.client")
local errors = require("tracuu.errors")
local highlight = require("tracuu.highlight")
local history = require("tracuu.history")
local message = require("tracuu.message")
local open = require("tracuu.open")
local text = require("tracuu.text")

local M = {}

local scheme = "tracuu-timeline://"
-- The cells of a line before its bar, and the lines before the first bar.
local before_bar = 22
local head_lines = 2

-- By buffer: the query and the times of its lines.
local shown = {}

local function row(value, count)
  return ("%s %s  "):format(text.fit(value, 10), vim.fn.printf("%9s", text.count(count)))
end

local function fill(buffer, query, result)
  highlight.define()
  local window = vim.fn.bufwinid(buffer)
  local width = math.max((window < 0 and vim.o.columns or vim.api.nvim_win_get_width(window)) - before_bar - 2, 1)
  local largest = 1
  for _, bucket in ipairs(result.buckets) do
    largest = math.max(largest, bucket.count)
  end
  local total = (result.total.relation == "atLeast" and "at least " or "") .. text.articles(result.total.value)
  local lines, bars, values = { ("%s: %s by %s"):format(query, total, result.by), "" }, {}, {}
  for _, bucket in ipairs(result.buckets) do
    local length = bucket.count == 0 and 0 or math.max(math.floor(bucket.count * width / largest), 1)
    local start = row(bucket.value, bucket.count)
    table.insert(lines, length > 0 and start .. text.block():rep(length) or vim.trim(start))
    table.insert(bars, { #lines - 1, #start, #lines[#lines] })
    table.insert(values, bucket.value)
  end
  if result.undated > 0 then
    table.insert(lines, (row("undated", result.undated):gsub(" +$", "")))
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].modified = false
  highlight.clear(buffer)
  highlight.mark(buffer, 0, 0, #lines[1], "TracuuTitle", 100)
  for _, bar in ipairs(bars) do
    if bar[3] > bar[2] then
      highlight.mark(buffer, bar[1], bar[2], bar[3], "TracuuBar", 100)
    end
  end
  shown[buffer] = { query = query, values = values }
  if window > 0 then
    vim.api.nvim_win_set_cursor(window, { math.min(head_lines + 1, #lines), 0 })
  end
end

local function load(buffer)
  local query = vim.api.nvim_buf_get_name(buffer):sub(#scheme + 1)
  client.request("timeline", { query = query }, function(result, problem)
    if problem then
      message.fail(errors.text(problem))
    elseif vim.api.nvim_buf_is_valid(buffer) then
      history.add(query)
      fill(buffer, query, result)
    end
  end)
end

function M.show(query)
  local buffer = vim.fn.bufadd(scheme .. query)
  local is_loaded = vim.api.nvim_buf_is_loaded(buffer)
  open.buffer(buffer, "split")
  if is_loaded then
    load(buffer)
  end
end

-- For BufReadCmd.
function M.read(buffer)
  vim.bo[buffer].buftype = "nofile"
  vim.bo[buffer].swapfile = false
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].filetype = "tracuu"
  vim.api.nvim_create_autocmd("BufWipeout", {
    buffer = buffer,
    callback = function()
      shown[buffer] = nil
    end,
  })
  load(buffer)
end

-- Searches the query in the time of the cursor's line.
function M.enter()
  local timeline = shown[vim.api.nvim_get_current_buf()]
  local value = timeline and timeline.values[vim.api.nvim_win_get_cursor(0)[1] - head_lines]
  if value then
    require("tracuu.picker").open({ text = timeline.query, narrow = { "date", value } })
  end
end

return M
