{$mode objfpc}{$H+}
unit Stack;

interface

{ Puts a number on top. }
procedure Push(Number: Int64);

{ Takes the number on top away and returns it; there has to be one. }
function Pop: Int64;

{ How many numbers there are. }
function Depth: Integer;

{ The words of a line, and whether a word is a whole number. }
type
  TWords = array of String;

function WordsOf(const Line: String): TWords;
function IsNumber(const Word: String; out Number: Int64): Boolean;

implementation

var
  Numbers: array of Int64;

procedure Push(Number: Int64);
begin
  SetLength(Numbers, Length(Numbers) + 1);
  Numbers[High(Numbers)] := Number;
end;

function Pop: Int64;
begin
  Result := Numbers[High(Numbers)];
  SetLength(Numbers, Length(Numbers) - 1);
end;

function Depth: Integer;
begin
  Result := Length(Numbers);
end;

function WordsOf(const Line: String): TWords;
var
  Letter: Char;
  Word: String;
begin
  Result := nil;
  Word := '';
  for Letter in Line + ' ' do
    if Letter > ' ' then
      Word := Word + Letter
    else if Word <> '' then
    begin
      SetLength(Result, Length(Result) + 1);
      Result[High(Result)] := Word;
      Word := '';
    end;
end;

function IsNumber(const Word: String; out Number: Int64): Boolean;
var
  Code: Integer;
begin
  Val(Word, Number, Code);
  Result := Code = 0;
end;

end.
