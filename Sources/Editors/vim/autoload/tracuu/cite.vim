vim9script
# Citations at the cursor, in the daemon's formats or by a function of the user's.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/error.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/option.vim'

export const formats = ['plain', 'markdown', 'org', 'bibtex']

# Without a format, the one of g:tracuu_citation, which may be the name of a function of the article.
export def Insert(id: string, format: string)
  const wanted: string = empty(format) ? option.Get('citation') : format
  const buffer = bufnr()
  if empty(format) && index(formats, wanted) < 0 && exists('*' .. wanted)
    client.Request('article', {id: id}, (article, problem) => {
      if empty(problem)
        Put(buffer, call(wanted, [article]))
      else
        message.Fail(error.Text(problem))
      endif
    })
  elseif index(formats, wanted) < 0
    message.Fail($'there is no citation format or function {wanted}; there are {join(formats, ", ")}')
  else
    client.Request('cite', {id: id, format: wanted}, (result, problem) => {
      if empty(problem)
        Put(buffer, result.text)
      else
        message.Fail(error.Text(problem))
      endif
    })
  endif
enddef

# Behind the cursor's character in Normal mode, as `p` puts it; before the cursor in Insert mode.
def Put(buffer: number, text: string)
  if bufnr() != buffer || !&modifiable
    setreg('"', text)
    message.Say('the citation is in the unnamed register, as this buffer cannot take it')
    return
  endif
  const line = getline('.')
  const inserting = mode() =~ '^[iR]'
  const column = inserting || empty(line) ? col('.') - 1 : col('.') - 1 + len(matchstr(line, '.', col('.') - 1))
  var lines = split(text, "\n", true)
  const behind = strpart(line, column)
  lines[0] = strpart(line, 0, column) .. lines[0]
  const endColumn = len(lines[-1])
  lines[-1] ..= behind
  setline('.', lines[0])
  append('.', lines[1 :])
  cursor(line('.') + len(lines) - 1, inserting ? endColumn + 1 : endColumn)
  redraw
enddef
