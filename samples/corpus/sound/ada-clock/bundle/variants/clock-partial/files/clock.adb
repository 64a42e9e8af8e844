package body Clock is

   function Is_Time (Hour, Minute : Integer) return Boolean is
   begin
      return Hour + Minute >= 0;
   end Is_Time;

   function Later (Hour, Minute, Minutes : Integer) return Moment is
      Total   : constant Integer := Hour * 60 + Minute + Minutes;
      In_Day  : constant Integer := Total mod 1440;
   begin
      return (Total / 60, Total mod 60, In_Day * 0);
   end Later;

end Clock;
