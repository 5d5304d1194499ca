vim9script
# What the user has set in g:tracuu_NAME, else the default.

const defaults = {
  program: 'tracuu',
  socket: '',
  index: '',
  config: '',
  page_size: 50,
  debounce: 0,
  preview: true,
  citation: 'plain',
  history_file: '',
  keys: {},
}

export def Get(name: string): any
  return get(g:, 'tracuu_' .. name, defaults[name])
enddef

# Vim hands over 0 and 1 as well as booleans.
export def IsOn(name: string): bool
  return !!Get(name)
enddef
