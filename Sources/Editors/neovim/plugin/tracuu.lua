-- The command, the <Plug> mappings, and the buffers that load themselves. Everything else is loaded when it is first needed.

if vim.g.loaded_tracuu then
  return
end
vim.g.loaded_tracuu = true

vim.api.nvim_create_user_command("Tracuu", function(arguments)
  require("tracuu.command").run(arguments)
end, {
  nargs = "*",
  bang = true,
  range = true,
  desc = "Search the article archive",
  complete = function(lead, line, position)
    return require("tracuu.command").complete(lead, line:sub(1, position))
  end,
})

local group = vim.api.nvim_create_augroup("tracuu", {})
for scheme, module in pairs({ ["tracuu"] = "tracuu.article", ["tracuu-timeline"] = "tracuu.timeline" }) do
  vim.api.nvim_create_autocmd("BufReadCmd", {
    group = group,
    pattern = scheme .. "://*",
    callback = function(event)
      require(module).read(event.buf)
    end,
  })
end

local function plug(modes, name, keys, description)
  vim.keymap.set(modes, "<Plug>(tracuu-" .. name .. ")", keys, { silent = true, desc = description })
end

plug("n", "search", "<Cmd>Tracuu<CR>", "Search articles")
plug("x", "search", "<Esc><Cmd>Tracuu selection<CR>", "Search articles for the selected text")
plug("n", "word", "<Cmd>Tracuu word<CR>", "Search articles for the word at the cursor")
plug("n", "resume", "<Cmd>Tracuu resume<CR>", "Open the last search of articles")
plug("n", "similar", "<Cmd>Tracuu similar<CR>", "List articles like this one")
plug({ "n", "i" }, "cite", "<Cmd>Tracuu cite<CR>", "Choose an article and insert its citation")
