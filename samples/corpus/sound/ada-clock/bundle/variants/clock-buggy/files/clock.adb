package body Clock is

   function Is_Time (Hour, Minute : Integer) return Boolean is
   begin
      return Hour in 0 .. 24 and Minute in 0 .. 59;
   end Is_Time;

   function Later (Hour, Minute, Minutes : Integer) return Moment is
      Total   : constant Integer := Hour * 60 + Minute + Minutes;
      In_Day  : constant Integer := Total mod 1440;
   begin
      return (In_Day / 60, In_Day mod 60, (Total - In_Day) / 1440);
   end Later;

end Clock;
