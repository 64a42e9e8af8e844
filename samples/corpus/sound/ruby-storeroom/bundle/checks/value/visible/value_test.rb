require_relative "junit"

class ValueTest < Minitest::Test
  def test_adds_up
    room = Storeroom.new
    room.put_in("nails", 20, 3)
    room.put_in("paint", 2, 1450)
    assert_equal 2960, room.value
  end

  def test_empty_room
    assert_equal 0, Storeroom.new.value
  end
end
