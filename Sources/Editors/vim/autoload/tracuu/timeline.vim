vim9script
# Articles over time as a bar chart, in a read-only buffer; Enter searches the time under the cursor.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/error.vim'
import autoload 'tracuu/highlight.vim'
import autoload 'tracuu/history.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/open.vim'
import autoload 'tracuu/picker.vim'
import autoload 'tracuu/text.vim'

const scheme = 'tracuu-timeline://'

export def Show(query: string)
  const buffer = bufadd(scheme .. query)
  const isLoaded = bufloaded(buffer)
  open.Buffer(buffer, 'split')
  if isLoaded
    Load(buffer)
  endif
enddef

# For BufReadCmd.
export def Read(buffer: number)
  setbufvar(buffer, '&buftype', 'nofile')
  setbufvar(buffer, '&swapfile', false)
  setbufvar(buffer, '&modifiable', false)
  setbufvar(buffer, '&filetype', 'tracuu')
  Load(buffer)
enddef

def Load(buffer: number)
  const query = bufname(buffer)->strpart(len(scheme))
  client.Request('timeline', {query: query}, (result, problem) => {
    if !empty(problem)
      message.Fail(error.Text(problem))
    elseif bufexists(buffer)
      history.Add(query)
      Fill(buffer, query, result)
    endif
  })
enddef

def Fill(buffer: number, query: string, result: dict<any>)
  highlight.Define()
  const window = bufwinid(buffer)
  const width = (window < 0 ? &columns : winwidth(window)) - 24
  const largest = max(result.buckets->mapnew((_, bucket) => bucket.count) + [1])
  # The block is two cells wide for those who have ambiguous characters wide.
  const block = &ambiwidth == 'double' ? '#' : '█'
  var lines = [$'{query}: {result.total.relation == "atLeast" ? "at least " : ""}{text.Articles(result.total.value)} by {result.by}', '']
  for bucket in result.buckets
    const length = bucket.count == 0 ? 0 : max([bucket.count * width / largest, 1])
    add(lines, printf('%-10s %9s  %s', bucket.value, text.Count(bucket.count), repeat(block, length))->trim(' ', 2))
  endfor
  if result.undated > 0
    add(lines, printf('%-10s %9s', 'undated', text.Count(result.undated)))
  endif
  setbufvar(buffer, '&modifiable', true)
  deletebufline(buffer, 1, '$')
  setbufline(buffer, 1, lines)
  setbufvar(buffer, '&modifiable', false)
  setbufvar(buffer, '&modified', false)
  setbufvar(buffer, 'tracuu_timeline', {query: query, values: result.buckets->mapnew((_, bucket) => bucket.value)})
  prop_add(1, 1, {bufnr: buffer, type: 'tracuu_title', length: len(lines[0])})
  for number in range(2, len(lines) - 1)
    const start = stridx(lines[number], block, 20)
    if start > 0
      prop_add(number + 1, start + 1, {bufnr: buffer, type: 'tracuu_bar', length: len(lines[number]) - start})
    endif
  endfor
  if window > 0
    win_execute(window, 'cursor(3, 1)')
  endif
  redraw
enddef

# Searches the query in the time of the cursor's line.
export def Enter()
  const shown = get(b:, 'tracuu_timeline', {query: '', values: []})
  const value = shown.values->get(line('.') - 3, '')
  if !empty(value) && line('.') > 2
    picker.Open({text: shown.query, narrow: ['date', value]})
  endif
enddef
