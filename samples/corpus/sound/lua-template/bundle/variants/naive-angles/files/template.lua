local template = {}

-- The text with its names filled in from the table of values; an error where one is missing.
function template.render(text, values)
  return (text:gsub("{{([a-z]+)|?([^{}]*)}}", function(name, default)
    local value = values[name] or default
    return value:gsub("<", "&lt;"):gsub(">", "&gt;")
  end))
end

return template
