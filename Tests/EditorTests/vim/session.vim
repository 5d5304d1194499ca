vim9script
# What the driver asks a Vim under test for.

set nocompatible encoding=utf-8 hidden laststatus=2 wildmenu

g:DriverExecute = (command: string): string => {
  try
    execute command
  catch
    return v:exception
  endtry
  return ''
}

g:DriverScreen = (): list<string> => range(1, &lines)->mapnew((_, row) =>
  range(1, &columns)->mapnew((_, column) => screenstring(row, column))->join('')->trim(' ', 2))

# A citation function of a user's.
def g:DriverCitation(article: dict<any>): string
  return $'{article.id}: {article.title}'
enddef

# Notes in g:driver_times how many milliseconds passed from each change of the prompt to the screen that was painted with its hits.
def g:DriverMeasure()
  g:driver_times = []
  g:driver_began = []
  augroup driver
    autocmd!
    autocmd CmdlineChanged @ g:driver_began = reltime()
    autocmd User TracuuPainted g:DriverPainted()
  augroup END
enddef

def g:DriverPainted()
  const now = tracuu#picker#state#now
  if !empty(g:driver_began) && now.answered && now.shown ==# now.text && !empty(now.text)
    add(g:driver_times, reltimefloat(reltime(g:driver_began)) * 1000)
    g:driver_began = []
  endif
enddef
