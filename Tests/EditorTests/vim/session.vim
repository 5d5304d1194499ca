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
