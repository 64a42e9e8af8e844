local template = {}

-- The text with its names filled in from the table of values; an error where one is missing.
function template.render(text, values)
  return "(nothing yet)"
end

return template
