class Storeroom
  def initialize
    @prices = Hash.new([])
    @minimum = {}
  end

  # So many pieces come in, each for so many cents.
  def put_in(name, count, cents)
    @prices[name] += [cents] * count
  end

  # So many pieces go out; an ArgumentError, when they are not there.
  def take_out(name, count)
    @prices[name] = @prices[name].drop(count)
  end

  # From now on there should be so many pieces.
  def minimum(name, count)
    @minimum[name] = count
  end

  # A line "NAME COUNT" for everything that is there.
  def report
    lines(@prices.transform_values(&:size))
  end

  # A line "NAME COUNT" for everything that has to be ordered.
  def missing
    lines(@minimum.to_h { |name, count| [name, count - @prices[name].size] })
  end

  # What everything that is there has cost, in cents.
  def value
    @prices.values.flatten.sum
  end

  def lines(counts)
    counts.select { |_, count| count > 0 }.sort.map { |name, count| "#{name} #{count}" }
  end
end
