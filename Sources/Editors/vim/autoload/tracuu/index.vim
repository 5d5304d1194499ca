vim9script
# Indexing a file or a folder, with its progress in a small window.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/error.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/text.vim'

var runs = 0

export def Run(path: string)
  const whole = fnamemodify(path, ':p')
  if !filereadable(whole) && !isdirectory(whole)
    message.Fail($'there is no file or folder {whole}; :Tracuu index PATH names one')
    return
  endif
  if getbufinfo(whole)->get(0, {changed: 0}).changed
    message.Fail($'{whole} has changes that are not written; write it first')
    return
  endif
  runs += 1
  const token = $'vim-{getpid()}-{runs}'
  # Beneath the prompt's windows.
  const window = popup_notification($'tracuu: indexing {fnamemodify(whole, ":~")}', {time: 0, zindex: 100, line: &lines - &cmdheight, pos: 'botright', col: &columns})
  client.OnProgress(token, (value) => {
    popup_settext(window, Progress(value))
    redraw
  })
  client.Request('index', {paths: [substitute(whole, '/$', '', '')], progressToken: token}, (result, problem) => {
    client.EndProgress(token)
    popup_close(window)
    if !empty(problem)
      message.Fail(error.Text(problem))
      return
    endif
    message.Say(Summary(result))
  })
enddef

def Progress(value: dict<any>): string
  const total = value->get('total', 0)
  const share = total > 0 ? $', {value->get("done", 0) * 100 / total} %' : ''
  return $'tracuu: {value.stage}{share}, {text.Articles(value->get("articles", 0))}'
enddef

def Summary(result: dict<any>): string
  var counts = ['added', 'updated', 'unchanged', 'removed']->mapnew((_, name) => $'{text.Count(result[name])} {name}')->join(', ')
  if has_key(result, 'unreadDates')
    const date = result.unreadDates.first[0]
    const place = has_key(date, 'line') ? $'{date.path}:{date.line + 1}' : date.path
    counts ..= $', {text.Count(result.unreadDates.count)} with a date that could not be read ({place} "{text.Plain(date.value)}")'
  endif
  if empty(result.failed)
    return counts
  endif
  const first = result.failed[0]
  return $'{counts}, {len(result.failed)} failed; {first.path}: {first.reason}; tracuu failed lists them'
enddef
