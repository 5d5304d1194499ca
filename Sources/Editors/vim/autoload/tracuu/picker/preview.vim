vim9script
# The selected article at its first match. Its snippet stands there until the article arrives.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/text.vim'
import autoload 'tracuu/picker/rows.vim'
import autoload 'tracuu/picker/screen.vim'
import autoload 'tracuu/picker/state.vim'

const rest_milliseconds = 80
const cached = 20
const longest = 200

var timer = 0
var articles: dict<dict<any>> = {}
# The keys of `articles`, the newest last.
var order: list<string> = []
var first = 1

export def Forget()
  timer_stop(timer)
  articles = {}
  order = []
enddef

# Shows the selected hit once the selection has been at rest.
export def Wait()
  timer_stop(timer)
  Show()
  const hit = state.Hit()
  if screen.HasPreview() && !empty(hit) && !articles->has_key(Key(hit.id))
    timer = timer_start(rest_milliseconds, (_) => Ask())
  endif
enddef

def Key(id: string): string
  return $"{id}\n{state.now.shown}"
enddef

def Ask()
  const hit = state.Hit()
  if !state.now.open || empty(hit)
    return
  endif
  const key = Key(hit.id)
  var params = {id: hit.id}
  if !empty(state.now.shown)
    params.query = state.now.shown
  endif
  client.Request('article', params, (article, problem) => {
    if !empty(problem)
      return
    endif
    Keep(key, article)
    if state.now.open && Key(state.Hit()->get('id', '')) ==# key
      Show()
      redraw
    endif
  })
enddef

def Keep(key: string, article: dict<any>)
  articles[key] = article
  add(order, key)
  if len(order) > cached
    remove(articles, remove(order, 0))
  endif
enddef

# Shows what is known of the selected hit.
export def Show()
  const hit = state.Hit()
  first = 1
  if !screen.HasPreview()
    return
  endif
  if empty(hit)
    screen.SetPreview([], '')
    return
  endif
  const article = articles->get(Key(hit.id), {})
  const missing = hit->get('missing', [])
  var about = [hit->get('title', ''), hit->get('author', ''), empty(missing) ? '' : 'without ' .. join(missing, ', ')]
  const rule = about->filter((_, part) => !empty(part))->mapnew((_, part) => text.Plain(part))->join(' - ')
  if empty(article)
    const snippet = hit->get('snippet', {text: '', highlights: []})
    screen.SetPreview([{text: text.Plain(snippet.text), props: rows.Matches(snippet.highlights, 0, len(snippet.text))}], rule)
  else
    screen.SetPreview(Lines(article, screen.places.preview), rule)
  endif
enddef

# The article from the line of its first match on.
def Lines(article: dict<any>, place: dict<number>): list<dict<any>>
  const positions = text.Positions(article.body, article->get('bodyHighlights', []))
  const body = split(article.body, "\n", true)
  const start = empty(positions) ? 0 : positions[0][0] - 1
  # A paragraph may fill more than the window before its match comes.
  const skipped = empty(positions) ? 0 : Skipped(body[start], positions[0][1] - 1, place.width * place.height / 2)
  var lines = body[start : start + longest - 1]->mapnew((_, line) => ({text: text.Plain(line), props: []}))
  for [line, column, _, behind] in positions
    if line - 1 - start < len(lines)
      add(lines[line - 1 - start].props, {col: column, length: behind - column, type: 'tracuu_match'})
    endif
  endfor
  if skipped > 0
    const ellipsis = '… '
    lines[0].text = ellipsis .. strpart(lines[0].text, skipped)
    for prop in lines[0].props
      prop.col += len(ellipsis) - skipped
    endfor
  endif
  return lines
enddef

# How many bytes before a match at `column` are left out, so that it is among the first `cells` cells: whole words.
def Skipped(line: string, column: number, cells: number): number
  if strdisplaywidth(strpart(line, 0, column)) < cells
    return 0
  endif
  const space = strridx(line, ' ', max([column - cells / 4, 0]))
  return space < 0 ? 0 : space + 1
enddef

export def Scroll(lines: number)
  const window = screen.Window('preview')
  if window > 0
    first = max([min([first + lines, line('$', window)]), 1])
    popup_setoptions(window, {firstline: first})
  endif
enddef
