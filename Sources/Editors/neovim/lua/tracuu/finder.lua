-- Searches for the pickers of other plugins: what each change of their prompt asks for, and how a hit and its article look there.

local client = require("tracuu.client")
local config = require("tracuu.config")
local errors = require("tracuu.errors")
local highlight = require("tracuu.highlight")
local history = require("tracuu.history")
local message = require("tracuu.message")
local rows = require("tracuu.picker.rows")
local text = require("tracuu.text")

local M = {}

-- How much of an article is shown, and how many lines of that stand before the first match.
local longest = 200
local lines_before = 20

-- options.sort is relevance, newest or oldest.
function M.new(options)
  highlight.define()
  local self = { query = "", hits = {}, count = "" }
  local request, waiting = 0, nil

  -- Drops what was asked for before; its `done` is called with nil.
  function self.stop()
    client.cancel(request)
    request = 0
    local dropped = waiting
    waiting = nil
    if dropped then
      dropped(nil)
    end
  end

  -- Calls `done` with the hits, or with none and what is wrong with the query.
  function self.search(query, done)
    self.stop()
    if not query:find("%S") then
      self.query, self.hits, self.count = "", {}, ""
      done({})
      return
    end
    waiting = done
    request = client.request("search", {
      query = query,
      limit = config.get("page_size"),
      asYouType = true,
      snippets = true,
      sort = options.sort,
    }, function(result, problem)
      if problem and problem.code == errors.cancelled then
        self.stop()
        return
      end
      waiting = nil
      if problem then
        if problem.code ~= errors.bad_query then
          message.fail(errors.text(problem))
        end
        done({}, errors.text(problem))
        return
      end
      self.query, self.hits = query, result.hits
      self.count = (result.total.relation == "atLeast" and "at least " or "") .. text.articles(result.total.value)
      done(result.hits)
    end)
  end

  -- Calls `done` with the article of a hit, unless it cannot be had.
  function self.article(hit, done)
    client.request("article", { id = hit.id, query = self.query ~= "" and self.query or nil }, function(article)
      if article then
        done(article)
      end
    end)
  end

  -- A hit as a line of a number of cells, with the marks of rows.lua.
  function self.row(hit, width)
    return rows.title(hit, width, rows.source_width(self.hits, width), false)
  end

  -- What choosing a hit does once the other picker has been closed. `way` is edit, split, vsplit, tab, list or cite.
  function self.choose(hit, way, hits)
    history.add(self.query)
    if way == "list" then
      require("tracuu.list").fill(self.query, hits or self.hits, true)
    elseif way == "cite" then
      require("tracuu.cite").insert(hit.id)
    else
      require("tracuu.open").hit(hit, self.query, way)
    end
  end

  return self
end

-- Shows an article around its first match in a buffer; returns the line, from 1, and the column, from 0, of the match.
function M.show(buffer, article)
  local body = vim.split(article.body, "\n", { plain = true })
  local positions = text.positions(article.body, article.bodyHighlights)
  local first = positions[1]
  local start = first and math.max(first[1] - lines_before, 0) or 0
  local lines = {}
  for number = start + 1, math.min(start + longest, #body) do
    table.insert(lines, text.plain(body[number]))
  end
  vim.bo[buffer].modifiable = true
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, lines)
  highlight.clear(buffer)
  for _, place in ipairs(positions) do
    if lines[place[1] - start + 1] then
      highlight.mark(buffer, place[1] - start, place[2], place[3], "TracuuMatch", 200)
    end
  end
  return first and first[1] - start + 1 or 1, first and first[2] or 0
end

return M
