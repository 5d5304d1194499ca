-- The picker: a prompt, and windows above it that follow what is typed.

local client = require("tracuu.client")
local config = require("tracuu.config")
local highlight = require("tracuu.highlight")
local history = require("tracuu.history")
local insert = require("tracuu.insert")
local keys = require("tracuu.picker.keys")
local menu = require("tracuu.picker.menu")
local message = require("tracuu.message")
local narrow = require("tracuu.picker.narrow")
local past = require("tracuu.picker.past")
local preview = require("tracuu.picker.preview")
local prompt = require("tracuu.picker.prompt")
local screen = require("tracuu.picker.screen")
local search = require("tracuu.picker.search")
local state = require("tracuu.picker.state")
local suggestion = require("tracuu.picker.suggestion")
local timer = require("tracuu.timer")
local windows = require("tracuu.picker.windows")

local M = {}

local past_shown = 100
local preview_step = 3
local ways = { open = "edit", split = "split", vsplit = "vsplit", tab = "tab" }
local next_sort = { relevance = "newest", newest = "oldest", oldest = "relevance" }

-- What the picker was left with, for resume.
local last
-- Where the picker was opened: the window, its cursor, and whether text was being inserted there.
local origin
local group = vim.api.nvim_create_augroup("tracuu_picker", {})
local pause = timer.new()

