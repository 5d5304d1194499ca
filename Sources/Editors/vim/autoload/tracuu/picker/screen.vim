vim9script
# Where the prompt's windows stand, and what they show. The prompt itself is Vim's command line, so all of them end above it.

import autoload 'tracuu/option.vim'
import autoload 'tracuu/text.vim'
import autoload 'tracuu/picker/state.vim'
import autoload 'tracuu/picker/rows.vim'
import autoload 'tracuu/picker/status.vim'

# From this width on the preview stands beside the list.
const beside_width = 120
const least_lines_with_preview = 12
# A list of this many lines has room for the snippets as well.
const least_lines_with_snippets = 16

var windows: dict<number> = {}
# Rows and columns of each window: {line, col, width, height}.
export var places: dict<dict<number>> = {}
export var preview_wanted = true

export def Show()
  preview_wanted = option.IsOn('preview')
  Place()
enddef

# Makes the windows for the screen's size as it is now.
export def Place()
  Hide()
  const width = &columns
  const lines = &lines - &cmdheight
  const middle = max([lines - 2, 1])
  const bottom = max([lines, 2])
  places = {head: {line: 1, col: 1, width: width, height: 1}, hint: {line: bottom, col: 1, width: width, height: 1}}
  if !preview_wanted || (middle < least_lines_with_preview && width < beside_width)
    places.list = {line: 2, col: 1, width: width, height: middle}
  elseif width >= beside_width
    const left = width / 2
    places.list = {line: 2, col: 1, width: left, height: middle}
    places.rule = {line: 2, col: left + 2, width: width - left - 1, height: 1}
    places.preview = {line: 3, col: left + 2, width: width - left - 1, height: middle - 1}
    places.edge = {line: 2, col: left + 1, width: 1, height: middle}
  else
    const upper = (middle * 3 + 2) / 5
    places.list = {line: 2, col: 1, width: width, height: upper}
    places.rule = {line: upper + 2, col: 1, width: width, height: 1}
    places.preview = {line: upper + 3, col: 1, width: width, height: middle - upper - 1}
  endif
  for [name, place] in items(places)
    windows[name] = popup_create('', {line: place.line, col: place.col, minwidth: place.width, maxwidth: place.width,
      minheight: place.height, maxheight: place.height, wrap: name == 'preview', scrollbar: false, fixed: true, zindex: 150,
      highlight: name == 'head' ? 'TracuuHead' : 'TracuuNormal'})
  endfor
  if HasPreview()
    setwinvar(windows.preview, '&linebreak', true)
  endif
  if windows->has_key('edge')
    const edge = &ambiwidth == 'double' ? '|' : '│'
    popup_settext(windows.edge, repeat([Coloured(edge, 'tracuu_rule')], places.edge.height))
  endif
enddef

export def Hide()
  for window in values(windows)
    popup_close(window)
  endfor
  windows = {}
enddef

export def HasPreview(): bool
  return windows->has_key('preview')
enddef

export def SetPreview(lines: list<dict<any>>, rule: string, first = 1)
  if !HasPreview()
    return
  endif
  popup_settext(windows.preview, lines)
  popup_setoptions(windows.preview, {firstline: first})
  const width = places.rule.width
  const line = text.Rule(1) .. ' ' .. text.Cut(rule, width - 4 - strdisplaywidth(text.Rule(1))) .. ' '
  popup_settext(windows.rule, [Coloured(empty(rule) ? text.Rule(width) : line .. text.Rule(width - strdisplaywidth(line)), 'tracuu_rule')])
enddef

# The lines of a window as they are shown.
export def Lines(name: string): list<string>
  return windows->has_key(name) ? getbufline(winbufnr(windows[name]), 1, '$') : []
enddef

export def Window(name: string): number
  return windows->get(name, 0)
enddef

export def RowsPerHit(): number
  return !state.ShowsPast() && places.list.height >= least_lines_with_snippets ? 2 : 1
enddef

# How many hits fit.
export def Room(): number
  return max([places.list.height / RowsPerHit(), 1])
enddef

export def Paint()
  var now = state.now
  if !now.open || !windows->has_key('list')
    return
  endif
  now.top = max([min([now.top, now.selected]), now.selected - Room() + 1, 0])
  popup_settext(windows.head, status.Head(places.head.width))
  popup_settext(windows.list, List())
  const hints = status.Hints(places.hint.width)
  popup_setoptions(windows.hint, {line: places.hint.line + 1 - len(hints), minheight: len(hints), maxheight: len(hints)})
  popup_settext(windows.hint, hints)
  redraw
  if exists('#User#TracuuPainted')
    doautocmd <nomodeline> User TracuuPainted
  endif
enddef

def List(): list<dict<any>>
  var now = state.now
  const width = places.list.width
  const last = now.top + Room() - 1
  var lines: list<dict<any>> = []
  if state.ShowsPast()
    for [number, query] in items(now.past[now.top : last])
      add(lines, rows.Past(query, width, now.top + number == now.selected))
    endfor
    return lines
  endif
  const shown = now.hits[now.top : last]
  const sourceWidth = rows.SourceWidth(shown, width)
  const hasSnippets = RowsPerHit() == 2
  for [number, hit] in items(shown)
    const selected = now.top + number == now.selected
    add(lines, rows.Title(hit, width, sourceWidth, selected))
    if hasSnippets
      add(lines, rows.Snippet(hit, width, selected))
    endif
  endfor
  return lines
enddef

def Coloured(line: string, type: string): dict<any>
  return {text: line, props: [{col: 1, length: len(line), type: type}]}
enddef
