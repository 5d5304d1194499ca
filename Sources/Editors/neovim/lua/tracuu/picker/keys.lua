-- The keys of the prompt, in Insert and Normal mode. All others keep their meaning.

local config = require("tracuu.config")

local M = {}

local usual = {
  ["<CR>"] = "open",
  ["<C-s>"] = "split",
  ["<C-x>"] = "split",
  ["<C-v>"] = "vsplit",
  ["<C-t>"] = "tab",
  ["<C-q>"] = "list",
  ["<C-n>"] = "next",
  ["<C-p>"] = "previous",
  ["<PageDown>"] = "page_down",
  ["<PageUp>"] = "page_up",
  ["<S-Down>"] = "preview_down",
  ["<S-Up>"] = "preview_up",
  ["<Up>"] = "older",
  ["<Down>"] = "newer",
  ["<Tab>"] = "suggestion",
  ["<S-Tab>"] = "suggestions",
  ["<C-l>"] = "again",
  ["<F2>"] = "date",
  ["<M-d>"] = "date",
  ["<F3>"] = "source",
  ["<M-s>"] = "source",
  ["<F4>"] = "author",
  ["<M-a>"] = "author",
  ["<F5>"] = "sort",
  ["<M-o>"] = "sort",
  ["<F6>"] = "similar",
  ["<M-i>"] = "similar",
  ["<F7>"] = "cite",
  ["<M-c>"] = "cite",
  ["<F8>"] = "preview",
  ["<M-p>"] = "preview",
  ["<Esc>"] = "cancel",
  ["<C-g>"] = "cancel",
  ["<C-c>"] = "cancel",
}

local shown_as = { ["<CR>"] = "Enter" }

local function all()
  local keys = vim.tbl_extend("force", usual, config.get("keys"))
  for key, action in pairs(keys) do
    if action == false or action == "" then
      keys[key] = nil
    end
  end
  return keys
end

-- The key to show for an action: the shortest that is set.
function M.name(action)
  local best
  for key, other in pairs(all()) do
    if other == action and (not best or #key < #best or #key == #best and key < best) then
      best = key
    end
  end
  return best and (shown_as[best] or best:gsub("^<(.*)>$", "%1")) or ""
end

-- `press` is called with the action, or with nil for one of the user's that does not exist.
function M.install(buffer, press)
  for key, action in pairs(all()) do
    vim.keymap.set({ "i", "n" }, key, function()
      press(action)
    end, { buffer = buffer, nowait = true, silent = true })
  end
  -- In a prompt buffer CTRL-W would wait for a command of windows; this deletes the word before the cursor.
  vim.keymap.set("i", "<C-w>", "<C-S-w>", { buffer = buffer })
end

return M
