vim9script
# Text measured and cut by the cells that it takes on the screen: wide and combining characters count as they are shown.

# As many bytes as before, so that highlights keep their place.
export def Plain(text: string): string
  return text =~ '[[:cntrl:]]' ? text->substitute('[[:cntrl:]]', ' ', 'g') : text
enddef

export def Cut(text: string, width: number): string
  if strdisplaywidth(text) <= width
    return text
  endif
  const ellipsis = '…'
  return width < 2 ? '' : printf('%.*S', width - strdisplaywidth(ellipsis), text) .. ellipsis
enddef

# Exactly `width` cells.
export def Fit(text: string, width: number): string
  const cut = Cut(text, width)
  return cut .. repeat(' ', width - strdisplaywidth(cut))
enddef

# Lines of at most `width` cells, parted at blanks.
export def Wrap(text: string, width: number): list<string>
  var lines: list<string> = []
  var line = ''
  for word in split(text, ' ')
    if !empty(line) && strdisplaywidth(line .. ' ' .. word) > width
      add(lines, line)
      line = word
    else
      line = empty(line) ? word : line .. ' ' .. word
    endif
  endfor
  return add(lines, line)
enddef

# `left`, and `right` at the right edge where it has room.
export def Spread(left: string, right: string, width: number): string
  const room = width - strdisplaywidth(right)
  return room - strdisplaywidth(left) < 1 ? Fit(left, width) : Fit(left, room) .. right
enddef

# 1234567 as 1,234,567.
export def Count(number: number): string
  return string(number)->substitute('\d\zs\ze\%(\d\{3}\)\+$', ',', 'g')
enddef

export def Articles(number: number): string
  return number == 1 ? '1 article' : Count(number) .. ' articles'
enddef

# A line across the screen; its character is two cells wide for those who have ambiguous characters wide.
export def Rule(width: number): string
  return repeat(&ambiwidth == 'double' ? '-' : '─', width)
enddef

# Where byte ranges of `text` stand in its lines: [line, column, line, column behind], all from 1.
export def Positions(text: string, ranges: list<any>): list<list<number>>
  var found: list<list<number>> = []
  var line = 1
  var start = 0
  var ending = stridx(text, "\n")
  for [from, to] in ranges
    while ending >= 0 && from > ending
      line += 1
      start = ending + 1
      ending = stridx(text, "\n", start)
    endwhile
    const lineEnd = ending < 0 ? len(text) : ending
    # A match that goes on in the next line is marked as far as its first line reaches.
    add(found, [line, from - start + 1, line, min([to, lineEnd]) - start + 1])
  endfor
  return found
enddef
