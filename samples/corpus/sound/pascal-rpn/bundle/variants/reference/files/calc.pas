{$mode objfpc}{$H+}
unit Calc;

interface

{ Evaluates a line; False when it cannot be evaluated. }
function Evaluate(const Line: String; out Answer: Int64): Boolean;

implementation

uses
  Stack;

// Does what an operator says with the two numbers on top; False when it cannot.
function Operate(const Sign: String): Boolean;
var
  Upper, Lower: Int64;
begin
  Result := Depth >= 2;
  if not Result then
    Exit;
  Upper := Pop;
  Lower := Pop;
  case Sign of
    '+': Push(Lower + Upper);
    '-': Push(Lower - Upper);
    '*': Push(Lower * Upper);
    '/':
      if Upper = 0 then
        Result := False
      else
        Push(Lower div Upper);
  else
    Result := False;
  end;
end;

function Evaluate(const Line: String; out Answer: Int64): Boolean;
var
  Word: String;
  Number: Int64;
begin
  for Word in WordsOf(Line) do
    if IsNumber(Word, Number) then
      Push(Number)
    else if not Operate(Word) then
      Exit(False);
  Result := Depth = 1;
  if Result then
    Answer := Pop;
end;

end.
