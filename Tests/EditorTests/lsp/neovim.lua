-- Drives `tracuu lsp` by Neovim's own client, from Neovim 0.7.2 on, and prints a line for each step.

local passed, failed = 0, 0
local archive = vim.env.EDITOR_ARCHIVE
local version = tostring(vim.version().major) .. "." .. vim.version().minor .. "." .. vim.version().patch

--- Runs one step; what it throws is why it failed.
local function step(name, run)
  local ok, reason = pcall(run)
  if ok then
    passed = passed + 1
    print(string.format("ok %d Neovim %s: %s", passed + failed, version, name))
  else
    failed = failed + 1
    print(string.format("not ok %d Neovim %s: %s: %s", passed + failed, version, name, tostring(reason)))
  end
end

local function equal(found, wanted)
  if not vim.deep_equal(found, wanted) then
    error(string.format("found %s, wanted %s", vim.inspect(found), vim.inspect(wanted)), 2)
  end
end

local function wait(what, condition)
  if not vim.wait(10000, condition, 20) then
    error("waited in vain for " .. what, 2)
  end
end

local ended, logged = nil, {}
local id = vim.lsp.start_client({
  name = "tracuu",
  cmd = { "tracuu", "lsp" },
  root_dir = archive,
  handlers = {
    ["window/logMessage"] = function(_, result)
      table.insert(logged, result.message)
    end,
  },
  on_exit = function(code)
    ended = code
  end,
})
local client = vim.lsp.get_client_by_id(id)

--- Sends a request, and waits for its answer.
local function ask(method, params)
  local answer
  client.request(method, params, function(error, result)
    answer = { error = error, result = result }
  end, vim.api.nvim_get_current_buf())
  wait("an answer to " .. method, function()
    return answer ~= nil
  end)
  return answer
end

--- Has Neovim list the symbols for a query, and gives its quickfix list.
local function list(query)
  vim.fn.setqflist({}, "r")
  vim.lsp.buf.workspace_symbol(query)
  wait("the hits of " .. query, function()
    return #vim.fn.getqflist() > 0
  end)
  return vim.fn.getqflist()
end

--- Goes to the first hit of a query as Neovim goes to any location, and gives what stands there.
local function visit(query)
  local hits = ask("workspace/symbol", { query = query }).result
  local location = hits[1].location
  if vim.lsp.util.show_document then
    vim.lsp.util.show_document(location, client.offset_encoding, { focus = true })
  else
    vim.lsp.util.jump_to_location(location, client.offset_encoding)
  end
  local place = vim.api.nvim_win_get_cursor(0)
  return vim.api.nvim_get_current_line():sub(place[2] + 1), place
end

step("it starts, and agrees on an encoding of positions", function()
  wait("the greeting", function()
    return client.initialized
  end)
  vim.cmd("edit " .. archive .. "/tin/giao-ban.txt")
  vim.lsp.buf_attach_client(0, id)
  local general = vim.lsp.protocol.make_client_capabilities().general
  local offered = general and general.positionEncodings
  equal(client.offset_encoding, offered and offered[1] or "utf-16")
end)

step("a search fills the quickfix list, the best hit first", function()
  local first = list("thanh uy ha noi")[1]
  equal(vim.fn.fnamemodify(vim.fn.bufname(first.bufnr), ":t"), "giao-ban.txt")
  equal(first.lnum, 3)
  assert(first.text:find("Giao ban báo chí tháng mười một", 1, true), first.text)
end)

step("a hit in a file is visited at the match", function()
  local text, place = visit("thanh uy ha noi")
  equal(place, { 3, 72 })
  equal(text:sub(1, #"Thành ủy Hà Nội"), "Thành ủy Hà Nội")
end)

step("an article of JSON Lines is a file that cannot be written, at the match", function()
  local text = visit("den long giay")
  equal(text:sub(1, #"Đèn lồng giấy"), "Đèn lồng giấy")
  equal(vim.bo.readonly or vim.fn.filewritable(vim.fn.expand("%:p")) == 0, true)
  equal(vim.fn.getfperm(vim.fn.expand("%:p")), "r--------")
end)

step("hovering there says what is known of the article", function()
  vim.lsp.buf_attach_client(0, id)
  local hover = ask("textDocument/hover", vim.lsp.util.make_position_params(0, client.offset_encoding)).result
  assert(hover.contents.value:find("Đêm hội đèn lồng", 1, true), vim.inspect(hover))
  assert(hover.contents.value:find("id: nen\\-2", 1, true) or hover.contents.value:find("id: nen-2", 1, true), vim.inspect(hover))
end)

step("a command answers as the daemon does", function()
  local cite = { command = "tracuu.cite", arguments = { { id = "ban-tin-han", format = "markdown" } } }
  local text = ask("workspace/executeCommand", cite).result.text
  equal(text, "[Bản tin 東京 và Hà Nội: hai thành phố đổi thư](<https://tinphuong.example/thu>), *Tin Phường*, 20/5/2016")
end)

step("a query that cannot be read finds nothing, and the log says why", function()
  equal(ask("workspace/symbol", { query = "đại hội date:32/13/2015" }).result, {})
  wait("the message", function()
    return #logged > 0
  end)
  assert(logged[1]:find("is in no calendar", 1, true), logged[1])
end)

step("a search at every key: the last one has its hits", function()
  -- Those before are superseded; what is answered as cancelled, Neovim keeps to itself.
  local last
  local query = "ban tin phuong"
  for length = 1, #query do
    client.request("workspace/symbol", { query = query:sub(1, length) }, function(_, result)
      if length == #query then
        last = result
      end
    end, 0)
  end
  wait("the last answer", function()
    return last ~= nil
  end)
  assert(#last > 10, vim.inspect(last))
end)

step("a daemon that was killed is started again", function()
  local status = ask("workspace/executeCommand", { command = "tracuu.status" }).result
  vim.loop.kill(status.process, "sigkill")
  equal(#ask("workspace/symbol", { query = "huyện ủy" }).result >= 2, true)
end)

step("it ends when it is told to, with status 0", function()
  client.stop()
  wait("the end", function()
    return ended ~= nil
  end)
  equal(ended, 0)
end)

io.write(string.format("\n%d passed, %d failed\n", passed, failed))
vim.cmd(failed > 0 and "cquit 1" or "qall!")
