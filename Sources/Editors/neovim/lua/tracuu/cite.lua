-- Citations at the cursor, in the daemon's formats or by a function of the user's.

local client = require("tracuu.client")
local config = require("tracuu.config")
local errors = require("tracuu.errors")
local message = require("tracuu.message")

local M = {}

M.formats = { "plain", "markdown", "org", "bibtex" }

local namespace = vim.api.nvim_create_namespace("tracuu_cite")

-- Behind the cursor's character in Normal mode, as `p` puts it; before the cursor in Insert mode. An extended mark keeps the place
-- while the answer is awaited.
local function place()
  local buffer = vim.api.nvim_get_current_buf()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  local line = vim.api.nvim_get_current_line()
  if not vim.api.nvim_get_mode().mode:find("^[iR]") then
    column = column + #vim.fn.matchstr(line, ".", column)
  end
  return buffer, vim.api.nvim_buf_set_extmark(buffer, namespace, row - 1, math.min(column, #line), {})
end

local function put(buffer, mark, text)
  local where = vim.api.nvim_buf_is_valid(buffer) and vim.api.nvim_buf_get_extmark_by_id(buffer, namespace, mark, {}) or {}
  if not where[1] or not vim.bo[buffer].modifiable then
    vim.fn.setreg('"', text)
    message.say("the citation is in the unnamed register, as the buffer cannot take it")
    return
  end
  local row, column = where[1], where[2]
  vim.api.nvim_buf_del_extmark(buffer, namespace, mark)
  local lines = vim.split(text, "\n", { plain = true })
  vim.api.nvim_buf_set_text(buffer, row, column, row, column, lines)
  if vim.api.nvim_get_current_buf() == buffer then
    local last = #lines[#lines] + (#lines == 1 and column or 0)
    vim.api.nvim_win_set_cursor(0, { row + #lines, last })
    if not vim.api.nvim_get_mode().mode:find("^[iR]") then
      -- On the citation's last character, as behind `p`.
      vim.fn.search(".", "bW", row + #lines)
    end
  end
end

-- Without a format, the one of the option citation, which may be a function of the article.
function M.insert(id, format)
  local wanted = format or config.get("citation")
  local is_function = type(wanted) == "function"
  if not is_function and not vim.tbl_contains(M.formats, wanted) then
    message.fail(("there is no citation format %s; there are %s"):format(wanted, table.concat(M.formats, ", ")))
    return
  end
  local buffer, mark = place()
  local params = is_function and { id = id } or { id = id, format = wanted }
  client.request(is_function and "article" or "cite", params, function(result, problem)
    if problem then
      message.fail(errors.text(problem))
      return
    end
    local made, text = true, result.text
    if is_function then
      made, text = pcall(wanted, result)
    end
    if made and type(text) == "string" then
      put(buffer, mark, text)
    else
      message.fail(("the function of the option citation failed (%s); it has to give a string"):format(tostring(text)))
    end
  end)
end

return M
