vim9script
# Other queries that may be meant: marks restored, Telex and VNI decoded, letters corrected, the last word completed.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/picker/menu.vim'
import autoload 'tracuu/picker/prompt.vim'
import autoload 'tracuu/picker/screen.vim'
import autoload 'tracuu/picker/state.vim'

const rest_milliseconds = 250
const reasons = {marks: 'marks restored', correction: 'corrected', inputMethod: 'typed without an input method', completion: 'completed'}

var timer = 0

# Shown beneath the list: not completions, which would come with every letter.
export def Best(): dict<string>
  const found = state.now.suggestions->copy()->filter((_, offered) => offered.kind != 'completion' && offered.query !=# state.now.text)
  return empty(found) ? {} : {query: found[0].query, reason: reasons->get(found[0].kind, found[0].kind)}
enddef

# What came with the hits, from when it came until the daemon is asked for more.
export def Offer(offered: dict<any>)
  state.now.suggestions = empty(offered) ? [] : [{query: offered.query, kind: offered.reason}]
enddef

export def Forget()
  timer_stop(timer)
  state.now.suggestions = []
enddef

export def Wait()
  timer_stop(timer)
  if state.now.text =~ '\S'
    timer = timer_start(rest_milliseconds, (_) => Ask())
  endif
enddef

def Ask()
  var now = state.now
  const text = now.text
  if !now.open
    return
  endif
  client.Request('suggest', {query: text, limit: 5}, (result, problem) => {
    if !now.open || now.text !=# text || !empty(problem)
      return
    endif
    const known = result.suggestions->mapnew((_, offered) => offered.query)
    now.suggestions = result.suggestions + now.suggestions->filter((_, offered) => index(known, offered.query) < 0)
    screen.Paint()
  })
enddef

export def Accept()
  const best = Best()
  if !empty(best)
    prompt.Set(best.query)
  elseif !empty(state.now.suggestions)
    prompt.Set(state.now.suggestions[0].query)
  endif
enddef

export def ShowAll()
  const choices = state.now.suggestions->mapnew((_, offered) => ({value: offered.query, detail: reasons->get(offered.kind, offered.kind)}))
  if !empty(choices)
    menu.Open({title: 'Suggestions', choices: choices, Chosen: prompt.Set})
  endif
enddef
