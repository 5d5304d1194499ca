-- Loaded by the Neovim under test: evaluates Lua that a test sends over a socket, and answers in JSON.

local uv = vim.uv or vim.loop

local function plain(value)
  local encoded, text = pcall(vim.json.encode, { value = value })
  return encoded and text or vim.json.encode({ value = tostring(value) })
end

local function evaluate(code)
  local chunk, complaint = loadstring(code)
  if not chunk then
    return vim.json.encode({ failure = complaint })
  end
  local done, value = pcall(chunk)
  return done and plain(value) or vim.json.encode({ failure = tostring(value) })
end

local function serve(client)
  local held = ""
  client:read_start(function(_, data)
    if not data then
      client:close()
      return
    end
    held = held .. data
    while true do
      local line, rest = held:match("^([^\n]*)\n(.*)$")
      if not line then
        return
      end
      held = rest
      vim.schedule(function()
        client:write(evaluate(vim.json.decode(line)) .. "\n")
      end)
    end
  end)
end

local listener = uv.new_pipe(false)
listener:bind(vim.env.TEST_SOCKET)
listener:listen(1, function()
  local client = uv.new_pipe(false)
  listener:accept(client)
  serve(client)
end)

-- What the screen shows, a text for each row.
function _G.test_screen()
  vim.cmd("redraw")
  local rows = {}
  for row = 1, vim.o.lines do
    local cells = {}
    for column = 1, vim.o.columns do
      table.insert(cells, vim.fn.screenstring(row, column))
    end
    table.insert(rows, table.concat(cells))
  end
  return rows
end

-- Times from each key to the paint of its hits, in milliseconds.
function _G.test_measure()
  _G.test_times = {}
  local pressed
  vim.on_key(function()
    pressed = pressed or uv.hrtime()
  end)
  vim.api.nvim_create_autocmd("User", {
    pattern = "TracuuPainted",
    callback = function()
      local state = require("tracuu.picker.state").now
      if pressed and state.open and state.answered and state.shown == state.text then
        table.insert(_G.test_times, (uv.hrtime() - pressed) / 1e6)
        pressed = nil
      end
    end,
  })
end
