vim9script
# Highlight groups, which a colour scheme or the user may set, and the types of text property that show them.

const links = {
  TracuuNormal: 'Normal',
  TracuuDate: 'Comment',
  TracuuSource: 'Identifier',
  TracuuSnippet: 'Comment',
  TracuuHead: 'StatusLine',
  TracuuRule: 'Comment',
  TracuuHint: 'Comment',
  TracuuNotice: 'MoreMsg',
  TracuuFailure: 'ErrorMsg',
  TracuuError: 'SpellBad',
  TracuuBar: 'Identifier',
  TracuuTitle: 'Title',
}

# Of two properties in one place the one of higher priority decides the colour.
const types = {
  tracuu_selected: ['TracuuSelected', 10],
  tracuu_date: ['TracuuDate', 5],
  tracuu_source: ['TracuuSource', 5],
  tracuu_snippet: ['TracuuSnippet', 5],
  tracuu_notice: ['TracuuNotice', 5],
  tracuu_failure: ['TracuuFailure', 5],
  tracuu_error: ['TracuuError', 20],
  tracuu_bar: ['TracuuBar', 5],
  tracuu_title: ['TracuuTitle', 5],
  tracuu_rule: ['TracuuRule', 5],
  tracuu_match: ['TracuuMatch', 20],
}

export def Define()
  for [group, target] in items(links)
    execute $'highlight default link {group} {target}'
  endfor
  # Legible on any background, also where Vim takes a dark terminal for a light one.
  highlight default TracuuSelected term=reverse cterm=reverse gui=reverse
  highlight default TracuuMatch term=bold,underline cterm=bold,underline gui=bold,underline
  for [name, type] in items(types)
    if empty(prop_type_get(name))
      prop_type_add(name, {highlight: type[0], priority: type[1], combine: true})
    endif
  endfor
enddef
