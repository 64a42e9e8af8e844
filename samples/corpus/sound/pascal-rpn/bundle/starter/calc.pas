{$mode objfpc}{$H+}
unit Calc;

interface

{ Evaluates a line; False when it cannot be evaluated. }
function Evaluate(const Line: String; out Answer: Int64): Boolean;

implementation

uses
  Stack;

function Evaluate(const Line: String; out Answer: Int64): Boolean;
begin
  Push(0);
  Answer := Pop;
  Result := True;
end;

end.
