-- Which picker shows a search: this plugin's own, or one of another plugin that the user chose.

local message = require("tracuu.message")

local M = {}

-- By the name of the option: the module that has to be there, and what opens its picker.
local others = {
  telescope = {
    module = "telescope",
    open = function(options)
      require("telescope").extensions.tracuu.tracuu(options)
    end,
  },
  snacks = {
    module = "snacks",
    open = function(options)
      require("tracuu.snacks").open(options)
    end,
  },
  ["fzf-lua"] = {
    module = "fzf-lua",
    open = function(options)
      require("tracuu.fzf").open(options)
    end,
  },
}

-- Opens the picker of that name, with `text` in its prompt, or else this plugin's own.
function M.open(name, options)
  local other = others[name]
  if name == "tracuu" then
    require("tracuu.picker").open(options)
  elseif not other then
    message.fail(("there is no picker %s; set the option picker to tracuu, telescope, snacks or fzf-lua"):format(name))
  elseif not pcall(require, other.module) then
    message.fail(("the plugin %s is not installed; set the option picker to tracuu"):format(name))
  else
    other.open(options)
  end
end

return M
