-- The picker's searches: one for each change of the prompt, further pages, and what arrives too late.

local client = require("tracuu.client")
local config = require("tracuu.config")
local errors = require("tracuu.errors")
local message = require("tracuu.message")
local preview = require("tracuu.picker.preview")
local screen = require("tracuu.picker.screen")
local state = require("tracuu.picker.state")
local suggestion = require("tracuu.picker.suggestion")

local M = {}

-- The next page is asked for when the selection is so near the end.
local margin = 5
-- The daemon's own limit of what can be paged through.
local most = 10000

local function set(values)
  for name, value in pairs(values) do
    state.now[name] = value
  end
end

-- What is said of hits that are shown no longer.
local function forget_notices()
  local now = state.now
  now.error, now.notice, now.failed, now.changed, now.added = nil, nil, false, false, 0
end

-- Nothing that was asked for is wanted any more.
function M.stop()
  local now = state.now
  if now.request then
    client.cancel(now.request)
  end
  now.request, now.paging = nil, false
end

local function ask(query, offset, limit, reply)
  local now = state.now
  if not query:find("%S") then
    return client.request("similar", { id = now.like.id, limit = limit, offset = offset, snippets = true }, reply)
  end
  local params = { query = query, limit = limit, asYouType = true, snippets = true, sort = now.sort }
  if offset > 0 then
    params.offset, params.revision = offset, now.revision
  end
  return client.request("search", params, reply)
end

local function place_of(id, hits)
  for number, hit in ipairs(hits) do
    if hit.id == id then
      return number
    end
  end
  return 1
end

local function arrived(query, limit, kept, result)
  forget_notices()
  set({
    hits = result.hits,
    total = result.total,
    revision = result.revision,
    shown = query,
    complete = #result.hits < limit,
    selected = place_of(kept, result.hits),
    top = 1,
  })
  state.now.counted = client.known().articles
  suggestion.offer(result.suggestion)
  local pending = state.now.pending
  if pending then
    require("tracuu.picker").press(pending)
    return
  end
  preview.wait()
  screen.paint()
  suggestion.wait()
end

local function failed(problem)
  local now = state.now
  now.pending = nil
  if problem.code == errors.cancelled then
    return
  end
  if problem.code == errors.bad_query then
    now.notice, now.failed = nil, false
    now.error = { column = problem.data.column, length = problem.data.length, message = problem.message }
    screen.paint()
  else
    now.error = nil
    message.fail(errors.text(problem))
  end
end

-- The first page of the prompt's text. `kept` is the article that stays selected; `count` is how many hits at least.
function M.start(kept, count)
  M.stop()
  local now = state.now
  now.sequence = now.sequence + 1
  suggestion.forget()
  if state.shows_past() then
    forget_notices()
    set({ shown = "", hits = {}, complete = true, selected = 1, top = 1, answered = true })
    now.total = nil
    preview.show()
    screen.paint()
    return
  end
  now.answered = false
  local sequence, query = now.sequence, now.text
  local limit = math.min(math.max(config.get("page_size"), count or 0), most)
  now.request = ask(query, 0, limit, function(result, problem)
    if state.now ~= now or not now.open or sequence ~= now.sequence then
      return
    end
    now.answered = true
    if problem then
      failed(problem)
    else
      arrived(query, limit, kept, result)
    end
  end)
end

-- The next page, when the selection has come near the end of the list.
function M.next_page()
  local now = state.now
  if now.complete or now.paging or not now.answered or now.shown ~= now.text or now.selected <= #now.hits - margin then
    return
  end
  local limit = math.min(config.get("page_size"), most - #now.hits)
  if limit <= 0 then
    now.complete = true
    return
  end
  now.paging = true
  local sequence = now.sequence
  now.request = ask(now.text, #now.hits, limit, function(result, problem)
    if state.now ~= now or not now.open or sequence ~= now.sequence then
      return
    end
    now.paging = false
    if not problem then
      now.complete = #result.hits < limit
      vim.list_extend(now.hits, result.hits)
      screen.paint()
    elseif problem.code == errors.content_modified then
      -- The pages of that revision are kept no longer.
      M.start(state.hit() and state.hit().id)
    elseif problem.code ~= errors.cancelled then
      message.fail(errors.text(problem))
    end
  end)
end

-- Finds the title of the article whose like are listed.
function M.name_like()
  local now = state.now
  client.request("article", { id = now.like.id }, function(article, problem)
    if not problem and state.now == now and now.open and now.like then
      now.like.title = article.title
      screen.paint()
    end
  end)
end

-- A list that is out of date says so, and changes only when the user asks for it.
function M.index_changed(change, before)
  local now = state.now
  if not now.open or not now.total or change.revision <= now.revision then
    return
  end
  -- The hits may have come before the daemon said how many articles there are.
  now.counted = now.counted or before
  now.changed = true
  now.added = now.counted and math.max(change.articles - now.counted, 0) or 0
  screen.paint()
end

return M
