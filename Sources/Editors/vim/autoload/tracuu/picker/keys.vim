vim9script
# The keys of the prompt. They are mapped for as long as it is open, in its buffer only; all others are those of Vim's command line.

import autoload 'tracuu/option.vim'
import autoload 'tracuu/history.vim'

export const prompt = '> '

# <M-x> cannot be mapped: it is the letter behind it in Unicode, as <M-o> is ï and <M-s> is ó. Terminals send Alt as an escape before the key.
const usual = {
  '<CR>': 'open', '<C-s>': 'split', '<C-x>': 'split', '<C-v>': 'vsplit', '<C-t>': 'tab', '<C-q>': 'list',
  '<C-n>': 'next', '<C-p>': 'previous', '<PageDown>': 'pageDown', '<PageUp>': 'pageUp',
  '<S-Down>': 'previewDown', '<S-Up>': 'previewUp',
  '<Tab>': 'suggestion', '<S-Tab>': 'suggestions', '<C-l>': 'again',
  '<F2>': 'date', '<Esc>d': 'date', '<F3>': 'source', '<Esc>s': 'source', '<F4>': 'author', '<Esc>a': 'author',
  '<F5>': 'sort', '<Esc>o': 'sort', '<F6>': 'similar', '<Esc>i': 'similar', '<F7>': 'cite', '<Esc>c': 'cite',
  '<F8>': 'preview', '<Esc>p': 'preview',
  '<Esc>': 'cancel', '<C-g>': 'cancel', '<C-c>': 'cancel',
}
# In the order of their use: a narrow screen shows only the first ones.
const hints = ['open', 'date', 'source', 'sort', 'similar', 'cite', 'list', 'split', 'preview', 'author', 'tab', 'vsplit']
# How long an escape may be the first half of an Alt key.
const escape_milliseconds = 100

# The parts of the line of hints: it is shown with every letter, and the same while the prompt is open.
export var hint_parts: list<string> = []

var mapped: list<string> = []
var replaced: list<dict<any>> = []
var options: dict<any> = {}
var past: list<string> = []

def Keys(): dict<string>
  return extendnew(usual, option.Get('keys'))->filter((_, action) => !empty(action))
enddef

# The key to show for an action: the shortest that is set.
export def Name(action: string): string
  const found = keys(Keys()->filter((_, other) => other == action))->sort((a, b) => len(a) == len(b) ? (a < b ? -1 : 1) : len(a) - len(b))
  const shown = found->copy()->filter((_, key) => key !~ '^<Esc>.')
  return get(shown, 0, get(found, 0, ''))->substitute('^<\(.*\)>$', '\1', '')->substitute('^CR$', 'Enter', '')
enddef

export def Install()
  options = {timeout: &timeout, timeoutlen: &timeoutlen, cedit: &cedit, ruler: &ruler}
  &timeout = true
  &timeoutlen = escape_milliseconds
  # The command-line window would open beneath the prompt's windows.
  &cedit = ''
  # Vim would paint the ruler over the end of a long query.
  &ruler = false
  mapped = []
  replaced = []
  hint_parts = hints->mapnew((_, action) => $'{Name(action)} {action}')
  for [key, action] in items(Keys())
    const old = maparg(key, 'c', false, true)
    if !empty(old) && old.buffer
      add(replaced, old)
    endif
    # Not <silent>: Vim would not paint the prompt until the next key.
    execute $'cnoremap <buffer> {key} <Cmd>call tracuu#picker#Press("{action}")<CR>'
    add(mapped, key)
  endfor
  # Vim's own history of input() shows the queries of all editors while the prompt is open.
  past = range(1, max([histnr('input'), 0]))->mapnew((_, number) => histget('input', number))->filter((_, line) => !empty(line))
  Remember(history.Newest(&history)->reverse())
enddef

export def Remove()
  for key in mapped
    execute $'silent! cunmap <buffer> {key}'
  endfor
  for old in replaced
    mapset('c', false, old)
  endfor
  &timeout = options.timeout
  &timeoutlen = options.timeoutlen
  &cedit = options.cedit
  &ruler = options.ruler
  Remember(past)
enddef

def Remember(lines: list<string>)
  histdel('input')
  for line in lines
    histadd('input', line)
  endfor
enddef
