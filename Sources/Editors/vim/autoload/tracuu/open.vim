vim9script
# Opening a hit: its file at the match, or the article in a buffer of its own.

import autoload 'tracuu/article.vim'

const window_commands = {split: 'split', vsplit: 'vsplit', tab: 'tab split'}

# `way` is edit, split, vsplit or tab.
export def Hit(hit: dict<any>, query: string, way: string)
  if hit->get('layout', '') != 'text'
    article.Show(hit.id, query, way)
  elseif !filereadable(hit.path)
    article.Show(hit.id, query, way, $'tracuu: {hit.path} is gone; this is the article as it was indexed (tracuu index its folder to take it out)')
  else
    File(hit.path, hit->get('line', 0) + 1, hit->get('column', 0) + 1, way)
  endif
enddef

# Line and column count from 1, the column in bytes.
export def File(path: string, line: number, column: number, way: string)
  Buffer(bufadd(path), way)
  cursor(line, column)
  normal! zv
enddef

export def Buffer(buffer: number, way: string)
  normal! m'
  if window_commands->has_key(way)
    execute window_commands[way]
  elseif &modified && !&hidden && !&autowriteall && bufnr() != buffer && len(win_findbuf(bufnr())) == 1
    # The buffer cannot be left as it is.
    split
  endif
  setbufvar(buffer, '&buflisted', true)
  if bufnr() != buffer
    execute 'buffer' buffer
  endif
enddef
