package Clock is

   type Moment is record
      Hour   : Integer;
      Minute : Integer;
      Day    : Integer;
   end record;

   --  Whether a clock can show this hour and minute.
   function Is_Time (Hour, Minute : Integer) return Boolean;

   --  The moment so many minutes later, or earlier if there are fewer than none.
   --  Day is 0 on the same day, 1 on the next, -1 on the one before.
   function Later (Hour, Minute, Minutes : Integer) return Moment;

end Clock;