local function leave()
  local now = state.now
  now.open = false
  search.stop()
  pause.stop()
  suggestion.forget()
  preview.forget()
  vim.api.nvim_clear_autocmds({ group = group })
  message.send_to(nil)
  menu.close()
  local hit = state.hit()
  last = { text = now.text, sort = now.sort, like = now.like, kept = hit and hit.id, count = #now.hits }
  if vim.api.nvim_win_is_valid(origin.window) then
    vim.api.nvim_set_current_win(origin.window)
  end
  windows.close_all()
end

-- The cursor as it was: the end of Insert mode has moved it.
local function restore(left)
  if vim.api.nvim_get_current_win() ~= left.window or vim.api.nvim_win_get_cursor(0)[1] ~= left.cursor[1] then
    return
  end
  local length = #vim.api.nvim_get_current_line()
  vim.api.nvim_win_set_cursor(0, { left.cursor[1], math.min(left.cursor[2], length) })
  if left.inserting then
    vim.cmd(left.cursor[2] >= length and "startinsert!" or "startinsert")
  end
end

-- Closes the picker, and acts once Insert mode has ended: its end moves the cursor.
local function close(act)
  local now, left = state.now, origin
  leave()
  insert.ended(function()
    restore(left)
    if act then
      act()
    elseif now.failed then
      -- So that :messages has it as well.
      message.fail(now.notice)
    end
  end)
end

local function typed()
  local query = prompt.read()
  local delay = config.get("debounce")
  if delay > 0 then
    pause.start(delay, function()
      prompt.changed(query)
    end)
  else
    prompt.changed(query)
  end
end

-- A line for the user while the picker is open.
local function notice(line, failed)
  state.now.notice, state.now.failed = line, failed
  screen.paint()
end

local function watch()
  local function on(events, callback, buffer)
    vim.api.nvim_create_autocmd(events, { group = group, buffer = buffer, callback = callback })
  end
  local buffer = windows.buffer("prompt")
  on({ "TextChangedI", "TextChangedP", "TextChanged" }, typed, buffer)
  -- Another window was entered, by the mouse or a command.
  on("WinLeave", function()
    vim.schedule(function()
      if state.now.open and not menu.is_open() and vim.api.nvim_get_current_win() ~= windows.window("prompt") then
        local entered = vim.api.nvim_get_current_win()
        origin = { window = entered, cursor = vim.api.nvim_win_get_cursor(entered), inserting = false }
        close()
      end
    end)
  end, buffer)
  on("VimResized", function()
    menu.close()
    screen.place()
    preview.wait()
    screen.paint()
  end)
end

-- options: text, sort, like, accept as in the picker's state; kept and count as search.start has them; narrow, a list of field and
-- value.
function M.open(options)
  options = options or {}
  if state.now.open then
    return
  end
  if vim.fn.getcmdwintype() ~= "" then
    message.fail("the picker cannot be opened from the command-line window; close that first")
    return
  end
  highlight.define()
  local window = vim.api.nvim_get_current_win()
  local inserting = vim.api.nvim_get_mode().mode:sub(1, 1) == "i"
  origin = { window = window, cursor = vim.api.nvim_win_get_cursor(window), inserting = inserting }
  state.begin({
    text = options.text and options.text:gsub("%c+", " ") or "",
    sort = options.sort or "relevance",
    like = options.like,
    accept = options.accept,
    past = history.newest(past_shown),
  })
  past.begin()
  client.on_index_changed("picker", search.index_changed)
  message.send_to(notice)
  screen.show()
  prompt.begin(state.now.text)
  keys.install(windows.buffer("prompt"), M.press)
  watch()
  search.start(options.kept, options.count)
  if options.like and not options.like.title then
    search.name_like()
  end
  if options.narrow then
    narrow.apply(options.narrow[1], options.narrow[2])
  end
end

function M.resume()
  M.open(last or { text = history.newest(1)[1] })
end

local function move(step)
  local now = state.now
  now.selected = math.max(math.min(now.selected + step, state.length()), 1)
  preview.wait()
  screen.paint()
  search.next_page()
end

local function act(action, hit, query, hits, accept)
  if query:find("%S") then
    history.add(query)
  end
  if action == "list" then
    require("tracuu.list").fill(query, hits, true)
  elseif action == "similar" then
    M.open({ like = { id = hit.id, title = hit.title } })
  elseif action == "cite" then
    require("tracuu.cite").insert(hit.id)
  elseif accept then
    accept(hit, query)
  else
    require("tracuu.open").hit(hit, query, ways[action])
  end
end

-- Ends the picker with an action on the selected hit, once the hits of its text have arrived.
local function choose(action)
  local now = state.now
  if state.shows_past() then
    if action == "open" and now.past[now.selected] then
      prompt.set(now.past[now.selected])
    end
    return
  end
  if not now.answered or now.shown ~= now.text and not now.error then
    now.pending = action
    return
  end
  now.pending = nil
  local hit = state.hit()
  if hit then
    local query, hits, accept = now.shown, now.hits, now.accept
    close(function()
      act(action, hit, query, hits, accept)
    end)
  end
end

local actions = {
  cancel = function() close() end,
  next = function() move(1) end,
  previous = function() move(-1) end,
  page_down = function() move(screen.room()) end,
  page_up = function() move(-screen.room()) end,
  older = function() past.step(1) end,
  newer = function() past.step(-1) end,
  preview_down = function() preview.scroll(preview_step) end,
  preview_up = function() preview.scroll(-preview_step) end,
  suggestion = suggestion.accept,
  suggestions = suggestion.show_all,
  date = function() narrow.menu("date") end,
  source = function() narrow.menu("source") end,
  author = function() narrow.menu("author") end,
  again = function()
    local hit = state.hit()
    search.start(hit and hit.id, #state.now.hits)
  end,
  sort = function()
    state.now.sort = next_sort[state.now.sort]
    search.start()
  end,
  preview = function()
    screen.preview_wanted = not screen.preview_wanted
    screen.place()
    preview.wait()
    screen.paint()
  end,
}
for _, action in ipairs({ "open", "split", "vsplit", "tab", "list", "similar", "cite" }) do
  actions[action] = function() choose(action) end
end

-- Carries out the action of a key.
function M.press(action)
  if not state.now.open then
    return
  end
  if actions[action] then
    actions[action]()
  else
    message.fail(("there is no action %s; see :help tracuu-keys"):format(action))
  end
end

return M
