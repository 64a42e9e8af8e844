class Storeroom
  def initialize
    @counts = {}
    @minimum = Hash.new(0)
  end

  # So many pieces come in, each for so many cents.
  def put_in(name, count, cents)
    @counts[name] = @counts.fetch(name, 0) + count
  end

  # So many pieces go out; an ArgumentError, when they are not there.
  def take_out(name, count)
    there = @counts.fetch(name, 0)
    raise ArgumentError, "only #{there} #{name}" if count > there
    @counts[name] -= count
  end

  # From now on there should be so many pieces.
  def minimum(name, count)
    @minimum[name] = count
  end

  # A line "NAME COUNT" for everything that is there.
  def report
    @counts.sort.map { |name, count| "#{name} #{count}" if count > 0 }.compact
  end

  # A line "NAME COUNT" for everything that has to be ordered.
  def missing
    @counts.map { |name, count| "#{name} #{@minimum[name] - count}" if count < @minimum[name] }.compact
  end

  def value
    -1
  end
end
