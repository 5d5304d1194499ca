if !has('vim9script') || !has('patch-9.0.1378') || !has('channel') || !has('popupwin') || !has('textprop')
  " Vim reads every plugin at its start, so an older one is told only when the command is used.
  command! -nargs=* -bang -range -bar Tracuu echoerr 'tracuu: this plugin needs Vim 9.0.1378 or later with +channel, +popupwin and +textprop; install the package vim or vim-nox'
  finish
endif
vim9script
# The command, the keys that can be mapped, and the buffers of articles and timelines.

if exists('g:loaded_tracuu')
  finish
endif
g:loaded_tracuu = true

import autoload 'tracuu/command.vim'
import autoload 'tracuu/article.vim'
import autoload 'tracuu/timeline.vim'

command! -nargs=* -bang -range -complete=custom,tracuu#command#Complete Tracuu command.Run(<q-args>, <bang>false)

nnoremap <silent> <Plug>(tracuu-search) <Cmd>Tracuu search<CR>
xnoremap <silent> <Plug>(tracuu-search) :<C-u>Tracuu selection<CR>
nnoremap <silent> <Plug>(tracuu-word) <Cmd>Tracuu word<CR>
nnoremap <silent> <Plug>(tracuu-resume) <Cmd>Tracuu resume<CR>
nnoremap <silent> <Plug>(tracuu-similar) <Cmd>Tracuu similar<CR>
nnoremap <silent> <Plug>(tracuu-cite) <Cmd>Tracuu cite<CR>
inoremap <silent> <Plug>(tracuu-cite) <Cmd>Tracuu cite<CR>

augroup tracuu
  autocmd!
  autocmd BufReadCmd tracuu://* ++nested article.Read(str2nr(expand('<abuf>')))
  autocmd BufReadCmd tracuu-timeline://* ++nested timeline.Read(str2nr(expand('<abuf>')))
augroup END
