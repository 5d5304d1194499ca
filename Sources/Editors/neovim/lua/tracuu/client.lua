-- The one connection to the daemon. Requests are answered by callbacks, never waited for.

local daemon = require("tracuu.daemon")
local framing = require("tracuu.framing")
local uv = vim.uv or vim.loop

local M = {}

local greeting_milliseconds = 5000
-- What fits into the address of a Unix socket.
local longest_path = 107

-- The open connection: its pipe, whether it was greeted, and the requests that it has not answered.
local connection
local connecting = false
-- The daemon is started once for each loss of the connection, so that a broken one is told of and not started for ever.
local started = false
local last_number = 0
local waiting = {}
local listeners = {}
local progress = {}
-- What the daemon told of itself: how many articles it has, and its index.
local known = {}

local connect, send

local function fail(requests, reason)
  for _, request in ipairs(requests) do
    request.reply(nil, { code = 0, message = reason })
  end
end

local function fail_all(reason)
  started, connecting = false, false
  local requests = waiting
  waiting = {}
  fail(requests, reason)
end

local function drop(dropped)
  if connection == dropped then
    connection = nil
  end
  dropped.closed = true
  if dropped.timer and not dropped.timer:is_closing() then
    dropped.timer:close()
  end
  if not dropped.pipe:is_closing() then
    dropped.pipe:close()
  end
end

-- A request lost with the connection is sent once more, over the next one.
local function lost(ended)
  if ended.closed then
    return
  end
  drop(ended)
  local failed, again = {}, {}
  local numbers = vim.tbl_keys(ended.running)
  table.sort(numbers)
  for _, number in ipairs(numbers) do
    local request = ended.running[number]
    if not request.internal and not request.cancelled then
      table.insert(request.lost and failed or again, request)
      request.lost = true
    end
  end
  waiting = vim.list_extend(again, waiting)
  fail(failed, "the daemon ended while it was asked; run tracuu daemon restart")
  if #waiting > 0 then
    connect()
  end
end

local function write(receiver, message)
  receiver.pipe:write(framing.encode(message), function(failure)
    if failure then
      vim.schedule(function()
        lost(receiver)
      end)
    end
  end)
end

local function notify(method, params)
  write(connection, { jsonrpc = "2.0", method = method, params = params })
end

function send(request)
  connection.running[request.number] = request
  write(connection, { jsonrpc = "2.0", id = request.number, method = request.method, params = request.params })
end

local function ask(method, params, reply, internal)
  last_number = last_number + 1
  return { number = last_number, method = method, params = params, reply = reply, internal = internal }
end

local function notified(message)
  local params = message.params or {}
  if message.method == "indexChanged" then
    local before = known.articles
    known.articles = params.articles
    for _, listener in pairs(listeners) do
      listener(params, before)
    end
  elseif message.method == "$/progress" then
    local receive = progress[params.token]
    if receive then
      receive(params.value)
    end
  elseif message.error then
    require("tracuu.message").fail(message.error.message)
  end
end

local function received(receiver, message)
  if receiver.closed then
    return
  end
  local request = message.id and receiver.running[message.id]
  if not request then
    notified(message)
    return
  end
  receiver.running[message.id] = nil
  if not request.cancelled then
    request.reply(message.result, message.error)
  end
end

local function greeted(greeting, result, problem)
  greeting.timer:close()
  local missing = not problem and not vim.tbl_contains(result.methods, "narrow")
  if problem or missing then
    drop(greeting)
    fail_all(problem and problem.message or "the daemon is older than this plugin; run tracuu daemon restart")
    return
  end
  greeting.greeted, started = true, false
  known.index, known.version = result.indexPath, result.version
  send(ask("subscribe", vim.empty_dict(), function() end, true))
  send(ask("status", vim.empty_dict(), function(status)
    known.articles = status and status.articles or known.articles
  end, true))
  local requests = waiting
  waiting = {}
  for _, request in ipairs(requests) do
    send(request)
  end
end

local function greet(pipe, socket)
  local new = { pipe = pipe, running = {}, greeted = false }
  connection, connecting = new, false
  local read = framing.reader(function(message)
    vim.schedule(function()
      received(new, message)
    end)
  end)
  pipe:read_start(function(failure, data)
    if failure or not data or not pcall(read, data) then
      vim.schedule(function()
        lost(new)
      end)
    end
  end)
  new.timer = uv.new_timer()
  new.timer:start(greeting_milliseconds, 0, vim.schedule_wrap(function()
    if not new.closed and not new.greeted then
      drop(new)
      fail_all(("the daemon at %s does not answer; run tracuu daemon restart"):format(socket))
    end
  end))
  send(ask("initialize", { clientName = "neovim", positionEncoding = "utf-8" }, function(result, problem)
    greeted(new, result, problem)
  end, true))
end

local function open(socket, refused)
  if #socket > longest_path then
    fail_all(("the path of the socket %s is too long; set the option socket to a shorter one"):format(socket))
    return
  end
  local pipe = uv.new_pipe(false)
  pipe:connect(socket, vim.schedule_wrap(function(failure)
    if failure then
      pipe:close()
      refused(failure)
    else
      greet(pipe, socket)
    end
  end))
end

local function start()
  daemon.start(function(socket, complaint)
    if not socket then
      fail_all(complaint)
      return
    end
    open(socket, function(failure)
      fail_all(("the daemon does not answer at %s (%s); run tracuu daemon restart"):format(socket, failure))
    end)
  end)
end

function connect()
  if connecting or connection then
    return
  end
  connecting = true
  local socket = daemon.socket()
  open(socket, function(failure)
    if started then
      fail_all(("the daemon does not answer at %s (%s); run tracuu daemon restart"):format(socket, failure))
    else
      started = true
      start()
    end
  end)
end

-- Calls `reply` with the result, or with nil and the error. Returns a number to cancel by.
function M.request(method, params, reply)
  local request = ask(method, next(params) and params or vim.empty_dict(), reply)
  if connection and connection.greeted then
    send(request)
  else
    table.insert(waiting, request)
    connect()
  end
  return request.number
end

-- The reply of a cancelled request is never called.
function M.cancel(number)
  waiting = vim.tbl_filter(function(request)
    return request.number ~= number
  end, waiting)
  local request = connection and connection.running[number]
  if request then
    request.cancelled = true
    notify("$/cancelRequest", { id = number })
  end
end

-- Called with the notification and how many articles there were before, nil when unknown. `name` says whose listener it is; the
-- next one of that name takes its place.
function M.on_index_changed(name, listener)
  listeners[name] = listener
end

-- Without a `receive` the token's progress is told to nobody any more.
function M.on_progress(token, receive)
  progress[token] = receive
end

-- What the daemon told of itself: articles, index and version, each as far as it is known.
function M.known()
  return known
end

-- The next request opens another connection, with the options as they are then.
function M.close()
  if connection then
    local old = connection
    drop(old)
    for _, request in pairs(old.running) do
      if not request.internal and not request.cancelled then
        table.insert(waiting, request)
      end
    end
  end
  fail_all("the connection was closed")
end

return M
