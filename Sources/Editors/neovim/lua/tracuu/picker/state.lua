-- What the open picker knows, in one table that the picker's files share.

local M = {}

M.now = { open = false, text = "", sort = "relevance", hits = {}, past = {}, selected = 1 }

local function fresh()
  return {
    open = true,
    -- The prompt's text, and the one whose hits are shown.
    text = "",
    shown = "",
    -- The article whose like are listed while the prompt is empty: {id, title}.
    like = nil,
    -- What accepting a hit does instead of opening it: a function of the hit and the query.
    accept = nil,
    sort = "relevance",
    hits = {},
    total = nil,
    revision = 0,
    complete = true,
    -- Counted from 1, as is the first line shown.
    selected = 1,
    top = 1,
    past = {},
    sequence = 0,
    request = nil,
    paging = false,
    answered = true,
    -- An action that was asked for before the hits of the text had arrived.
    pending = nil,
    error = nil,
    notice = nil,
    failed = false,
    suggestions = {},
    -- How often the selection came to rest, for the preview.
    rests = 0,
    -- How many articles the index had when the list was made; nil while that is unknown.
    counted = nil,
    changed = false,
    added = 0,
  }
end

function M.begin(options)
  M.now = vim.tbl_extend("force", fresh(), options)
end

-- The prompt is empty and lists what was searched for before.
function M.shows_past()
  return not M.now.like and not M.now.text:find("%S")
end

-- The selected hit, if there is one.
function M.hit()
  return not M.shows_past() and M.now.hits[M.now.selected] or nil
end

function M.length()
  return M.shows_past() and #M.now.past or #M.now.hits
end

return M
