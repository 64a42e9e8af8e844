# Runs the tests with minitest, and writes JUnit XML where $COURSEGEN_REPORT says.
require "minitest/autorun"
require File.join(ENV["COURSEGEN_WORKSPACE"] || Dir.pwd, "storeroom")

class JUnitReporter < Minitest::AbstractReporter
  def initialize
    @cases = []
    super
  end

  def record(result)
    kind = result.error? ? "error" : "failure"
    problem = result.passed? ? "" : "<#{kind} message=#{result.failure.message.encode(xml: :attr)}/>"
    @cases << "<testcase classname=\"#{result.klass}\" name=\"#{result.name}\">#{problem}</testcase>"
  end

  def report
    File.write(ENV["COURSEGEN_REPORT"], "<testsuite>#{@cases.join}</testsuite>") if ENV["COURSEGEN_REPORT"]
  end
end

def Minitest.plugin_junit_init(_options)
  reporter << JUnitReporter.new
end
Minitest.extensions << "junit"
