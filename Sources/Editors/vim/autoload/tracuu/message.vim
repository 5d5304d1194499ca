vim9script
# One line to the user: in the prompt while it is open, else in Vim's window of messages, which waits for no key.

var Shown: func(string, bool) = null_function
var last = ''

# The prompt shows messages itself while it is open; null_function ends that.
export def SendTo(Show: func(string, bool))
  Shown = Show
  last = ''
enddef

export def Say(text: string)
  Tell(text, false)
enddef

export def Fail(text: string)
  Tell(text, true)
enddef

def Tell(text: string, failed: bool)
  const line = (text =~ '^tracuu: ' ? text : 'tracuu: ' .. text)->substitute('[[:cntrl:]]\+', ' ', 'g')
  if Shown != null_function
    Shown(line, failed)
    # So that :messages has it when the prompt is closed, once: a failure comes again with each letter.
    if line !=# last
      silent echomsg line
      last = line
    endif
    return
  endif
  if failed
    echohl ErrorMsg
  endif
  :6echowindow line
  echohl None
enddef
