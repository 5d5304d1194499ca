vim9script
# Hits in the quickfix list. An article without a place in a text file is entered as its own buffer.

import autoload 'tracuu/article.vim'
import autoload 'tracuu/client.vim'
import autoload 'tracuu/error.vim'
import autoload 'tracuu/history.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/option.vim'
import autoload 'tracuu/text.vim'

# Searches, fills the list, and visits its first entry unless `stays`.
export def Search(query: string, stays: bool)
  const window = win_getid()
  client.Request('search', {query: query, limit: option.Get('page_size'), snippets: true}, (result, problem) => {
    if !empty(problem)
      message.Fail(error.Text(problem))
    elseif empty(result.hits)
      message.Say($'no article found for {query}')
    else
      history.Add(query)
      # The user may be typing elsewhere by now; then only the list is filled.
      Fill(query, result.hits, !stays && win_getid() == window && mode() == 'n')
      # The total counts the articles that have every word, so there may be fewer than hits.
      const all = max([result.total.value, len(result.hits)])
      const shown = all > len(result.hits) ? text.Count(len(result.hits)) .. ' of ' : ''
      message.Say($'{shown}{text.Articles(all)} in the quickfix list')
    endif
  })
enddef

export def Fill(query: string, hits: list<dict<any>>, visits: bool)
  const entries = hits->mapnew((_, hit) => Entry(hit, query))
  const title = empty(query) ? 'Tracuu' : $'Tracuu: {query}'
  setqflist([], ' ', {title: title, items: entries, context: {tracuu: hits->mapnew((_, hit) => hit.id)}, quickfixtextfunc: Lines})
  silent doautocmd <nomodeline> QuickFixCmdPost tracuu
  if visits
    botright copen
    wincmd p
    cfirst
    normal! zv
  endif
enddef

def Entry(hit: dict<any>, query: string): dict<any>
  const line = [printf('%-10.10s', hit->get('date', '')), text.Plain(hit->get('title', '')), text.Plain(hit->get('source', ''))]->join('  ')
  if hit->get('layout', '') == 'text' && filereadable(hit.path)
    return {filename: hit.path, lnum: hit->get('line', 0) + 1, col: hit->get('column', 0) + 1, text: line}
  endif
  return {bufnr: article.Buffer(hit.id, query), lnum: 1, text: line}
enddef

def Lines(info: dict<any>): list<string>
  const entries = getqflist({id: info.id, items: true}).items
  return entries[info.start_idx - 1 : info.end_idx - 1]->mapnew((_, entry) => entry.text)
enddef
