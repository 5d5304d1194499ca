vim9script
# An article in a read-only buffer of its own, tracuu://ID, with the matches of the query that led to it marked.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/error.vim'
import autoload 'tracuu/highlight.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/open.vim'
import autoload 'tracuu/text.vim'

const scheme = 'tracuu://'

# By buffer: the query whose matches are marked, and what to say once the article is there.
var queries: dict<string> = {}
var notes: dict<string> = {}

export def Show(id: string, query: string, way: string, note = '')
  const buffer = Buffer(id, query)
  notes[buffer] = note
  const isLoaded = bufloaded(buffer)
  open.Buffer(buffer, way)
  if isLoaded
    Load(buffer)
  endif
enddef

# The buffer of an article, which loads itself when it is first entered.
export def Buffer(id: string, query: string): number
  const buffer = bufadd(scheme .. id)
  queries[buffer] = query
  return buffer
enddef

# For BufReadCmd.
export def Read(buffer: number)
  setbufvar(buffer, '&buftype', 'nofile')
  setbufvar(buffer, '&swapfile', false)
  setbufvar(buffer, '&modifiable', false)
  setbufvar(buffer, '&readonly', true)
  setbufvar(buffer, '&filetype', 'tracuu')
  Load(buffer)
enddef

def Load(buffer: number)
  const id = bufname(buffer)->strpart(len(scheme))
  const query = queries->get(buffer, '')
  var params = {id: id}
  if query =~ '\S'
    params.query = query
  endif
  setbufvar(buffer, 'tracuu_id', id)
  client.Request('article', params, (article, problem) => {
    if !bufexists(buffer)
      return
    endif
    if empty(problem)
      Fill(buffer, article)
    else
      message.Fail(error.Text(problem))
    endif
    const note = notes->get(buffer, '')
    if !empty(note) && empty(problem)
      notes[buffer] = ''
      message.Say(note)
    endif
  })
enddef

def Fill(buffer: number, article: dict<any>)
  highlight.Define()
  const title = text.Plain(article->get('title', ''))
  const about = ['date', 'source', 'author', 'url']->mapnew((_, field) => text.Plain(article->get(field, '')))->filter((_, value) => !empty(value))
  const head = [title, join(about, ' - '), '']
  const body = split(article.body, "\n", true)
  setbufvar(buffer, '&modifiable', true)
  setbufvar(buffer, '&readonly', false)
  deletebufline(buffer, 1, '$')
  setbufline(buffer, 1, head + body)
  setbufvar(buffer, '&modified', false)
  setbufvar(buffer, '&modifiable', false)
  setbufvar(buffer, '&readonly', true)
  setbufvar(buffer, 'tracuu_article', article)
  const inTitle = text.Positions(title, article->get('titleHighlights', []))
  const inBody = text.Positions(article.body, article->get('bodyHighlights', []))
    ->mapnew((_, place) => [place[0] + len(head), place[1], place[2] + len(head), place[3]])
  setbufvar(buffer, 'tracuu_matches', inBody + inTitle)
  prop_add_list({bufnr: buffer, type: 'tracuu_match'}, inTitle + inBody)
  if !empty(title)
    prop_add(1, 1, {bufnr: buffer, type: 'tracuu_title', length: len(title)})
  endif
  prop_add(2, 1, {bufnr: buffer, type: 'tracuu_source', length: len(head[1])})
  const first = get(inBody + inTitle, 0, [1, 1])
  for window in win_findbuf(buffer)
    win_execute(window, $'cursor({first[0]}, {first[1]}) | normal! zv')
  endfor
  redraw
enddef

# The next match, or with a negative step the one before the cursor.
export def Match(step: number)
  var places = get(b:, 'tracuu_matches', [])->mapnew((_, place) => place[0 : 1])->sort((a, b) => a[0] == b[0] ? a[1] - b[1] : a[0] - b[0])
  const here = [line('.'), col('.')]
  const before = places->copy()->filter((_, place) => place[0] < here[0] || place[0] == here[0] && place[1] < here[1])
  const behind = places->copy()->filter((_, place) => place[0] > here[0] || place[0] == here[0] && place[1] > here[1])
  const found = step > 0 ? get(behind, 0, []) : get(before, -1, [])
  if empty(found)
    message.Say(step > 0 ? 'there is no match below' : 'there is no match above')
  else
    cursor(found)
  endif
enddef

# The file that the article was read from.
export def Source()
  const article = get(b:, 'tracuu_article', {})
  const path = article->get('path', '')
  if empty(path) || !filereadable(path)
    message.Fail(empty(path) ? 'the article came from no file' : $'{path} is gone')
  else
    open.File(path, article->get('line', 0) + 1, article->get('column', 0) + 1, 'edit')
  endif
enddef

# Calls Found with the id of the article in the current buffer: its own buffer, or a file at the cursor.
export def AtHand(Found: func(string))
  if exists('b:tracuu_id')
    Found(b:tracuu_id)
    return
  endif
  const path = expand('%:p')
  if empty(path)
    message.Fail('this buffer is no article; open one, or name its id')
    return
  endif
  const line = line('.') - 1
  client.Request('search', {query: 'path:"' .. escape(path, '"\') .. '"', limit: 1000}, (result, problem) => {
    if !empty(problem)
      message.Fail(error.Text(problem))
      return
    endif
    # Of a file of many articles, the last that begins above the cursor.
    var above = result.hits->copy()->filter((_, hit) => hit->get('line', 0) <= line || len(result.hits) == 1)
      ->sort((a, b) => a->get('line', 0) - b->get('line', 0))
    if empty(above)
      message.Fail($'{path} is not in the index; :Tracuu index adds it')
    else
      Found(above[-1].id)
    endif
  })
enddef
