vim9script
# A menu over the prompt. What is typed leaves the values that hold it, with marks or without, or is a value itself.

import autoload 'tracuu/text.vim'

const most_lines = 15

var open: dict<any> = {}

# options: title; choices, a list of {value, detail}; Chosen, called with the value; typed, whether any text can be chosen.
export def Open(options: dict<any>)
  Close()
  open = {typed: false, filter: '', selected: 0}->extend(options)
  open.window = popup_create('', {line: 3, col: 4, minwidth: 30, maxwidth: &columns - 12, maxheight: most_lines + 2, border: [],
    borderchars: &ambiwidth == 'double' ? ['-', '|', '-', '|', '+', '+', '+', '+'] : ['─', '│', '─', '│', '┌', '┐', '┘', '└'],
    padding: [0, 1, 0, 1], wrap: false, zindex: 200, mapping: false, filter: Key, highlight: 'TracuuNormal', scrollbar: false})
  Paint()
  # Vim looks at `mapping` when it begins to wait for a key; this ends the wait that began before the menu opened.
  feedkeys("\<Ignore>", 'n')
enddef

export def Close()
  if !empty(open)
    popup_close(open.window)
    open = {}
  endif
enddef

# The values that are left, for those who look at the menu from outside.
export def Values(): list<string>
  return empty(open) ? [] : Left()->mapnew((_, choice) => choice.value)
enddef

def Left(): list<dict<any>>
  const pattern = '\c\V' .. open.filter->escape('\')->substitute('\a', '\\[[=\0=]]', 'g')
  return open.choices->copy()->filter((_, choice) => (choice.value .. choice.detail) =~ pattern)
enddef

def Paint()
  const choices = Left()
  open.selected = max([min([open.selected, len(choices) - 1]), 0])
  const top = max([open.selected - most_lines + 1, 0])
  const shown = choices[top : top + most_lines - 1]
  const room = &columns - 16
  const width = max([24, strdisplaywidth(open.title) + 12] + shown->mapnew((_, choice) => min([strdisplaywidth(choice.value .. choice.detail) + 3, room])))
  var lines = [{text: text.Fit($'{open.title}: {open.filter}_', width), props: []}]
  for [number, choice] in items(shown)
    const line = text.Spread(text.Cut(text.Plain(choice.value), width - strdisplaywidth(choice.detail) - 2), choice.detail, width)
    add(lines, {text: line, props: top + number == open.selected ? [{col: 1, length: len(line), type: 'tracuu_selected'}] : []})
  endfor
  if empty(choices)
    add(lines, {text: text.Fit(open.typed ? 'Enter takes what is typed' : 'nothing holds this', width), props: []})
  endif
  popup_settext(open.window, lines)
  redraw
enddef

def Key(_: number, key: string): bool
  if index(["\<Esc>", "\<C-g>", "\<C-c>"], key) >= 0
    Close()
  elseif index(["\<Down>", "\<C-n>", "\<Tab>"], key) >= 0
    Move(1)
  elseif index(["\<Up>", "\<C-p>", "\<S-Tab>"], key) >= 0
    Move(-1)
  elseif key == "\<CR>"
    Choose()
  elseif index(["\<BS>", "\<C-h>"], key) >= 0
    Filter(open.filter->strcharpart(0, strcharlen(open.filter) - 1, true))
  elseif key == "\<C-u>" || key == "\<C-w>"
    Filter('')
  elseif strpart(key, 0, 1) != "\x80" && char2nr(key) >= 32
    Filter(open.filter .. key)
  endif
  return true
enddef

def Move(step: number)
  const length = len(Left())
  open.selected = length == 0 ? 0 : (open.selected + step + length) % length
  Paint()
enddef

def Filter(typed: string)
  open.filter = typed
  open.selected = 0
  Paint()
enddef

def Choose()
  const choices = Left()
  const Chosen = open.Chosen
  const value = empty(choices) ? open.filter : choices[open.selected].value
  if empty(choices) && !open.typed
    return
  endif
  Close()
  Chosen(value)
  redraw
enddef
