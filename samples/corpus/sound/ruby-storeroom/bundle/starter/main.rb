# The command line around storeroom.rb; you need not change it.
require_relative "storeroom"

storeroom = Storeroom.new
$stdin.each_line(chomp: true) do |line|
  command, name, count, cents = line.split
  case command
  when "in" then storeroom.put_in(name, Integer(count), Integer(cents || 0))
  when "out" then storeroom.take_out(name, Integer(count))
  when "minimum" then storeroom.minimum(name, Integer(count))
  when "report" then puts storeroom.report
  when "missing" then puts storeroom.missing
  when "value" then puts storeroom.value
  end
rescue ArgumentError => problem
  puts "refused: #{problem.message}"
end
