vim9script
# The line above the list, and the lines between it and the prompt: an error, a message, a suggestion, or which keys there are.

import autoload 'tracuu/text.vim'
import autoload 'tracuu/picker/state.vim'
import autoload 'tracuu/picker/keys.vim'
import autoload 'tracuu/picker/suggestion.vim'

const orders = {relevance: 'best match first', newest: 'newest first', oldest: 'oldest first'}

export def Head(width: number): string
  var now = state.now
  if state.ShowsPast()
    return text.Spread(' Tracuu   ' .. (empty(now.past) ? 'type to search' : 'searched before'), '', width)
  endif
  var parts = [' Tracuu']
  if !empty(now.like) && empty(now.shown)
    add(parts, $'like “{text.Cut(text.Plain(empty(now.like.title) ? now.like.id : now.like.title), 40)}”')
  endif
  if !empty(now.total)
    const at_least = now.total.relation == 'atLeast'
    # Further pages may hold more than the first one counted.
    const count = at_least ? max([now.total.value, len(now.hits)]) : now.total.value
    add(parts, (at_least ? 'at least ' : '') .. text.Articles(count))
  endif
  if empty(now.like) || !empty(now.shown)
    add(parts, orders[now.sort])
  endif
  if now.changed
    add(parts, NewArticles() .. ', search again with ' .. keys.Name('again'))
  endif
  const place = empty(now.hits) ? '' : $'{now.selected + 1}/{len(now.hits)}{now.complete ? "" : "+"} '
  return text.Spread(join(parts, '   '), place, width)
enddef

def NewArticles(): string
  return state.now.added > 0 ? text.Count(state.now.added) .. ' new' : 'index changed'
enddef

export def Hints(width: number): list<dict<any>>
  var now = state.now
  if !empty(now.error)
    return Error(width)
  endif
  if !empty(now.notice)
    return Told(now.notice, width, now.failed ? 'tracuu_failure' : 'tracuu_notice')
  endif
  const offered = suggestion.Best()
  if !empty(offered)
    const line = $' {keys.Name("suggestion")}: {text.Plain(offered.query)}   ({offered.reason})'
    return [Coloured(text.Fit(line, width), 'tracuu_notice')]
  endif
  var line = ''
  for part in keys.hint_parts
    if strdisplaywidth(line .. part) + 2 > width
      break
    endif
    line ..= $'  {part}'
  endfor
  return [{text: text.Fit(strpart(line, 1), width)}]
enddef

# The message, and below it a mark right above the characters of the prompt that it is about.
def Error(width: number): list<dict<any>>
  const error = state.now.error
  const complaint = Told(text.Plain(error.message), width, 'tracuu_failure')
  const before = strdisplaywidth(keys.prompt .. strpart(state.now.text, 0, error.column))
  const length = max([strdisplaywidth(strpart(state.now.text, error.column, error.length)), 1])
  if before + length > width
    return complaint
  endif
  const mark = repeat('^', length)
  return complaint + [{text: text.Fit(repeat(' ', before) .. mark, width), props: [{col: before + 1, length: length, type: 'tracuu_error'}]}]
enddef

def Told(line: string, width: number, type: string): list<dict<any>>
  return text.Wrap(line, width - 2)->mapnew((_, part) => Coloured(text.Fit(' ' .. part, width), type))
enddef

def Coloured(line: string, type: string): dict<any>
  return {text: line, props: [{col: 1, length: len(line), type: type}]}
enddef
