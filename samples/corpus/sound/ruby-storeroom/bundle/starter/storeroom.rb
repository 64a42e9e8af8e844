class Storeroom
  # So many pieces come in, each for so many cents.
  def put_in(name, count, cents)
  end

  # So many pieces go out; an ArgumentError, when they are not there.
  def take_out(name, count)
  end

  # From now on there should be so many pieces.
  def minimum(name, count)
  end

  # A line "NAME COUNT" for everything that is there.
  def report
    ["nobody knows"]
  end

  # A line "NAME COUNT" for everything that has to be ordered.
  def missing
    ["nobody knows"]
  end

  # What everything that is there has cost, in cents.
  def value
    -1
  end
end
