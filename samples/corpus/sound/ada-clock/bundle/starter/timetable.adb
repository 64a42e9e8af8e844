with Ada.Command_Line; use Ada.Command_Line;
with Ada.Text_IO;      use Ada.Text_IO;
with Clock;

procedure Timetable is

   function Two (N : Integer) return String is
      Image : constant String := Integer'Image (100 + N);
   begin
      return Image (Image'Last - 1 .. Image'Last);
   end Two;

begin
   if Argument_Count /= 3 then
      Put_Line (Standard_Error, "usage: timetable HOUR MINUTE MINUTES");
      Set_Exit_Status (2);
      return;
   end if;
   declare
      Hour   : constant Integer := Integer'Value (Argument (1));
      Minute : constant Integer := Integer'Value (Argument (2));
      Then_Is : Clock.Moment;
   begin
      if not Clock.Is_Time (Hour, Minute) then
         Put_Line ("no such time");
         Set_Exit_Status (1);
         return;
      end if;
      Then_Is := Clock.Later (Hour, Minute, Integer'Value (Argument (3)));
      Put (Two (Then_Is.Hour) & ":" & Two (Then_Is.Minute));
      if Then_Is.Day > 0 then
         Put (" +" & Integer'Image (Then_Is.Day) (2 .. Integer'Image (Then_Is.Day)'Last));
      elsif Then_Is.Day < 0 then
         Put (" " & Integer'Image (Then_Is.Day));
      end if;
      New_Line;
   end;
end Timetable;
