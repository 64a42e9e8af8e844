class Storeroom
  def initialize
    @counts = Hash.new(0)
    @minimum = {}
    @price = {}
  end

  # So many pieces come in, each for so many cents.
  def put_in(name, count, cents)
    @counts[name] += count
    @price[name] = cents
  end

  # So many pieces go out; an ArgumentError, when they are not there.
  def take_out(name, count)
    there = @counts[name]
    raise ArgumentError, "only #{there} #{name}" if count > there
    @counts[name] -= count
  end

  # From now on there should be so many pieces.
  def minimum(name, count)
    @minimum[name] = count
  end

  # A line "NAME COUNT" for everything that is there.
  def report
    lines(@counts)
  end

  # A line "NAME COUNT" for everything that has to be ordered.
  def missing
    lines(@minimum.to_h { |name, count| [name, count - @counts[name]] })
  end

  # What everything that is there has cost, in cents.
  def value
    @counts.sum { |name, count| count * @price.fetch(name, 0) }
  end

  def lines(counts)
    counts.select { |_, count| count > 0 }.sort.map { |name, count| "#{name} #{count}" }
  end
end
