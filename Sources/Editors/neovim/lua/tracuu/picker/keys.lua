-- The keys of the prompt, which are mapped in its buffer only; all others are those of Insert mode.

local config = require("tracuu.config")

local M = {}

local usual = {
  ["<CR>"] = "open", ["<C-s>"] = "split", ["<C-x>"] = "split", ["<C-v>"] = "vsplit", ["<C-t>"] = "tab", ["<C-q>"] = "list",
  ["<C-n>"] = "next", ["<C-p>"] = "previous", ["<PageDown>"] = "page_down", ["<PageUp>"] = "page_up",
  ["<Up>"] = "older", ["<Down>"] = "newer", ["<S-Down>"] = "preview_down", ["<S-Up>"] = "preview_up",
  ["<Tab>"] = "suggestion", ["<S-Tab>"] = "suggestions", ["<C-l>"] = "again",
  ["<F2>"] = "date", ["<M-d>"] = "date", ["<F3>"] = "source", ["<M-s>"] = "source", ["<F4>"] = "author", ["<M-a>"] = "author",
  ["<F5>"] = "sort", ["<M-o>"] = "sort", ["<F6>"] = "similar", ["<M-i>"] = "similar", ["<F7>"] = "cite", ["<M-c>"] = "cite",
  ["<F8>"] = "preview", ["<M-p>"] = "preview",
  ["<Esc>"] = "cancel", ["<C-g>"] = "cancel", ["<C-c>"] = "cancel",
}
-- In the order of their use: a narrow screen shows only the first ones.
local hints = { "open", "date", "source", "sort", "similar", "cite", "list", "split", "preview", "author", "tab", "vsplit" }

-- The parts of the line of hints, which is shown with every letter and the same while the prompt is open.
M.hint_parts = {}

local function keys()
  local all = vim.tbl_extend("force", usual, config.get("keys"))
  for key, action in pairs(all) do
    if not action or action == "" then
      all[key] = nil
    end
  end
  return all
end

-- The key to show for an action: the shortest that is set.
function M.name(action)
  local found
  for key, other in pairs(keys()) do
    if other == action and (not found or #key < #found or #key == #found and key < found) then
      found = key
    end
  end
  found = (found or ""):gsub("^<(.*)>$", "%1")
  return found == "CR" and "Enter" or found
end

-- `press` carries out an action.
function M.install(buffer, press)
  M.hint_parts = {}
  for _, action in ipairs(hints) do
    local name = M.name(action)
    if name ~= "" then
      table.insert(M.hint_parts, name .. " " .. action)
    end
  end
  for key, action in pairs(keys()) do
    vim.keymap.set({ "i", "n" }, key, function()
      press(action)
    end, { buffer = buffer, nowait = true, silent = true, desc = "tracuu: " .. action })
  end
  -- In a prompt buffer <C-w> begins a window command; this is the key that deletes a word there.
  vim.keymap.set("i", "<C-w>", "<C-S-w>", { buffer = buffer })
end

return M
