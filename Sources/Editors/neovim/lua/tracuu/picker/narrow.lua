-- Narrowing: a menu of a field's values among the hits, and the query with the filter of that field in it.

local client = require("tracuu.client")
local errors = require("tracuu.errors")
local menu = require("tracuu.picker.menu")
local message = require("tracuu.message")
local prompt = require("tracuu.picker.prompt")
local state = require("tracuu.picker.state")
local text = require("tracuu.text")

local M = {}

local facets = { date = "year", source = "source", author = "author" }
local titles = { date = "Date, such as 2015, 2015-03..2016 or 7d", source = "Source", author = "Author" }
-- The value that takes the filter out.
M.any = "(any)"

-- Sends a request whose answer matters only to the picker that is open now.
local function request(method, params, reply)
  local now = state.now
  client.request(method, params, function(result, problem)
    if state.now ~= now or not now.open then
      return
    end
    if problem then
      message.fail(errors.text(problem))
    else
      reply(result)
    end
  end)
end

local function open(field, counts)
  local choices = {}
  for _, counted in ipairs(counts) do
    table.insert(choices, { value = counted.value, detail = text.count(counted.count) })
  end
  table.insert(choices, { value = M.any, detail = "" })
  menu.open({
    title = titles[field],
    choices = choices,
    typed = true,
    chosen = function(value)
      M.apply(field, value)
    end,
  })
end

-- The values are counted without the field's present filter, which would leave only its own.
function M.menu(field)
  local query = state.now.text
  if not query:find("%S") then
    open(field, {})
    return
  end
  request("narrow", { query = query, field = field }, function(narrowed)
    if not narrowed.query:find("%S") then
      open(field, {})
      return
    end
    request("search", { query = narrowed.query, limit = 0, facets = { facets[field] } }, function(result)
      open(field, result.facets and result.facets[facets[field]] or {})
    end)
  end)
end

function M.apply(field, value)
  local chosen = value ~= M.any and value ~= "" and value or nil
  request("narrow", { query = state.now.text, field = field, value = chosen }, function(narrowed)
    prompt.set(narrowed.query)
  end)
end

return M
