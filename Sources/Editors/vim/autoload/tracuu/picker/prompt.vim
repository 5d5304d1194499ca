vim9script
# The prompt's text: Vim's command line, while input() waits for it.

import autoload 'tracuu/picker/state.vim'
import autoload 'tracuu/picker/search.vim'

# Sets the text and searches for it.
export def Set(query: string)
  if !state.now.open
    return
  endif
  setcmdline(query)
  Changed(query)
enddef

export def Changed(query: string)
  if query !=# state.now.text
    state.now.text = query
    state.now.pending = ''
    search.Start()
  endif
enddef
