class Storeroom
  def put_in(name, count, cents)
  end

  def take_out(name, count)
  end

  def minimum(name, count)
  end

  def report
    ["nobody knows"]
  end

  def missing
    ["nobody knows"]
  end

  # What everything that is there has cost, in cents.
  def value
    0
  end
end
