-- :Tracuu, its subcommands and their completion.

local errors = require("tracuu.errors")
local history = require("tracuu.history")
local message = require("tracuu.message")
local text = require("tracuu.text")

local M = {}

local function open(options)
  require("tracuu").open(options)
end

local function selected()
  local start, stop = vim.fn.getpos("'<"), vim.fn.getpos("'>")
  if start[2] == 0 then
    return ""
  end
  local lines = vim.fn.getline(start[2], stop[2])
  if vim.fn.visualmode() == "v" then
    local last = stop[3] - 1
    if vim.o.selection ~= "exclusive" then
      -- The mark stands on the first byte of the last character.
      last = last + #vim.fn.matchstr(lines[#lines], ".", last)
    end
    lines[#lines] = lines[#lines]:sub(1, last)
    lines[1] = lines[1]:sub(start[3])
  end
  return vim.trim((table.concat(lines, " "):gsub("[%c%s]+", " ")))
end

-- Calls `act` with the query given, else the last one of the history.
local function with_query(words, name, act)
  local query = words ~= "" and words or history.newest(1)[1]
  if query then
    act(query)
  else
    message.fail(("there is no query yet; :Tracuu %s QUERY"):format(name))
  end
end

local function similar(words)
  if words ~= "" then
    require("tracuu.picker").open({ like = { id = words } })
    return
  end
  require("tracuu.article").at_hand(function(id)
    require("tracuu.picker").open({ like = { id = id } })
  end)
end

local function cite(words)
  local format = words:match("^%+%+(%S*)")
  local id = vim.trim((words:gsub("^%+%+%S*", "")))
  local function insert(article)
    require("tracuu.cite").insert(article, format)
  end
  if id ~= "" then
    insert(id)
    return
  end
  require("tracuu.picker").open({
    accept = function(hit)
      insert(hit.id)
    end,
  })
end

local function index(words)
  local path = words ~= "" and vim.fn.expand(words) or vim.fn.expand("%:p")
  if path == "" then
    message.fail("this buffer has no file; :Tracuu index PATH")
  else
    require("tracuu.indexing").run(path)
  end
end

local function show(words)
  if words == "" then
    message.fail("the command needs an article; :Tracuu show ID")
  else
    require("tracuu.article").show(words)
  end
end

local function status()
  require("tracuu.client").request("status", {}, function(result, problem)
    if problem then
      message.fail(errors.text(problem))
      return
    end
    message.say(("%s, revision %d, %s; tracuud %s, process %d"):format(
      text.articles(result.articles), result.revision, result.indexPath, result.version, result.process))
  end)
end

local subcommands = {
  search = function(words) open({ text = words }) end,
  word = function() open({ text = vim.fn.expand("<cword>") }) end,
  selection = function() open({ text = selected() }) end,
  resume = function() require("tracuu.picker").resume() end,
  list = function(words, bang)
    with_query(words, "list", function(query)
      require("tracuu.list").search(query, bang)
    end)
  end,
  timeline = function(words)
    with_query(words, "timeline", function(query)
      require("tracuu.timeline").show(query)
    end)
  end,
  similar = similar,
  cite = cite,
  index = index,
  show = show,
  status = status,
}

local function names()
  local found = vim.tbl_keys(subcommands)
  table.sort(found)
  return found
end

function M.run(arguments)
  local name, words = arguments.args:match("^(%S*)%s*(.-)%s*$")
  if name == "" then
    open({})
  elseif subcommands[name] then
    subcommands[name](words, arguments.bang)
  else
    message.fail(("there is no command %s; there are %s"):format(name, table.concat(names(), ", ")))
  end
end

-- The queries of the history that begin with what is typed, from the word on that is completed.
local function continued(typed, lead)
  local found = {}
  for _, query in ipairs(history.newest()) do
    if vim.startswith(query, typed) then
      table.insert(found, query:sub(#typed - #lead + 1))
    end
  end
  return found
end

local function beginning_with(lead, words)
  return vim.tbl_filter(function(word)
    return vim.startswith(word, lead)
  end, words)
end

-- `line` is the command line up to the cursor.
function M.complete(lead, line)
  local typed = line:match("Tracuu!?%s+(.*)$") or ""
  local name, rest = typed:match("^(%S+)%s+(.*)$")
  if not name then
    return beginning_with(lead, names())
  elseif name == "index" then
    return vim.fn.getcompletion(lead, "file")
  elseif name == "cite" then
    return beginning_with(lead, vim.tbl_map(function(format)
      return "++" .. format
    end, require("tracuu.cite").formats))
  elseif name == "search" or name == "list" or name == "timeline" then
    return continued(rest, lead)
  end
  return {}
end

return M
