-- The command line around template.lua; you need not change it.
package.path = (arg[0]:match("^.*/") or "./") .. "?.lua;" .. package.path
local template = require("template")

local values = {}
for i = 2, #arg do
  local name, value = arg[i]:match("^(.-)=(.*)$")
  values[name] = value
end
local ok, result = pcall(template.render, arg[1], values)
print(result)
os.exit(ok)
