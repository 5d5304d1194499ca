-- The search as a source of snacks.nvim: `Snacks.picker.tracuu()`, once it is registered.

local finders = require("tracuu.finder")

local M = {}

local ways = { split = "split", vsplit = "vsplit", tab = "tab" }

-- Waits for the hits in the coroutine that snacks runs the finder in.
local function find(finder)
  return function(_, context)
    local query = context.filter.search
    return function(give)
      local async, hits, answered = context.async, nil, false
      vim.schedule(function()
        finder.search(query, function(found)
          hits, answered = found, true
          async:resume()
        end)
      end)
      while not answered do
        async:suspend()
      end
      for _, hit in ipairs(hits or {}) do
        give({ text = hit.title or hit.id, hit = hit })
      end
    end
  end
end

local function format(finder)
  return function(item, picker)
    local row = finder.row(item.hit, vim.api.nvim_win_get_width(picker.list.win.win) - 2)
    local parts = { { row.text } }
    for _, mark in ipairs(row.marks) do
      table.insert(parts, { col = mark[1], end_col = mark[2], hl_group = mark[3], priority = 100 + mark[4] })
    end
    return parts
  end
end

local function preview(finder)
  return function(context)
    local view, item = context.preview, context.item
    view:reset()
    view:set_title(item.hit.title)
    finder.article(item.hit, function(article)
      local window = view.win.win
      if not context.picker.closed and view.item == item and window and vim.api.nvim_win_is_valid(window) then
        vim.wo[window].wrap, vim.wo[window].linebreak = true, true
        local line, column = finders.show(view.win.buf, article)
        vim.api.nvim_win_set_cursor(window, { line, column })
      end
    end)
  end
end

-- The configuration of a picker; options.text and options.sort as in require("tracuu").open.
local function source(options)
  local finder = finders.new(options)
  local function act(way, all)
    return function(picker, item, action)
      local hits = all and vim.tbl_map(function(one)
        return one.hit
      end, picker:selected())
      item = item or picker:current()
      picker:norm(function()
        picker:close()
        if item then
          finder.choose(item.hit, way or ways[action and action.cmd] or "edit", hits and #hits > 0 and hits or nil)
        end
      end)
    end
  end
  return {
    title = "Tracuu",
    live = true,
    supports_live = true,
    show_empty = true,
    search = options.text,
    finder = find(finder),
    format = format(finder),
    preview = preview(finder),
    confirm = act(),
    actions = { qflist = act("list", true), tracuu_cite = act("cite") },
    win = { input = { keys = { ["<M-c>"] = { "tracuu_cite", mode = { "i", "n" } } } } },
  }
end

function M.open(options)
  require("snacks").picker.pick(source(options or {}))
end

-- From then on snacks lists the source among its own.
function M.register()
  require("snacks.picker.config.sources").tracuu = {
    config = function(given)
      return vim.tbl_deep_extend("force", given, source({ text = given.search, sort = given.sort_by }))
    end,
  }
end

return M
