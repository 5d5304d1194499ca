-- What users call: setup with options, which is not needed for the defaults, and the picker.

local M = {}

function M.setup(options)
  require("tracuu.config").setup(options)
  -- Another socket or program may be meant from now on.
  if package.loaded["tracuu.client"] then
    require("tracuu.client").close()
  end
end

-- Opens the picker that the option names, with `text` in its prompt.
function M.open(options)
  require("tracuu.pickers").open(require("tracuu.config").get("picker"), options or {})
end

function M.resume()
  require("tracuu.picker").resume()
end

return M
