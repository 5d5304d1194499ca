vim9script
# The one connection to the daemon. Requests are answered by callbacks, never waited for.

import autoload 'tracuu/daemon.vim'
import autoload 'tracuu/message.vim'

const greeting_milliseconds = 5000

var channel: channel = null_channel
var greeted = false
var starting = false
# The daemon is started once for each loss of the connection, so that a broken one is told of and not started for ever.
var started = false
var greeting_timer = 0
var last_number = 0
var waiting: list<dict<any>> = []
var running: dict<dict<any>> = {}
var listeners: dict<func(number, number)> = {}
var progress: dict<func(dict<any>)> = {}
# How many articles the index held when the daemon last said so; -1 while that is unknown.
var articles = -1

# Calls Reply with the result and an empty dictionary, or with an empty one and the error. Returns a number to cancel by.
export def Request(method: string, params: dict<any>, Reply: func(any, dict<any>)): number
  last_number += 1
  var request = {number: last_number, method: method, params: params, Reply: Reply, id: 0, lost: false, cancelled: false}
  if greeted && IsOpen()
    Send(request)
  else
    add(waiting, request)
    Connect()
  endif
  return request.number
enddef

export def Cancel(number: number)
  filter(waiting, (_, request) => request.number != number)
  if !running->has_key(number)
    return
  endif
  var request = running[number]
  request.cancelled = true
  if IsOpen()
    Notify('$/cancelRequest', {id: request.id})
  endif
enddef

# Called with the new revision and how many articles there were before, -1 when unknown. `name` says whose listener it is; the next
# one of that name takes its place.
export def OnIndexChanged(name: string, Listener: func(number, number))
  listeners[name] = Listener
enddef

export def OnProgress(token: string, Listener: func(dict<any>))
  progress[token] = Listener
enddef

export def EndProgress(token: string)
  if progress->has_key(token)
    remove(progress, token)
  endif
enddef

export def Articles(): number
  return articles
enddef

# The next request opens another connection, with the options as they are then.
export def Close()
  const old = channel
  Forget()
  if old != null_channel && ch_status(old) == 'open'
    ch_close(old)
  endif
  FailAll('the connection was closed')
enddef

def IsOpen(): bool
  return channel != null_channel && ch_status(channel) == 'open'
enddef

def Connect()
  if starting || IsOpen()
    return
  endif
  const socket = daemon.Socket()
  if !empty(socket) && Open(socket)
    return
  endif
  if started
    FailAll($'the daemon does not answer at {socket}; run tracuu daemon restart')
    return
  endif
  started = true
  starting = true
  daemon.Start((path, complaint) => {
    starting = false
    if empty(path)
      FailAll(complaint)
    elseif !Open(path)
      FailAll($'the daemon does not answer at {path}; run tracuu daemon restart')
    endif
  })
enddef

def Open(socket: string): bool
  try
    channel = ch_open('unix:' .. socket, {mode: 'lsp', callback: Notified, close_cb: Closed})
  catch /^Vim\%((\a\+)\)\=:E/
    channel = null_channel
    return false
  endtry
  if !IsOpen()
    return false
  endif
  greeted = false
  greeting_timer = timer_start(greeting_milliseconds, (_) => {
    Close()
    message.Fail($'the daemon at {socket} does not answer; run tracuu daemon restart')
  })
  Send({number: 0, method: 'initialize', params: {clientName: 'vim', positionEncoding: 'utf-8'}, Reply: Greeted, id: 0, lost: true, cancelled: false})
  return true
enddef

def Greeted(result: any, error: dict<any>)
  timer_stop(greeting_timer)
  if !empty(error) || index(result.methods, 'narrow') < 0
    const old = channel
    Forget()
    ch_close(old)
    FailAll(empty(error) ? 'the daemon is older than this plugin; run tracuu daemon restart' : error.message)
    return
  endif
  greeted = true
  started = false
  Send({number: -1, method: 'subscribe', params: {}, Reply: (_, _) => 0, id: 0, lost: true, cancelled: false})
  Send({number: -2, method: 'status', params: {}, Reply: Counted, id: 0, lost: true, cancelled: false})
  var requests = waiting
  waiting = []
  for request in requests
    Send(request)
  endfor
enddef

def Counted(result: any, error: dict<any>)
  if empty(error)
    articles = result.articles
  endif
enddef

def Send(request: dict<any>)
  running[request.number] = request
  try
    const sent = ch_sendexpr(channel, {method: request.method, params: request.params}, {callback: (_, answer) => Answered(request.number, answer)})
    request.id = sent.id
  catch /^Vim\%((\a\+)\)\=:E/
    Lost()
  endtry
enddef

def Notify(method: string, params: dict<any>)
  try
    ch_sendexpr(channel, {method: method, params: params})
  catch /^Vim\%((\a\+)\)\=:E/
    Lost()
  endtry
enddef

def Answered(number: number, answer: dict<any>)
  if !running->has_key(number)
    return
  endif
  var request = remove(running, number)
  if request.cancelled
    return
  endif
  const error = answer->get('error', {})
  request.Reply(empty(error) ? answer.result : {}, error)
enddef

def Notified(_: channel, notice: dict<any>)
  const params = notice->get('params', {})
  const method = notice->get('method', '')
  if method == 'indexChanged'
    const before = articles
    articles = params.articles
    for Listener in values(listeners)
      Listener(params.revision, before)
    endfor
  elseif method == '$/progress'
    const token = string(params.token)->trim("'")
    if progress->has_key(token)
      progress[token](params.value)
    endif
  elseif notice->has_key('error')
    message.Fail(notice.error.message)
  endif
enddef

def Closed(closed: channel)
  if closed == channel
    Lost()
  endif
enddef

# A request lost with the connection is sent once more, over the next one.
def Lost()
  var lost = values(running)->sort((a, b) => a.number - b.number)
  Forget()
  var failed: list<dict<any>> = []
  var again: list<dict<any>> = []
  for request in lost
    if request.cancelled || request.number <= 0
      continue
    endif
    add(request.lost ? failed : again, request)
    request.lost = true
  endfor
  waiting = again + waiting
  Fail(failed, 'the daemon ended while it was asked; run tracuu daemon restart')
  if !empty(waiting)
    Connect()
  endif
enddef

def Forget()
  timer_stop(greeting_timer)
  channel = null_channel
  greeted = false
  running = {}
enddef

def FailAll(reason: string)
  started = false
  var requests = waiting
  waiting = []
  Fail(requests, reason)
enddef

def Fail(requests: list<dict<any>>, reason: string)
  for request in requests
    request.Reply({}, {code: 0, message: reason})
  endfor
enddef
