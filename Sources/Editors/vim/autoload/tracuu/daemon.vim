vim9script
# Where the daemon's socket is, and how the daemon is started in the background.

import autoload 'tracuu/option.vim'

# The socket that a daemon told when it was started: the configuration file may name one that is found nowhere else.
var told = ''

# Empty where only the program knows.
export def Socket(): string
  const set = option.Get('socket')
  if !empty(set)
    return expand(set)
  endif
  if !empty($TRACUU_SOCKET)
    return $TRACUU_SOCKET
  endif
  if !empty(told)
    return told
  endif
  return empty($XDG_RUNTIME_DIR) ? '' : $XDG_RUNTIME_DIR .. '/tracuu.sock'
enddef

# Calls Done with the socket of the running daemon, or with an empty text and what went wrong.
export def Start(Done: func(string, string))
  const program = expand(option.Get('program'))
  if !executable(program)
    Done('', $'tracuu: the program {program} is not found; install it (bash Config/install) or set g:tracuu_program')
    return
  endif
  var command = [program, 'daemon', 'start', '--json']
  for name in ['socket', 'index', 'config']
    const value = option.Get(name)
    if !empty(value)
      command += ['--' .. name, expand(value)]
    endif
  endfor
  # Into files: the daemon may keep the pipes open, and their end would never come.
  const output = tempname()
  const errors = tempname()
  const Ended = (_: job, status: number) => {
    const answer = Text(output)
    const complaint = Text(errors)->split("\n")->get(-1, $'tracuu: {program} daemon start failed with status {status}; run it in a terminal')
    delete(output)
    delete(errors)
    told = status == 0 ? SocketIn(answer) : ''
    Done(told, empty(told) ? complaint : '')
  }
  const job = job_start(command, {in_io: 'null', out_io: 'file', out_name: output, err_io: 'file', err_name: errors, exit_cb: Ended})
  if job_status(job) == 'fail'
    Done('', $'tracuu: the program {program} cannot be run; set g:tracuu_program')
  endif
enddef

def Text(path: string): string
  return filereadable(path) ? readfile(path)->join("\n") : ''
enddef

def SocketIn(answer: string): string
  try
    return json_decode(answer)->get('socket', '')
  catch
    return ''
  endtry
enddef
