import Exhibits
import Experiments
import Testing

@testable import Authoring
@testable import Grading

/// Exercises in which more numbers are chosen than a grid covers.
@Suite struct SampledCalibrationTests {
  private static let all = "choose: a, b, c, d, e, count; "

  private static func calibration(_ lines: String) async throws -> (Exercise, Calibration) {
    let exercise = try Toys.exercise("desk", lines)
    return (exercise, await Calibration.of(exercise, .none))
  }

  private static func problems(_ lines: String) async throws -> [String] {
    let (exercise, calibration) = try await calibration(lines)
    return Fairness.problems(with: exercise, calibration)
  }

  /// What is known of the share that passes and of the middle is found again.
  @Test func theShareAndTheMiddleAreFound() async throws {
    let (exercise, calibration) = try await Self.calibration(
      Self.all + "pass: off <= 0.125; pass: late <= 0.95; pass: much <= 0.95")
    let sample = try #require(calibration.sample)
    #expect(
      calibration.cells.count == PassSearch.cells && sample.settings.count == PassSearch.cells)
    let share = 0.25 * 0.25 * 0.95 * 0.95 * 0.95 * 0.95
    #expect(calibration.shareError > 0.007 && calibration.shareError < 0.01)
    #expect(abs(calibration.share - share) < 3 * calibration.shareError)
    #expect(Fairness.problems(with: exercise, calibration) == [])
    let middle = try #require(calibration.middle)
    let numbers = middle.choices.compactMap(Double.init)
    #expect(abs(numbers[0] - 0.6) <= 0.075 && abs(numbers[1] - 0.6) <= 0.075)
    #expect(middle.place == [] && middle.widths == [])
    let (low, high) = (Double(sample.passing[0][0]) ?? 0, Double(sample.passing[0][1]) ?? 0)
    #expect(low >= 0.475 && low < 0.53 && high <= 0.725 && high > 0.67)
  }

  /// Without a metric that is the same on every seed, and with a choice beside the numbers.
  @Test func chanceAndChoicesAreSearchedToo() async throws {
    let (exercise, calibration) = try await Self.calibration(
      "choose: a, b, c, d, e, lamp; pass: seen <= 0.2; pass: late <= 0.95")
    #expect(Fairness.problems(with: exercise, calibration) == [])
    #expect(calibration.middle?.choices.last == "on")
    #expect(calibration.sample?.passing.last == ["on"])
    let heldOut = try #require(calibration.heldOut)
    #expect(heldOut.isSteady)
    guard case .noise(let deviations, let criterion) = try #require(calibration.margin) else {
      Issue.record("no noise")
      return
    }
    #expect(criterion == 0 && deviations > 3)
  }

  @Test(arguments: [
    (
      "pass: off <= 0.1; pass: late <= 0.95; pass: much <= 0.95",
      "of the range passes, which may be less than 3 %; ask for less"
    ),
    (
      "pass: off <= 0.14; pass: latest <= 0.95; pass: much <= 0.95",
      "turning e changes nothing that is asked for; "
    ),
    ("pass: bent <= 0.16; pass: latest <= 0.97; pass: much <= 0.97", "turning e changes nothing "),
    ("pass: off >= 0.55; pass: late <= 0.95; pass: much <= 0.95", "passes as it stands, with no "),
    (
      "pass: stripes <= 0.04; pass: off <= 0.4; pass: late <= 0.97; pass: much <= 0.97",
      "a knife's edge: a = "
    ),
    ("pass: off <= 0.001; pass: late <= 0.95; pass: much <= 0.95", "cannot be passed as far as "),
    ("pass: off <= 0.3; pass: late <= 0.97; pass: much <= 0.97", "of the range passes, more than "),
  ])
  func whatIsUnfairIsSaid(lines: String, message: String) async throws {
    let problems = try await Self.problems(Self.all + lines)
    #expect(problems.contains { $0.contains(message) }, "\(problems)")
  }

  /// A knob both ends of which pass decides nothing; one that fails at one end may be left alone.
  @Test func bothEndsOfARangeMayNotPass() async throws {
    let problems = try await Self.problems(
      "choose: a, b, c, d, e; given: count = 5; pass: bent <= 0.13; pass: late <= 2")
    let saying = problems.filter { $0.hasPrefix("c decides nothing: with all else at a = ") }
    #expect(
      saying.count == 1 && saying.allSatisfy { $0.contains("both 0 and 1 pass") }, "\(problems)")
    #expect(!problems.contains { $0.hasPrefix("a decides") })
  }

  @Test func anUnsureShareMayHaveAReason() async throws {
    let lines = "pass: off <= 0.1; pass: late <= 0.95; pass: much <= 0.95; share: "
    #expect(try await Self.problems(Self.all + lines + "2% ... 25% because it is hard") == [])
  }

  @Test func whatIsShownHasTheErrorAndTheRanges() async throws {
    let (exercise, calibration) = try await Self.calibration(
      Self.all + "pass: off <= 0.125; pass: late <= 0.95; pass: much <= 0.95")
    let exhibit = CalibrationExhibit(calibration, of: exercise)
    #expect(exhibit.slices.isEmpty)
    #expect(exhibit.praise == "Untouched settings fail, and one end at least of every range.")
    let share = try #require(exhibit.facts.first)
    #expect(share.value.contains(" ± "))
    #expect(exhibit.facts.contains { $0.remark.hasPrefix("some pass from 0.") })
  }
}
