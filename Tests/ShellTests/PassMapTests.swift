import Authoring
import Experiments
import Files
import Grading
import Lessons
import TestKit
import Testing
import ToyCourse

@testable import Play

/// That one who has passed is shown what calibration finds.
@Suite struct PassMapTests {
  static let exercises = [
    "simulation: slide; choose: rate; pass: height <= 1e-6",
    "simulation: slide; choose: rate, surface; given: pushes = 10; pass: landing in 1 ... 5",
    "simulation: slide; choose: rate, pushes; pass: height in 1e-9 ... 1e-3",
    "simulation: toss; choose: load; given: tosses = 50; pass: heads >= 0.8",
  ]

  @Test(arguments: exercises) func theMapIsTheRegionOfTheCalibration(_ lines: String) async throws {
    let text = "task: T\nhint: H\n" + lines.replacing("; ", with: "\n")
    let exercise = try Toys.exercise(text, on: ToyCourse.catalog)
    let map = try #require(await PassMap.of(exercise))
    let calibration = await Calibration.of(exercise, .none)
    let middle = try #require(calibration.middle)
    #expect(map.extents.map(\.knob) == calibration.axes.map(\.knob))
    for (index, axis) in calibration.axes.enumerated() {
      let extent = try #require(map[axis.knob])
      let places = middle.extents[index]
      #expect(extent.values.map(\.text) == places.map { axis.values[$0] })
      if axis.isNumeric {
        #expect(extent.range == axis.numbers[places.lowerBound]...axis.numbers[places.upperBound])
      } else {
        #expect(extent.range == nil)
      }
      #expect(extent.values.map(\.text).contains(middle.choices[index]) || axis.isNumeric)
    }
    guard calibration.axes.count == 2 else {
      #expect(map.rows == nil)
      return
    }
    let rows = try #require(map.rows)
    let (across, up) = (calibration.axes[0].values, calibration.axes[1].values)
    #expect(rows.map(\.value.text) == up.reversed())
    for (row, place) in zip(rows, up.indices.reversed()) {
      #expect(row.passes == across.indices.map { calibration[[$0, place]]?.passes })
    }
  }

  @Test func whatNothingPassesHasNoMap() async throws {
    let text = "simulation: slide\ntask: T\nchoose: rate\npass: height < 0\nhint: H"
    #expect(await PassMap.of(try Toys.exercise(text, on: ToyCourse.catalog)) == nil)
  }
}
