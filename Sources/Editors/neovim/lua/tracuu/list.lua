-- Hits in the quickfix list. An article without a place in a text file is entered as its own buffer.

local article = require("tracuu.article")
local client = require("tracuu.client")
local config = require("tracuu.config")
local errors = require("tracuu.errors")
local history = require("tracuu.history")
local message = require("tracuu.message")
local open = require("tracuu.open")
local text = require("tracuu.text")

local M = {}

local function entry(hit, query)
  local line = table.concat({ text.fit((hit.date or ""):sub(1, 10), 10), text.plain(hit.title or ""), text.plain(hit.source or "") }, "  ")
  if open.readable(hit) then
    return { filename = hit.path, lnum = (hit.line or 0) + 1, col = (hit.column or 0) + 1, text = line }
  end
  return { bufnr = article.buffer(hit.id, query), lnum = 1, text = line }
end

-- What the list shows of its entries: not the paths, which say little of an article.
function M.lines(info)
  local entries = vim.fn.getqflist({ id = info.id, items = true }).items
  local lines = {}
  for number = info.start_idx, info.end_idx do
    table.insert(lines, entries[number].text)
  end
  return lines
end

-- Visits the first entry if `visits`.
function M.fill(query, hits, visits)
  local entries, ids = {}, {}
  for _, hit in ipairs(hits) do
    table.insert(entries, entry(hit, query))
    table.insert(ids, hit.id)
  end
  vim.fn.setqflist({}, " ", {
    title = query == "" and "Tracuu" or "Tracuu: " .. query,
    items = entries,
    context = { tracuu = ids },
    quickfixtextfunc = "v:lua.require'tracuu.list'.lines",
  })
  vim.api.nvim_exec_autocmds("QuickFixCmdPost", { pattern = "tracuu", modeline = false })
  if visits then
    -- Silent: its message and the one of the list would wait for a key together.
    vim.cmd("botright copen | wincmd p | silent cfirst")
    vim.cmd("normal! zv")
  end
end

-- Searches, fills the list, and visits its first entry unless `stays`.
function M.search(query, stays)
  local window = vim.api.nvim_get_current_win()
  client.request("search", { query = query, limit = config.get("page_size"), snippets = true }, function(result, problem)
    if problem then
      message.fail(errors.text(problem))
    elseif #result.hits == 0 then
      message.say("no article found for " .. query)
    else
      history.add(query)
      -- The user may be typing elsewhere by now; then only the list is filled.
      local is_here = vim.api.nvim_get_current_win() == window and vim.api.nvim_get_mode().mode == "n"
      M.fill(query, result.hits, not stays and is_here)
      message.say(("%s of %s in the quickfix list"):format(text.articles(#result.hits), text.count(result.total.value)))
    end
  end)
end

return M
