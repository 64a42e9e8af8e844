proc isBook*(digits: string): bool =
  digits.len in [10, 13]

proc toThirteen*(digits: string): string =
  if digits.len == 10: "978" & digits else: digits
