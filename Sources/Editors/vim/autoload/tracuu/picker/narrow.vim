vim9script
# Narrowing: a menu of a field's values among the hits, and the query with the filter of that field in it.

import autoload 'tracuu/client.vim'
import autoload 'tracuu/error.vim'
import autoload 'tracuu/message.vim'
import autoload 'tracuu/text.vim'
import autoload 'tracuu/picker/menu.vim'
import autoload 'tracuu/picker/prompt.vim'
import autoload 'tracuu/picker/state.vim'

const facets = {date: 'year', source: 'source', author: 'author'}
const titles = {date: 'Date, such as 2015, 2015-03..2016 or 7d', source: 'Source', author: 'Author'}
# The value that takes the filter out.
const any = '(any)'

# The values are counted without the field's present filter, which would leave only its own.
export def Menu(field: string)
  const query = state.now.text
  if query =~ '^\s*$'
    Open(field, [])
    return
  endif
  client.Request('narrow', {query: query, field: field}, (narrowed, problem) => {
    if !empty(problem)
      message.Fail(error.Text(problem))
    elseif narrowed.query =~ '^\s*$'
      Open(field, [])
    else
      client.Request('search', {query: narrowed.query, limit: 0, facets: [facets[field]]}, (result, failure) => {
        if !empty(failure)
          message.Fail(error.Text(failure))
        else
          Open(field, result.facets->get(facets[field], []))
        endif
      })
    endif
  })
enddef

def Open(field: string, counts: list<dict<any>>)
  if !state.now.open
    return
  endif
  const choices = counts->mapnew((_, counted) => ({value: counted.value, detail: text.Count(counted.count)})) + [{value: any, detail: ''}]
  menu.Open({title: titles[field], choices: choices, typed: true, Chosen: (value) => Apply(field, value)})
enddef

export def Apply(field: string, value: string)
  var params = {query: state.now.text, field: field}
  if value != any && !empty(value)
    params.value = value
  endif
  client.Request('narrow', params, (narrowed, problem) => {
    if !empty(problem)
      message.Fail(error.Text(problem))
    else
      prompt.Set(narrowed.query)
    endif
  })
enddef
