require_relative "junit"

class StockTest < Minitest::Test
  def test_reports_what_came_in
    room = Storeroom.new
    room.put_in("nails", 20, 3)
    room.put_in("nails", 5, 3)
    assert_equal ["nails 25"], room.report
  end

  def test_takes_out
    room = Storeroom.new
    room.put_in("nails", 20, 3)
    room.take_out("nails", 8)
    assert_equal ["nails 12"], room.report
  end
end
