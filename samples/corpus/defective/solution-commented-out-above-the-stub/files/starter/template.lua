local template = {}

-- The text with its names filled in from the table of values; an error where one is missing.
function template.render(text, values)
  -- local function fill(mark, inner)
  --   local name, default = inner:match("^([a-z]+)|(.*)$")
  --   local value = values[name or inner] or default
  --   if not value then error("missing: " .. inner, 0) end
  --   return mark == "!" and value or value:gsub("[&<>\"]", escapes)
  -- end
  -- return (text:gsub("{{(!?)([^{}]*)}}", fill))
  return "(nothing yet)"
end

return template
