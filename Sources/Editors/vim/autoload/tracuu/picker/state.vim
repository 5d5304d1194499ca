vim9script
# What the open prompt knows, in one dictionary that the picker's files share.

export var now: dict<any> = {open: false, text: '', sort: 'relevance', hits: [], selected: 0}

const fresh = {
  open: true,
  # The prompt's text, and the one whose hits are shown.
  text: '',
  shown: '',
  # While the prompt is empty, articles similar to this one are listed: {id, title}.
  like: {},
  # What accepting a hit does instead of opening it: a function of the hit and the query.
  Accept: null_function,
  sort: 'relevance',
  hits: [],
  total: {},
  revision: 0,
  complete: true,
  selected: 0,
  top: 0,
  past: [],
  sequence: 0,
  request: 0,
  paging: false,
  answered: true,
  # An action that was asked for before the hits of the text had arrived.
  pending: '',
  error: {},
  notice: '',
  failed: false,
  suggestions: [],
  # How many articles the index had when the list was made, and has now; -1 when unknown.
  counted: -1,
  changed: false,
  added: 0,
}

export def Begin(options: dict<any>)
  extend(now, deepcopy(fresh))
  extend(now, options)
enddef

# The prompt is empty and lists what was searched for before.
export def ShowsPast(): bool
  return empty(now.like) && now.text =~ '^\s*$'
enddef

export def Hit(): dict<any>
  return ShowsPast() ? {} : now.hits->get(now.selected, {})
enddef

export def Length(): number
  return ShowsPast() ? len(now.past) : len(now.hits)
enddef
