-- What an open picker knows, in one table that the picker's files share.

local M = {}

-- options: text, sort, like, accept, past as below.
function M.new(options)
  return vim.tbl_extend("force", {
    open = true,
    -- The prompt's text, and the one whose hits are shown.
    text = "",
    shown = "",
    -- The article whose like are listed while the prompt is empty: id and title.
    like = nil,
    -- What choosing a hit does instead of opening it: a function of the hit and the query.
    accept = nil,
    sort = "relevance",
    hits = {},
    total = nil,
    revision = 0,
    complete = true,
    -- Rows count from 1.
    selected = 1,
    top = 1,
    -- Queries of the history, the newest first.
    past = {},
    sequence = 0,
    request = 0,
    paging = false,
    answered = true,
    -- An action that was asked for before the hits of the text had arrived.
    pending = nil,
    error = nil,
    notice = nil,
    failed = false,
    suggestions = {},
    -- How many articles the index had when the list was made; nil when unknown.
    counted = nil,
    changed = false,
    added = 0,
  }, options)
end

function M.is_blank(text)
  return not text:find("%S")
end

-- The prompt is empty and lists what was searched for before.
function M.shows_past(state)
  return not state.like and M.is_blank(state.text)
end

function M.hit(state)
  return not M.shows_past(state) and state.hits[state.selected] or nil
end

function M.length(state)
  return M.shows_past(state) and #state.past or #state.hits
end

return M
