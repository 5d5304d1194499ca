vim9script
# Buffers of articles and timelines.

if exists('b:did_ftplugin')
  finish
endif
b:did_ftplugin = true

import autoload 'tracuu/article.vim'
import autoload 'tracuu/timeline.vim'

setlocal wrap linebreak nospell nolist bufhidden=hide
b:undo_ftplugin = 'setlocal wrap< linebreak< spell< list< bufhidden<'

if !exists('g:no_plugin_maps') && !exists('g:no_tracuu_maps')
  if bufname() =~ '^tracuu-timeline://'
    nnoremap <buffer> <silent> <CR> <ScriptCmd>timeline.Enter()<CR>
    b:undo_ftplugin ..= '| silent! nunmap <buffer> <CR>'
  else
    nnoremap <buffer> <silent> ]] <ScriptCmd>article.Match(1)<CR>
    nnoremap <buffer> <silent> [[ <ScriptCmd>article.Match(-1)<CR>
    nnoremap <buffer> <silent> gf <ScriptCmd>article.Source()<CR>
    b:undo_ftplugin ..= '| silent! nunmap <buffer> ]]| silent! nunmap <buffer> [[| silent! nunmap <buffer> gf'
  endif
endif
