vim9script
# One line to the user: in the prompt while it is open, else in Vim's window of messages, which waits for no key.

var Shown: func(string, bool) = null_function

# The prompt shows messages itself while it is open; null_function ends that.
export def SendTo(Show: func(string, bool))
  Shown = Show
  const window = popup_findecho()
  if window > 0
    # It would cover the prompt's own messages.
    popup_hide(window)
  endif
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
    return
  endif
  if failed
    echohl ErrorMsg
  endif
  :6echowindow line
  echohl None
enddef
