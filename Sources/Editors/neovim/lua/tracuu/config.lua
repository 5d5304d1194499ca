-- The options: what they may be, and their defaults.

local M = {}

local kinds = {
  program = { "string" },
  socket = { "string" },
  index = { "string" },
  config = { "string" },
  page_size = { "number" },
  debounce = { "number" },
  preview = { "boolean" },
  picker = { "string" },
  citation = { "string", "function" },
  history_file = { "string" },
  keys = { "table" },
}

local defaults = {
  program = "tracuu",
  page_size = 50,
  debounce = 0,
  preview = true,
  picker = "tracuu",
  citation = "plain",
  keys = {},
}

local options = vim.deepcopy(defaults)

-- What is wrong with the options, one line each.
function M.problems(given)
  local problems = {}
  for name, value in pairs(given) do
    local kind = kinds[name]
    if not kind then
      table.insert(problems, ("there is no option %s; see :help tracuu-options"):format(name))
    elseif not vim.tbl_contains(kind, type(value)) then
      table.insert(problems, ("the option %s has to be a %s; see :help tracuu-options"):format(name, table.concat(kind, " or a ")))
    end
  end
  if type(given.page_size) == "number" and (given.page_size < 1 or given.page_size > 1000) then
    table.insert(problems, "the option page_size has to be between 1 and 1000")
  end
  return problems
end

-- Options that are not accepted keep their defaults.
function M.setup(given)
  given = given or {}
  local problems = M.problems(given)
  if #problems > 0 then
    for _, problem in ipairs(problems) do
      require("tracuu.message").fail(problem)
    end
    given = vim.deepcopy(given)
    for name, value in pairs(given) do
      if #M.problems({ [name] = value }) > 0 then
        given[name] = nil
      end
    end
  end
  options = vim.tbl_extend("force", vim.deepcopy(defaults), given)
end

function M.get(name)
  return options[name]
end

-- A path of the options with ~ and variables in it expanded; nil where it is not set.
function M.path(name)
  local value = options[name]
  return value and value ~= "" and vim.fn.expand(value) or nil
end

return M
