import std/[os, strutils]
import isbn

for number in commandLineParams():
  let digits = number.replace("-", "")
  if isBook(digits):
    echo number, " is a book: ", toThirteen(digits)
  else:
    echo number, " is no book"
    quit 1
