vim9script
# The queries that led to an article, one a line, the newest last; the file is shared by all editors.

import autoload 'tracuu/option.vim'

const kept = 1000
const longest = 2000

export def File(): string
  const set = option.Get('history_file')
  if !empty(set)
    return expand(set)
  endif
  return (empty($XDG_STATE_HOME) ? expand('~/.local/state') : $XDG_STATE_HOME) .. '/tracuu/history'
enddef

export def Read(): list<string>
  const path = File()
  return filereadable(path) ? readfile(path)->filter((_, query) => !empty(query)) : []
enddef

# The newest first, each query once: what the prompt offers.
export def Newest(count: number): list<string>
  var seen: dict<bool> = {}
  var found: list<string> = []
  for query in Read()->reverse()
    if !seen->has_key(query)
      seen[query] = true
      add(found, query)
    endif
    if len(found) == count
      break
    endif
  endfor
  return found
enddef

export def Add(query: string)
  const line = query->substitute('[[:cntrl:]]\+', ' ', 'g')->trim()
  const queries = Read()
  if empty(line) || queries->get(-1, '') ==# line
    return
  endif
  const path = File()
  try
    mkdir(fnamemodify(path, ':h'), 'p', 0o700)
    const isNew = !filereadable(path)
    writefile([line], path, 'a')
    if isNew
      setfperm(path, 'rw-------')
    endif
    if len(queries) >= longest
      Shorten(path)
    endif
  catch /^Vim\%((\a\+)\)\=:E/
    echomsg $'tracuu: the history cannot be written to {path}; set g:tracuu_history_file'
  endtry
enddef

# Another editor that reads meanwhile finds the old file or the new one, never a part.
def Shorten(path: string)
  const temporary = $'{path}.{getpid()}'
  writefile(Read()[-kept :], temporary)
  setfperm(temporary, 'rw-------')
  rename(temporary, path)
enddef
