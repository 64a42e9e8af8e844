require_relative "junit"

class OrdersTest < Minitest::Test
  def test_lists_what_is_missing
    room = Storeroom.new
    room.minimum("nails", 30)
    room.put_in("nails", 20, 3)
    assert_equal ["nails 10"], room.missing
  end

  def test_enough_is_enough
    room = Storeroom.new
    room.minimum("nails", 10)
    room.put_in("nails", 20, 3)
    assert_equal [], room.missing
  end
end
