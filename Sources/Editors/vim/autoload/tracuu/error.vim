vim9script
# What an error of the protocol says to the user.

export const bad_query = -32001
export const index_unusable = -32003
export const cancelled = -32800
export const content_modified = -32801

export def Text(error: dict<any>): string
  const data = error->get('data', {})
  if error.code == index_unusable && type(data) == v:t_dict && data->has_key('reason')
    const recovery = data->get('recovery', '')
    return empty(recovery) ? data.reason : $'{data.reason}; {recovery}'
  endif
  return error.message
enddef
