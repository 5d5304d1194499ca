-- Messages in the framing of LSP's base protocol.

local M = {}

function M.encode(message)
  local body = vim.json.encode(message)
  return ("Content-Length: %d\r\n\r\n%s"):format(#body, body)
end

-- A function that takes what was read, in pieces of any length, and calls `receive` with each whole message.
function M.reader(receive)
  local pieces, held, wanted = {}, 0, nil
  local function joined()
    local text = table.concat(pieces)
    pieces = { text }
    return text
  end
  local function keep(text)
    pieces, held = { text }, #text
  end
  return function(data)
    table.insert(pieces, data)
    held = held + #data
    while true do
      if not wanted then
        local text = joined()
        local head, stop = text:find("\r\n\r\n", 1, true)
        if not head then
          return
        end
        wanted = tonumber(text:sub(1, head):match("[Cc]ontent%-[Ll]ength:%s*(%d+)"))
        if not wanted then
          error("the daemon sent a message without its length")
        end
        keep(text:sub(stop + 1))
      end
      -- A long message is put together once, when all of it is there.
      if held < wanted then
        return
      end
      local text = joined()
      local body = text:sub(1, wanted)
      keep(text:sub(wanted + 1))
      wanted = nil
      receive(vim.json.decode(body, { luanil = { object = true, array = true } }))
    end
  end
end

return M
