-- The picker's searches: one for each change of its text, further pages, and what arrives too late.

local client = require("tracuu.client")
local config = require("tracuu.config")
local errors = require("tracuu.errors")
local message = require("tracuu.message")
local model = require("tracuu.picker.state")
local preview = require("tracuu.picker.preview")
local suggestion = require("tracuu.picker.suggestion")

local M = {}

-- The next page is asked for when the selection is so near the end.
local margin = 5
local most = 10000

local function ask(state, offset, limit, reply)
  if model.is_blank(state.text) then
    return client.request("similar", { id = state.like.id, limit = limit, offset = offset, snippets = true }, reply)
  end
  return client.request("search", {
    query = state.text,
    limit = limit,
    asYouType = true,
    snippets = true,
    sort = state.sort,
    offset = offset > 0 and offset or nil,
    revision = offset > 0 and state.revision or nil,
  }, reply)
end

-- Nothing that was asked for is wanted any more.
function M.stop(state)
  client.cancel(state.request)
  state.request = 0
  state.paging = false
end

local function place_of(hits, id)
  for number, hit in ipairs(hits) do
    if hit.id == id then
      return number
    end
  end
  return 1
end

local function arrived(state, searched, limit, kept, result)
  state.hits, state.total, state.revision = result.hits, result.total, result.revision
  state.shown = searched
  state.complete = #result.hits < limit
  state.selected, state.top = place_of(result.hits, kept), 1
  state.error, state.notice, state.failed = nil, nil, false
  state.changed, state.added, state.counted = false, 0, client.known().articles
  suggestion.offer(state, result.suggestion)
  state.paint()
  suggestion.wait(state)
  if state.pending then
    state.press(state.pending)
  else
    preview.wait(state)
  end
end

local function failed(state, problem)
  state.pending = nil
  if problem.code == errors.cancelled then
    return
  end
  if problem.code == errors.bad_query then
    state.notice, state.failed = nil, false
    state.error = { column = problem.data.column, length = problem.data.length, message = problem.message }
    state.paint()
  else
    state.error = nil
    message.fail(errors.text(problem))
  end
end

local function show_past(state)
  state.shown, state.hits, state.total, state.complete = "", {}, nil, true
  state.selected, state.top = 1, 1
  state.error, state.notice, state.failed, state.changed = nil, nil, false, false
  state.answered = true
  state.paint()
  preview.show(state)
end

-- The first page of the prompt's text. `kept` is the article that stays selected, `count` is how many hits at least.
function M.start(state, kept, count)
  M.stop(state)
  state.sequence = state.sequence + 1
  state.suggestions = {}
  if model.shows_past(state) then
    show_past(state)
    return
  end
  state.answered = false
  local sequence, searched = state.sequence, state.text
  local limit = math.min(math.max(config.get("page_size"), count or 0), most)
  state.request = ask(state, 0, limit, function(result, problem)
    if not state.open or sequence ~= state.sequence then
      return
    end
    state.answered = true
    if problem then
      failed(state, problem)
    else
      arrived(state, searched, limit, kept, result)
    end
  end)
end

-- The next page, when the selection has come near the end of the list.
function M.next_page(state)
  if state.complete or state.paging or not state.answered or state.shown ~= state.text or state.selected <= #state.hits - margin then
    return
  end
  local limit = math.min(config.get("page_size"), most - #state.hits)
  if limit <= 0 then
    state.complete = true
    return
  end
  state.paging = true
  local sequence = state.sequence
  state.request = ask(state, #state.hits, limit, function(result, problem)
    if not state.open or sequence ~= state.sequence then
      return
    end
    state.paging = false
    if not problem then
      state.complete = #result.hits < limit
      vim.list_extend(state.hits, result.hits)
      state.paint()
    elseif problem.code == errors.content_modified then
      -- The pages of that revision are kept no longer.
      M.start(state, (model.hit(state) or {}).id)
    elseif problem.code ~= errors.cancelled then
      message.fail(errors.text(problem))
    end
  end)
end

-- A list that is out of date says so, and changes only when the user asks for it.
function M.index_changed(state, params)
  if not state.open or model.shows_past(state) or not state.total or params.revision <= state.revision then
    return
  end
  state.changed = true
  state.added = state.counted and math.max(params.articles - state.counted, 0) or 0
  state.paint()
end

return M
