vim9script
# :Tracuu, its subcommands and their completion.

import autoload 'tracuu/article.vim'
import autoload 'tracuu/cite.vim'
import autoload 'tracuu/client.vim'
import autoload 'tracuu/error.vim'
import autoload 'tracuu/history.vim'
import autoload 'tracuu/index.vim' as indexing
import autoload 'tracuu/list.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/picker.vim'
import autoload 'tracuu/text.vim'
import autoload 'tracuu/timeline.vim'

export def Run(arguments: string, bang: bool)
  const name = matchstr(arguments, '^\S*')
  const rest = matchstr(arguments, '^\S*\s\+\zs.*')->trim()
  if empty(name)
    picker.Open({})
  elseif subcommands->has_key(name)
    subcommands[name](rest, bang)
  else
    message.Fail($'there is no command {name}; there are {Names()->join(", ")}')
  endif
enddef

def Names(): list<string>
  return keys(subcommands)->sort()
enddef

# For -complete=custom, which leaves what does not fit out.
export def Complete(lead: string, line: string, _: number): string
  const typed = matchstr(line, 'Tracuu!\=\s\+\zs.*')
  const name = matchstr(typed, '^\S\+\ze\s')
  if empty(name)
    return Names()->join("\n")
  elseif name == 'index'
    return getcompletion(lead, 'file')->join("\n")
  elseif name == 'cite'
    return cite.formats->mapnew((_, format) => '++' .. format)->join("\n")
  elseif index(['search', 'list', 'timeline'], name) >= 0
    return Continued(matchstr(typed, '^\S\+\s\+\zs.*'), lead)->join("\n")
  endif
  return ''
enddef

# The queries of the history that begin with what is typed, from the word on that is completed.
def Continued(typed: string, lead: string): list<string>
  const before = len(typed) - len(lead)
  return history.Newest(1000)->filter((_, query) => stridx(query, typed) == 0)->mapnew((_, query) => strpart(query, before))
enddef

def Selected(): string
  const [_, startLine, startColumn, _] = getpos("'<")
  const [_, endLine, endColumn, _] = getpos("'>")
  if startLine == 0
    return ''
  endif
  var lines = getline(startLine, endLine)
  if visualmode() ==# 'v'
    const last = endColumn - (&selection == 'exclusive' ? 1 : 0)
    # The mark stands on the first byte of the last character.
    const length = &selection == 'exclusive' ? last : last - 1 + len(matchstr(lines[-1], '.', last - 1))
    lines[-1] = strpart(lines[-1], 0, length)
    lines[0] = strpart(lines[0], startColumn - 1)
  endif
  return lines->join(' ')->substitute('[[:cntrl:][:space:]]\+', ' ', 'g')->trim()
enddef

def List(words: string, bang: bool)
  const query = empty(words) ? history.Newest(1)->get(0, '') : words
  if empty(query)
    message.Fail('the list needs a query; :Tracuu list QUERY')
  else
    list.Search(query, bang)
  endif
enddef

def Similar(words: string)
  if !empty(words)
    picker.Open({like: {id: words, title: ''}})
    return
  endif
  # The prompt waits for keys, which a callback must not do: it is opened by a key.
  article.AtHand((id) => feedkeys($"\<Cmd>Tracuu similar {id}\<CR>", 'n'))
enddef

def Timeline(words: string)
  const query = empty(words) ? history.Newest(1)->get(0, '') : words
  if empty(query)
    message.Fail('the timeline needs a query; :Tracuu timeline QUERY')
  else
    timeline.Show(query)
  endif
enddef

def Cite(words: string)
  const format = matchstr(words, '^++\zs\S*')
  const id = substitute(words, '^++\S*\s*', '', '')
  if empty(id)
    picker.Open({Accept: (hit, _) => cite.Insert(hit.id, format)})
  else
    cite.Insert(id, format)
  endif
enddef

def Index(words: string)
  const path = empty(words) ? expand('%:p') : expand(words)
  if empty(path)
    message.Fail('this buffer has no file; :Tracuu index PATH')
  else
    indexing.Run(path)
  endif
enddef

def Show(words: string)
  if empty(words)
    message.Fail('which article? :Tracuu show ID')
  else
    article.Show(words, '', 'edit')
  endif
enddef

def Status()
  client.Request('status', {}, (result, problem) => {
    if empty(problem)
      message.Say($'{text.Articles(result.articles)}, revision {result.revision}, {result.indexPath}; tracuud {result.version}, process {result.process}')
    else
      message.Fail(error.Text(problem))
    endif
  })
enddef

# At the end, as its functions have to be known.
const subcommands: dict<func> = {
  search: (words, _) => picker.Open({text: words}),
  word: (_, _) => picker.Open({text: expand('<cword>')}),
  selection: (_, _) => picker.Open({text: Selected()}),
  resume: (_, _) => picker.Resume(),
  list: (words, bang) => List(words, bang),
  similar: (words, _) => Similar(words),
  timeline: (words, _) => Timeline(words),
  cite: (words, _) => Cite(words),
  index: (words, _) => Index(words),
  show: (words, _) => Show(words),
  status: (_, _) => Status(),
}
