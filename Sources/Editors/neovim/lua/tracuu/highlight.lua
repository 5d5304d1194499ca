-- The highlight groups. Each is a default, which a colour scheme or the user's own `:highlight` overrides.

local M = {}

M.namespace = vim.api.nvim_create_namespace("tracuu")

local groups = {
  TracuuNormal = { link = "Normal" },
  TracuuMatch = { bold = true, underline = true, cterm = { bold = true, underline = true } },
  TracuuSelected = { link = "PmenuSel" },
  TracuuDate = { link = "Comment" },
  TracuuSource = { link = "Identifier" },
  TracuuSnippet = { link = "Comment" },
  TracuuHead = { link = "StatusLine" },
  TracuuRule = { link = "Comment" },
  TracuuHint = { link = "Comment" },
  TracuuNotice = { link = "MoreMsg" },
  TracuuFailure = { link = "ErrorMsg" },
  TracuuError = { link = "SpellBad" },
  TracuuTitle = { link = "Title" },
  TracuuBar = { link = "Identifier" },
}

function M.define()
  for name, group in pairs(groups) do
    vim.api.nvim_set_hl(0, name, vim.tbl_extend("error", { default = true }, group))
  end
end

-- Marks the bytes from `from` to `to` of a line, all counted from 0.
function M.mark(buffer, line, from, to, group, priority)
  vim.api.nvim_buf_set_extmark(buffer, M.namespace, line, from, {
    end_row = line,
    end_col = to,
    hl_group = group,
    priority = priority,
    strict = false,
  })
end

function M.clear(buffer)
  vim.api.nvim_buf_clear_namespace(buffer, M.namespace, 0, -1)
end

return M
