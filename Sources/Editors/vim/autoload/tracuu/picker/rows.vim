vim9script
# A hit as lines of the list, with the text properties that colour them.

import autoload 'tracuu/text.vim'

const date_width = 10
# Narrower lists leave the source out.
const narrowest_with_source = 50

export def SourceWidth(hits: list<dict<any>>, width: number): number
  if width < narrowest_with_source
    return 0
  endif
  const widths = hits->mapnew((_, hit) => strdisplaywidth(text.Plain(hit->get('source', ''))))
  return min([max(widths + [0]), width / 4])
enddef

export def Title(hit: dict<any>, width: number, sourceWidth: number, selected: bool): dict<any>
  const date = printf('%-*.*s', date_width, date_width, hit->get('date', ''))
  const source = sourceWidth == 0 ? '' : text.Fit(text.Plain(hit->get('source', '')), sourceWidth)
  const titleWidth = width - date_width - 4 - (empty(source) ? 0 : sourceWidth + 2)
  const whole = text.Plain(hit->get('title', ''))
  const title = text.Cut(empty(whole) ? hit.id : whole, titleWidth)
  const before = $' {date}  '
  const line = before .. text.Fit(title, titleWidth) .. (empty(source) ? ' ' : $'  {source} ')
  var props = [{col: 2, length: date_width, type: 'tracuu_date'}]
  if !empty(source)
    add(props, {col: len(line) - len(source), length: len(source), type: 'tracuu_source'})
  endif
  props += Matches(hit->get('titleHighlights', []), len(before), Kept(title, whole))
  return Line(line, props, selected)
enddef

export def Snippet(hit: dict<any>, width: number, selected: bool): dict<any>
  const snippet = hit->get('snippet', {text: '', highlights: []})
  const whole = text.Plain(snippet.text)
  const missing = hit->get('missing', [])
  const before = repeat(' ', date_width + 3) .. (empty(missing) ? '' : $'(without {join(missing, ", ")}) ')
  const cut = text.Cut(whole, width - strdisplaywidth(before) - 1)
  const line = text.Fit(before .. cut, width)
  const props = [{col: 1, length: len(line), type: 'tracuu_snippet'}]
  return Line(line, props + Matches(snippet.highlights, len(before), Kept(cut, whole)), selected)
enddef

export def Past(query: string, width: number, selected: bool): dict<any>
  return Line(text.Fit($' {text.Plain(query)}', width), [], selected)
enddef

# How many bytes of `whole` are left in `cut`, whose ellipsis is none of them.
def Kept(cut: string, whole: string): number
  return cut ==# whole ? len(whole) : max([0, len(cut) - len('…')])
enddef

export def Matches(ranges: list<any>, offset: number, length: number): list<dict<any>>
  var props: list<dict<any>> = []
  for [from, to] in ranges
    if from < length
      add(props, {col: offset + from + 1, length: min([to, length]) - from, type: 'tracuu_match'})
    endif
  endfor
  return props
enddef

def Line(line: string, props: list<dict<any>>, selected: bool): dict<any>
  if !selected
    return {text: line, props: props}
  endif
  # The colours of date and source would show through.
  const matches = props->copy()->filter((_, prop) => prop.type == 'tracuu_match')
  return {text: line, props: matches + [{col: 1, length: len(line), type: 'tracuu_selected'}]}
enddef
