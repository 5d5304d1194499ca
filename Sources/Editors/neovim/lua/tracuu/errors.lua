-- The protocol's errors, and what one says to the user.

local M = {
  bad_query = -32001,
  index_unusable = -32003,
  cancelled = -32800,
  content_modified = -32801,
}

function M.text(problem)
  local data = problem.data
  if problem.code == M.index_unusable and type(data) == "table" and data.reason then
    local recovery = data.recovery or data.mend
    return recovery and data.reason .. "; " .. recovery or data.reason
  end
  return problem.message
end

return M
