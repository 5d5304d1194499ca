-- The search as an extension of Telescope: `:Telescope tracuu`.

local action_state = require("telescope.actions.state")
local actions = require("telescope.actions")
local finders = require("tracuu.finder")
local insert = require("tracuu.insert")
local pickers = require("telescope.pickers")
local previewers = require("telescope.previewers")
local sorters = require("telescope.sorters")
local telescope = require("telescope")

local ways = { select_default = "edit", select_horizontal = "split", select_vertical = "vsplit", select_tab = "tab" }
local lists = { "send_to_qflist", "smart_send_to_qflist", "send_selected_to_qflist" }

-- Telescope calls it with each prompt; hits that come later are given to it when they have come.
local function finder_of(finder)
  local function entry(hit, index)
    return {
      index = index,
      value = hit,
      ordinal = hit.title or hit.id,
      display = function(_, picker)
        local width = vim.api.nvim_win_get_width(picker.results_win) - vim.fn.strdisplaywidth(picker.selection_caret)
        local row = finder.row(hit, width)
        return row.text, vim.tbl_map(function(mark)
          return { { mark[1], mark[2] }, mark[3] }
        end, row.marks)
      end,
    }
  end
  return setmetatable({ close = finder.stop }, {
    __call = function(_, prompt, process, complete)
      finder.search(prompt or "", function(hits)
        if not hits then
          return
        end
        for index, hit in ipairs(hits) do
          if process(entry(hit, index)) then
            return
          end
        end
        complete()
      end)
    end,
  })
end

-- The daemon's order, whatever the titles are.
local function sorter()
  return sorters.Sorter:new({
    scoring_function = function(_, _, _, entry)
      return entry.index
    end,
  })
end

local function previewer(finder)
  return previewers.new_buffer_previewer({
    title = "Article",
    dyn_title = function(_, entry)
      return entry.value.title
    end,
    define_preview = function(self, entry, status)
      local buffer, window = self.state.bufnr, self.state.winid or status.preview_win
      finder.article(entry.value, function(article)
        if self.state and self.state.bufnr == buffer and vim.api.nvim_buf_is_valid(buffer) and vim.api.nvim_win_is_valid(window) then
          vim.wo[window].wrap, vim.wo[window].linebreak = true, true
          local line, column = finders.show(buffer, article)
          vim.api.nvim_win_set_cursor(window, { line, column })
        end
      end)
    end,
  })
end

local function chosen(prompt)
  local hits = vim.tbl_map(function(entry)
    return entry.value
  end, action_state.get_current_picker(prompt):get_multi_selection())
  return #hits > 0 and hits or nil
end

local function open(options)
  options = options or {}
  local finder = finders.new(options)
  local function act(way)
    return function(prompt)
      local entry, hits = action_state.get_selected_entry(), chosen(prompt)
      actions.close(prompt)
      if entry then
        -- The end of Insert mode moves the cursor.
        insert.ended(function()
          finder.choose(entry.value, way, hits)
        end)
      end
    end
  end
  pickers.new(options, {
    prompt_title = "Tracuu",
    default_text = options.text,
    finder = finder_of(finder),
    sorter = sorter(),
    previewer = previewer(finder),
    attach_mappings = function(_, map)
      for name, way in pairs(ways) do
        actions[name]:replace(act(way))
      end
      for _, name in ipairs(lists) do
        actions[name]:replace(act("list"))
      end
      map({ "i", "n" }, "<M-c>", act("cite"))
      return true
    end,
  }):find()
end

return telescope.register_extension({ exports = { tracuu = open } })
