proc valueOf(letter: char): int =
  if letter in '0' .. '9': ord(letter) - ord('0') else: 10

proc sumOfTen(digits: string): int =
  for place, letter in digits:
    result += (10 - place) * valueOf(letter)

proc sumOfThirteen(digits: string): int =
  for place, letter in digits:
    result += (if place mod 2 == 0: 1 else: 3) * valueOf(letter)

proc isBook*(digits: string): bool =
  ## Whether this is a book number of ten or thirteen digits, without hyphens.
  for place, letter in digits:
    if letter notin '0' .. '9' and (letter != 'X' or place != 9):
      return false
  case digits.len
  of 10:
    sumOfTen(digits) mod 11 == 0
  of 13:
    sumOfThirteen(digits) mod 10 == 0 and 'X' notin digits
  else:
    false

proc toThirteen*(digits: string): string =
  ## The book number with thirteen digits, of a right one of either length.
  if digits.len == 13:
    return digits
  result = "978" & digits[0 .. 8]
  result.add $(10 - sumOfThirteen(result) mod 10)
