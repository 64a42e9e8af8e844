package body Clock is

   function Is_Time (Hour, Minute : Integer) return Boolean is
   begin
      return True;
   end Is_Time;

   function Later (Hour, Minute, Minutes : Integer) return Moment is
   begin
      return (Hour, Minute, 0);
   end Later;

end Clock;
