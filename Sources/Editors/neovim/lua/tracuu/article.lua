-- An article in a read-only buffer of its own, tracuu://ID, with the matches of the query that led to it marked.

local client = require("tracuu.client")
local errors = require("tracuu.errors")
local highlight = require("tracuu.highlight")
local message = require("tracuu.message")
local open = require("tracuu.open")
local text = require("tracuu.text")

local M = {}

local scheme = "tracuu://"

-- By buffer: the article, the places of its matches, the query that is marked, and what to say once the article is there.
local articles, places, queries, notes = {}, {}, {}, {}

local function fill(buffer, article)
  highlight.define()
  local title = text.plain(article.title or "")
  local about = {}
  for _, field in ipairs({ "date", "source", "author", "url" }) do
    if article[field] then
      table.insert(about, text.plain(article[field]))
    end
  end
  local lines = { title, table.concat(about, " - "), "" }
  local head = #lines
  vim.list_extend(lines, vim.split(article.body, "\n", { plain = true }))
  vim.bo[buffer].modifiable = true
  vim.bo[buffer].readonly = false
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].readonly = true
  vim.bo[buffer].modified = false
  highlight.clear(buffer)
  highlight.mark(buffer, 0, 0, #title, "TracuuTitle", 100)
  highlight.mark(buffer, 1, 0, #lines[2], "TracuuSource", 100)
  local found = text.positions(title, article.titleHighlights)
  local in_title = #found
  for _, place in ipairs(text.positions(article.body, article.bodyHighlights)) do
    table.insert(found, { place[1] + head, place[2], place[3] })
  end
  for _, place in ipairs(found) do
    highlight.mark(buffer, place[1], place[2], place[3], "TracuuMatch", 200)
  end
  articles[buffer], places[buffer] = article, found
  local first = found[in_title + 1] or found[1] or { 0, 0 }
  for _, window in ipairs(vim.fn.win_findbuf(buffer)) do
    vim.api.nvim_win_set_cursor(window, { first[1] + 1, first[2] })
  end
end

local function load(buffer)
  local id = vim.api.nvim_buf_get_name(buffer):sub(#scheme + 1)
  local query = queries[buffer]
  client.request("article", { id = id, query = query and query:find("%S") and query or nil }, function(article, problem)
    if not vim.api.nvim_buf_is_valid(buffer) then
      return
    end
    if problem then
      message.fail(errors.text(problem))
      return
    end
    fill(buffer, article)
    if notes[buffer] then
      message.say(notes[buffer])
      notes[buffer] = nil
    end
  end)
end

-- The next match, or with a negative step the one before the cursor.
function M.go_to_match(step)
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local before, behind
  for _, place in ipairs(places[vim.api.nvim_get_current_buf()] or {}) do
    local line = place[1] + 1
    if line < row or line == row and place[2] < column then
      before = place
    elseif not behind and (line > row or place[2] > column) then
      behind = place
    end
  end
  local found = before
  if step > 0 then
    found = behind
  end
  if found then
    vim.cmd("normal! m'")
    vim.api.nvim_win_set_cursor(0, { found[1] + 1, found[2] })
  else
    message.say(step > 0 and "there is no match below" or "there is no match above")
  end
end

-- The file that the article was read from.
function M.go_to_source()
  local article = articles[vim.api.nvim_get_current_buf()] or {}
  if not article.path then
    message.fail("the article came from no file")
  elseif vim.fn.filereadable(article.path) == 0 then
    message.fail(article.path .. " is gone")
  else
    open.file(article.path, article.line or 0, article.column or 0, "edit")
  end
end

-- The buffer of an article, which loads itself when it is first entered.
function M.buffer(id, query)
  local buffer = vim.fn.bufadd(scheme .. id)
  queries[buffer] = query
  return buffer
end

function M.show(id, query, way, note)
  local buffer = M.buffer(id, query)
  local is_loaded = vim.api.nvim_buf_is_loaded(buffer)
  notes[buffer] = note
  open.buffer(buffer, way or "edit")
  if is_loaded then
    load(buffer)
  end
end

-- For BufReadCmd.
function M.read(buffer)
  vim.bo[buffer].buftype = "nofile"
  vim.bo[buffer].swapfile = false
  vim.bo[buffer].modifiable = false
  vim.bo[buffer].readonly = true
  vim.bo[buffer].filetype = "tracuu"
  vim.api.nvim_create_autocmd("BufWipeout", {
    buffer = buffer,
    callback = function()
      articles[buffer], places[buffer], queries[buffer], notes[buffer] = nil, nil, nil, nil
    end,
  })
  load(buffer)
end

-- Calls `found` with the id of the article in the current buffer: its own buffer, or a file at the cursor.
function M.at_hand(found)
  local name = vim.api.nvim_buf_get_name(0)
  if name:sub(1, #scheme) == scheme then
    found(name:sub(#scheme + 1))
    return
  end
  if name == "" then
    message.fail("this buffer is no article; open one, or name its id")
    return
  end
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  client.request("search", { query = 'path:"' .. name:gsub('["\\]', "\\%0") .. '"', limit = 1000 }, function(result, problem)
    if problem then
      message.fail(errors.text(problem))
      return
    end
    -- Of a file of many articles, the last that begins above the cursor.
    local best
    for _, hit in ipairs(result.hits) do
      local start = hit.line or 0
      if (start <= line or #result.hits == 1) and (not best or start >= (best.line or 0)) then
        best = hit
      end
    end
    if best then
      found(best.id)
    else
      message.fail(name .. " is not in the index; :Tracuu index adds it")
    end
  end)
end

return M
