vim9script
# The search prompt: Vim's input() with its line editing, keymaps and history, and windows above it that follow what is typed.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/cite.vim'
import autoload 'tracuu/highlight.vim'
import autoload 'tracuu/history.vim'
import autoload 'tracuu/list.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/open.vim'
import autoload 'tracuu/option.vim'
import autoload 'tracuu/picker/keys.vim'
import autoload 'tracuu/picker/menu.vim'
import autoload 'tracuu/picker/narrow.vim'
import autoload 'tracuu/picker/preview.vim'
import autoload 'tracuu/picker/prompt.vim'
import autoload 'tracuu/picker/screen.vim'
import autoload 'tracuu/picker/search.vim'
import autoload 'tracuu/picker/state.vim'
import autoload 'tracuu/picker/suggestion.vim'

const past_shown = 100
const ways = {open: 'edit', split: 'split', vsplit: 'vsplit', tab: 'tab'}
const orders = ['relevance', 'newest', 'oldest']

# What the prompt was left with, for Resume.
var last: dict<any> = {}
var chosen: dict<any> = {}
var debounce_timer = 0

# options: text, sort, like, Accept as in the prompt's state; kept and count as search.Start has them; narrow, a list of field and value.
export def Open(options: dict<any>)
  if state.now.open
    return
  endif
  highlight.Define()
  state.Begin(options->copy()->extend({past: history.Newest(past_shown)}))
  chosen = {}
  client.OnIndexChanged('picker', search.IndexChanged)
  message.SendTo(Notice)
  augroup tracuu_prompt
    autocmd!
    autocmd CmdlineChanged @ Typed(getcmdline())
    autocmd VimResized * Resized()
  augroup END
  try
    screen.Show()
    keys.Install()
    search.Start(options->get('kept', ''), options->get('count', 0))
    if !empty(state.now.like) && empty(state.now.like.title)
      search.NameLike()
    endif
    if options->has_key('narrow')
      narrow.Apply(options.narrow[0], options.narrow[1])
    endif
    input(keys.prompt, state.now.text)
  catch /^Vim:Interrupt$/
    chosen = {}
  finally
    Leave()
  endtry
  if !empty(chosen)
    Act()
  endif
enddef

def Leave()
  state.now.open = false
  search.Stop()
  timer_stop(debounce_timer)
  suggestion.Forget()
  preview.Forget()
  autocmd_delete([{group: 'tracuu_prompt'}])
  keys.Remove()
  menu.Close()
  screen.Hide()
  message.SendTo(null_function)
  var now = state.now
  last = {text: now.text, sort: now.sort, like: now.like, kept: state.Hit()->get('id', ''), count: len(now.hits)}
  redraw
  echo ''
  if now.failed
    # So that :messages has it as well.
    message.Fail(now.notice)
  endif
enddef

export def Resume()
  if empty(last)
    Open({text: history.Newest(1)->get(0, '')})
  else
    Open(last)
  endif
enddef

def Typed(text: string)
  timer_stop(debounce_timer)
  const delay = option.Get('debounce')
  if delay > 0
    debounce_timer = timer_start(delay, (_) => prompt.Changed(text))
  else
    prompt.Changed(text)
  endif
enddef

# Vim clears the screen after this event, and runs no timer before the next key; the answer to a search is what paints the windows.
def Resized()
  screen.Place()
  search.Start(state.Hit()->get('id', ''), len(state.now.hits))
enddef

def TogglePreview()
  screen.preview_wanted = !screen.preview_wanted
  screen.Place()
  preview.Wait()
  screen.Paint()
  # Vim has cleared its command line with the windows, and paints it where its text is set.
  setcmdline(getcmdline(), getcmdpos())
enddef

# A line for the user while the prompt is open.
def Notice(text: string, failed: bool)
  state.now.notice = text
  state.now.failed = failed
  screen.Paint()
enddef

# Carries out the action of a key.
export def Press(action: string)
  var now = state.now
  if ways->has_key(action) || index(['list', 'cite', 'similar'], action) >= 0
    Choose(action)
  elseif action == 'cancel'
    End({})
  elseif action == 'next' || action == 'previous'
    Move(action == 'next' ? 1 : -1)
  elseif action == 'pageDown' || action == 'pageUp'
    Move(action == 'pageDown' ? screen.Room() : -screen.Room())
  elseif action == 'previewDown' || action == 'previewUp'
    preview.Scroll(action == 'previewDown' ? 3 : -3)
    redraw
  elseif action == 'suggestion'
    suggestion.Accept()
  elseif action == 'suggestions'
    suggestion.ShowAll()
  elseif action == 'again'
    search.Start(state.Hit()->get('id', ''), len(now.hits))
  elseif index(['date', 'source', 'author'], action) >= 0
    narrow.Menu(action)
  elseif action == 'sort'
    now.sort = orders[(index(orders, now.sort) + 1) % len(orders)]
    search.Start()
  elseif action == 'preview'
    TogglePreview()
  else
    message.Fail($'there is no action {action}; see :help g:tracuu_keys')
  endif
enddef

def Move(step: number)
  var now = state.now
  now.selected = max([min([now.selected + step, state.Length() - 1]), 0])
  preview.Wait()
  screen.Paint()
  search.NextPage()
enddef

# Ends the prompt with an action on the selected hit, once the hits of its text have arrived.
def Choose(action: string)
  var now = state.now
  if state.ShowsPast()
    if !empty(now.past) && action == 'open'
      prompt.Set(now.past[now.selected])
    endif
    return
  endif
  if !now.answered || now.shown !=# now.text && empty(now.error)
    now.pending = action
    return
  endif
  now.pending = ''
  if !empty(now.hits)
    End({action: action, hit: state.Hit(), query: now.shown, hits: now.hits})
  endif
enddef

def End(action: dict<any>)
  chosen = action
  feedkeys("\<CR>", 'nt')
enddef

def Act()
  const query = chosen.query
  if !empty(query)
    history.Add(query)
  endif
  if chosen.action == 'list'
    list.Fill(query, chosen.hits, true)
  elseif chosen.action == 'similar'
    Open({like: {id: chosen.hit.id, title: chosen.hit->get('title', '')}})
  elseif chosen.action == 'cite'
    cite.Insert(chosen.hit.id, '')
  elseif state.now.Accept != null_function
    state.now.Accept(chosen.hit, query)
  else
    open.Hit(chosen.hit, query, ways[chosen.action])
  endif
enddef
