/// Invented connections in both framings, with messages of every kind.
let frameSeeds = [
    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"search\",\"params\":{\"query\":\"th\u{E0}nh \u{1EE7}y\",\"limit\":5}}\n",
    "Content-Length: 45\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"status\"}",
    "Content-Length: 2\r\nContent-Type: x\r\n\r\n{}content-length:4\r\n\r\n[{}]",
    "[{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":1}},{\"id\":null}]\n\n[]\n",
    "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"search\",\"params\":{\"query\":\"\\u0111\\ud83d\\ude00\",\"facets\":[\"year\"]}}\n",
    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"index\",\"params\":{\"articles\":[{\"id\":\"a\",\"body\":\"M\\u1ed9t\",\"tags\":[\"x\"]}]}}\n",
    "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"hits\":[],\"total\":{\"value\":1e3,\"relation\":\"exact\"}}}\n",
    "{\"jsonrpc\":\"2.0\",\"id\":4,\"error\":{\"code\":-32001,\"message\":\"a\",\"data\":{\"column\":0}}}\n",
    "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"timeline\",\"params\":{\"query\":\"a\",\"by\":\"month\"}}\n{\"a\"",
    "\u{FEFF} \r\n{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"input\",\"params\":{\"bytes\":\"e30K\",\"more\":true}}\n",
    "\u{FEFF}\ncontent-type: x\ncontent-length:2\n\n{}\r\nX: y\r\nCONTENT-LENGTH: 2\r\n\r\n[]",
    "[[[[[[[[[[[[[[[[true,false,null,-0.5E+3]]]]]]]]]]]]]]]]\n",
]

/// Words of the protocol and bytes that are significant in framings and JSON.
let framePieces = [
    "Content-Length: ", "content-type:", "\u{FEFF}", "\r\n\r\n", "\r\n", "\n", "{", "}", "[", "]", ":", ",", "\"", "\\",
    "\\u", "\\ud83d", "\\ude00",
    "true", "false", "null", "0", "-1", "1e9", "9223372036854775807", "0.1", "\"jsonrpc\":\"2.0\"", "\"id\":",
    "\"method\":",
    "\"params\":{", "\"search\"", "\"suggest\"", "\"similar\"", "\"article\"", "\"remove\"", "\"initialize\"",
    "\"explain\"",
    "\"query\":\"", "\"limit\":", "\"offset\":", "\"asYouType\":", "\"deadlineMs\":", "\"positionEncoding\":\"utf-16\"",
    "\"paths\":[", "\"ids\":[", "\u{EF}", "\u{1EE7}", "\u{1F600}", "\0", "\u{7F}",
]
