-- The search as a picker of fzf-lua: `:FzfLua tracuu`, once it is registered.

local finders = require("tracuu.finder")

local M = {}

local escapes = { TracuuMatch = "\27[1;4m", TracuuDate = "\27[2m", TracuuSource = "\27[36m" }
local reset = "\27[0m"
-- What fzf needs beside the line: its pointer and the margin.
local beside = 4

-- The text of a row with its marks as escape sequences.
local function coloured(row)
  local marks = vim.tbl_filter(function(mark)
    return escapes[mark[3]] ~= nil
  end, row.marks)
  table.sort(marks, function(a, b)
    return a[1] < b[1]
  end)
  local parts, last = {}, 0
  for _, mark in ipairs(marks) do
    if mark[1] >= last then
      table.insert(parts, row.text:sub(last + 1, mark[1]))
      table.insert(parts, escapes[mark[3]] .. row.text:sub(mark[1] + 1, mark[2]) .. reset)
      last = mark[2]
    end
  end
  table.insert(parts, row.text:sub(last + 1))
  return table.concat(parts)
end

local function previewer_of(finder, hit_of)
  local previewer = require("fzf-lua.previewer.builtin").base:extend()

  function previewer:new(...)
    previewer.super.new(self, ...)
    setmetatable(self, previewer)
    return self
  end

  function previewer:populate_preview_buf(line)
    local hit = hit_of(line)
    if not hit then
      return
    end
    finder.article(hit, function(article)
      if not self.win or not self.win:validate_preview() then
        return
      end
      local buffer = self:get_tmp_buffer()
      local match, column = finders.show(buffer, article)
      self:set_preview_buf(buffer)
      self.win:update_preview_title((" %s "):format(article.title or article.id))
      local window = self.win.preview_winid
      vim.wo[window].wrap, vim.wo[window].linebreak = true, true
      vim.api.nvim_win_set_cursor(window, { match, column })
    end)
  end

  return previewer
end

-- options.text and options.sort as in require("tracuu").open; all others are those of fzf-lua.
function M.open(options)
  options = options or {}
  local finder = finders.new(options)
  local shown = {}

  -- The number before the tabulator, which fzf does not show.
  local function hit_of(line)
    return shown[tonumber(line:match("^%d+"))]
  end

  local function act(way)
    return function(lines)
      local hits = vim.tbl_map(hit_of, lines or {})
      if hits[1] then
        finder.choose(hits[1], way, #hits > 1 and hits or nil)
      end
    end
  end

  local function contents(arguments)
    return function(give)
      finder.search(arguments[1] or "", function(hits, complaint)
        shown = hits or shown
        local width = vim.o.columns
        local window = require("fzf-lua").win.__SELF and require("fzf-lua").win.__SELF()
        if window and window.fzf_winid and vim.api.nvim_win_is_valid(window.fzf_winid) then
          width = vim.api.nvim_win_get_width(window.fzf_winid)
        end
        for number, hit in ipairs(hits or {}) do
          give(("%d\t%s"):format(number, coloured(finder.row(hit, width - beside))))
        end
        if complaint then
          give("0\t" .. complaint)
        end
        give(nil)
      end)
    end
  end

  require("fzf-lua").fzf_live(contents, vim.tbl_deep_extend("force", {
    prompt = "Tracuu> ",
    query = options.text,
    exec_empty_query = true,
    previewer = { _ctor = function() return previewer_of(finder, hit_of) end },
    fzf_opts = { ["--delimiter"] = "\t", ["--with-nth"] = "2..", ["--multi"] = true, ["--no-sort"] = true },
    actions = {
      ["default"] = act("edit"),
      ["ctrl-s"] = act("split"),
      ["ctrl-v"] = act("vsplit"),
      ["ctrl-t"] = act("tab"),
      ["ctrl-q"] = act("list"),
      ["alt-c"] = act("cite"),
    },
  }, options.fzf or {}))
end

function M.register()
  require("fzf-lua").register_extension("tracuu", M.open, nil, true)
end

return M
