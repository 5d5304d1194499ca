vim9script
# The prompt's searches: one for each change of its text, further pages, and what arrives too late.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/error.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/option.vim'
import autoload 'tracuu/picker.vim'
import autoload 'tracuu/picker/preview.vim'
import autoload 'tracuu/picker/screen.vim'
import autoload 'tracuu/picker/state.vim'
import autoload 'tracuu/picker/suggestion.vim'

# The next page is asked for when the selection is so near the end.
const margin = 5
const most = 10000

# The first page of the prompt's text. `kept` is the article that stays selected; `count` is how many hits at least.
export def Start(kept = '', count = 0)
  var now = state.now
  Stop()
  now.sequence += 1
  suggestion.Forget()
  if state.ShowsPast()
    extend(now, {shown: '', hits: [], total: {}, complete: true, selected: 0, top: 0, error: {}, notice: '', failed: false, changed: false, answered: true})
    preview.Show()
    screen.Paint()
    return
  endif
  now.answered = false
  const sequence = now.sequence
  const limit = min([max([option.Get('page_size'), count]), most])
  const text = now.text
  now.request = Ask(text, 0, limit, (result, problem) => {
    if sequence == now.sequence && now.open
      now.answered = true
      if empty(problem)
        Arrived(text, limit, kept, result)
      else
        Failed(problem)
      endif
    endif
  })
enddef

# Nothing that was asked for is wanted any more.
export def Stop()
  client.Cancel(state.now.request)
  state.now.request = 0
  state.now.paging = false
enddef

def Ask(text: string, offset: number, limit: number, Reply: func(any, dict<any>)): number
  var now = state.now
  if text =~ '^\s*$'
    return client.Request('similar', {id: now.like.id, limit: limit, offset: offset, snippets: true}, Reply)
  endif
  var params: dict<any> = {query: text, limit: limit, asYouType: true, snippets: true, sort: now.sort}
  if offset > 0
    extend(params, {offset: offset, revision: now.revision})
  endif
  return client.Request('search', params, Reply)
enddef

def Arrived(text: string, limit: number, kept: string, result: dict<any>)
  var now = state.now
  const place = empty(kept) ? -1 : indexof(result.hits, (_, hit) => hit.id ==# kept)
  extend(now, {hits: result.hits, total: result.total, revision: result.revision, shown: text, complete: len(result.hits) < limit,
    selected: max([place, 0]), top: 0, error: {}, notice: '', failed: false, changed: false, added: 0, counted: client.Articles()})
  suggestion.Offer(result->get('suggestion', {}))
  if !empty(now.pending)
    picker.Press(now.pending)
    return
  endif
  preview.Wait()
  screen.Paint()
  suggestion.Wait()
enddef

def Failed(problem: dict<any>)
  var now = state.now
  now.pending = ''
  if problem.code == error.cancelled
    return
  endif
  if problem.code == error.bad_query
    extend(now, {notice: '', failed: false})
    now.error = {column: problem.data.column, length: problem.data.length, message: problem.message}
  else
    now.error = {}
    message.Fail(error.Text(problem))
  endif
  screen.Paint()
enddef

# The next page, when the selection has come near the end of the list.
export def NextPage()
  var now = state.now
  if now.complete || now.paging || !now.answered || now.shown !=# now.text || now.selected < len(now.hits) - margin
    return
  endif
  const limit = min([option.Get('page_size'), most - len(now.hits)])
  if limit <= 0
    now.complete = true
    return
  endif
  now.paging = true
  const sequence = now.sequence
  now.request = Ask(now.text, len(now.hits), limit, (result, problem) => {
    if sequence != now.sequence || !now.open
      return
    endif
    now.paging = false
    if empty(problem)
      Append(result.hits, limit)
    elseif problem.code == error.content_modified
      # The pages of that revision are kept no longer.
      Start(state.Hit()->get('id', ''))
    elseif problem.code != error.cancelled
      message.Fail(error.Text(problem))
    endif
  })
enddef

def Append(hits: list<dict<any>>, limit: number)
  var now = state.now
  now.complete = len(hits) < limit
  now.hits += hits
  screen.Paint()
enddef

# Finds the title of the article that the listed ones are similar to.
export def NameLike()
  var now = state.now
  client.Request('article', {id: now.like.id}, (article, problem) => {
    if now.open && empty(problem) && now.like->get('id', '') ==# article.id
      now.like.title = article->get('title', '')
      screen.Paint()
    endif
  })
enddef

# A list that is out of date says so, and changes only when the user asks for it.
export def IndexChanged(revision: number, before: number)
  var now = state.now
  if !now.open || state.ShowsPast() || empty(now.total) || revision <= now.revision
    return
  endif
  if now.counted < 0
    # The hits had come before the daemon said how many articles there are.
    now.counted = before
  endif
  now.changed = true
  now.added = now.counted < 0 ? 0 : max([client.Articles() - now.counted, 0])
  screen.Paint()
enddef
