{$mode objfpc}{$H+}
program Rpn;

uses
  Calc;

var
  Line: String;
  Answer: Int64;

begin
  ReadLn(Line);
  if Evaluate(Line, Answer) then
    WriteLn(Answer)
  else
  begin
    WriteLn('error');
    Halt(1);
  end;
end.
