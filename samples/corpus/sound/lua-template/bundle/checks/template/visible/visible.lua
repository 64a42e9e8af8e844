-- Loads template.lua and tries its function.
package.path = (os.getenv("COURSEGEN_WORKSPACE") or ".") .. "/?.lua"
local template = require("template")
local count, failed = 0, 0

local function same(id, title, wanted, text, values)
  local _, got = pcall(template.render, text, values)
  count = count + 1
  if got == wanted then
    print(("ok %d - %s %s"):format(count, id, title))
  else
    failed = failed + 1
    print(("not ok %d - %s %s"):format(count, id, title))
    print(("  ---\n  message: expected '%s', but got '%s'\n  ..."):format(wanted, tostring(got):gsub("\n", " ")))
  end
end

same("fills_names", "a name is replaced", "Dear Kim!", "Dear {{name}}!", { name = "Kim" })
same("escapes_angles", "angles are escaped", "1 &lt; 2", "{{sum}}", { sum = "1 < 2" })
same("uses_default", "a missing value has a default", "Dear friend!", "Dear {{name|friend}}!", {})
print("1.." .. count)
os.exit(failed == 0)
