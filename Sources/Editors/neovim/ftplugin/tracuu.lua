-- Buffers of articles and timelines.

if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = true

vim.cmd("setlocal wrap linebreak nospell nolist bufhidden=hide")
vim.b.undo_ftplugin = "setlocal wrap< linebreak< spell< list< bufhidden<"

if vim.g.no_plugin_maps or vim.g.no_tracuu_maps then
  return
end

local function map(key, description, act)
  vim.keymap.set("n", key, act, { buffer = true, desc = "tracuu: " .. description })
  vim.b.undo_ftplugin = vim.b.undo_ftplugin .. "| silent! nunmap <buffer> " .. key
end

if vim.startswith(vim.api.nvim_buf_get_name(0), "tracuu-timeline://") then
  map("<CR>", "search the time at the cursor", function()
    require("tracuu.timeline").enter()
  end)
else
  map("]]", "next match", function()
    require("tracuu.article").go_to_match(1)
  end)
  map("[[", "previous match", function()
    require("tracuu.article").go_to_match(-1)
  end)
  map("gf", "file of the article", function()
    require("tracuu.article").go_to_source()
  end)
end
