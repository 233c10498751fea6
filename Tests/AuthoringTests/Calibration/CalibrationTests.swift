import Experiments
import Files
import Foundation
import Grading
import Lessons
import TestKit
import Testing

@testable import Authoring

@Suite struct CalibrationTests {
  @Test func aBandOfOneKnob() async throws {
    let calibration = await Calibration.of(
      try Toys.exercise("plane", "choose: x; pass: x in 0.3 ... 0.4"), .none)
    #expect(calibration.axes.map(\.knob) == ["x"])
    #expect(calibration.axes.map(\.values.count) == [81])
    #expect(calibration.cells.count { $0.passes } == 9)
    #expect(calibration.share == 9.0 / 81)
    #expect(calibration.guess == calibration.share)
    #expect(abs(calibration.guessInThreeTries - (1 - pow(72.0 / 81, 3))) < 1e-12)
    let middle = try #require(calibration.middle)
    #expect(middle.choices == ["0.35"])
    #expect(middle.place == [28])
    #expect(middle.extents == [24...32])
    #expect(middle.widths == [9])
    #expect(calibration.margin == .cells(5))
    #expect(calibration.heldOut == nil)
    #expect(calibration.suggestions == [])
    #expect(calibration.cells[28].medians == [0.35])
    #expect(calibration.probes.map(\.passed) == [false, false, false])
  }

  @Test func aRectangleOfTwoKnobs() async throws {
    let calibration = await Calibration.of(
      try Toys.exercise("plane", "choose: y, x; pass: x in 0.2 ... 0.51; pass: y in 0.7 ... 0.95"),
      .none)
    #expect(calibration.axes.map(\.knob) == ["y", "x"])
    let middle = try #require(calibration.middle)
    #expect(middle.widths == [6, 8])
    let cell = try #require(calibration[middle.place])
    #expect(cell == calibration.cells[middle.cell])
    #expect(cell.passes && cell.run == 1 && cell.passed == 1)
    #expect(calibration[[25, 0]] == nil)
    #expect(calibration[[0]] == nil)
    #expect(calibration.text(of: ["1", "2"]) == "y = 1, x = 2")
  }

  @Test func chanceIsCounted() async throws {
    let calibration = await Calibration.of(
      try Toys.exercise("dice", "choose: x; pass: error <= 0.07"), .none)
    let heldOut = try #require(calibration.heldOut)
    #expect(heldOut.run == 40)
    #expect(heldOut.passed == 40)
    #expect(heldOut.isSteady)
    guard case .noise(let margin, criterion: 0) = calibration.margin else {
      Issue.record("\(String(describing: calibration.margin))")
      return
    }
    // The noise is a sum of twelve uniform numbers: a standard deviation of 1, times a spread of 0.01.
    #expect(margin > 4 && margin < 10)
    #expect(abs(calibration.guess - calibration.share) < 0.03)
    let far = try #require(calibration.cells.first)
    #expect(far.run < 12 && far.passed == 0 && !far.passes)
    #expect(calibration.cells.filter(\.passes).allSatisfy { $0.run == 12 })
  }

  @Test func theResultHasNoMemoryAndSurvivesBeingKept() async throws {
    for (simulation, lines) in [
      ("dice", "choose: x; given: luck = 0.9; pass: win >= 1; pass: error < 0.1"),
      ("plane", "choose: x; pass: steepness in 2 ... 3"), ("plane", "choose: x; pass: never > 1"),
    ] {
      let exercise = try Toys.exercise(simulation, lines)
      let folder = try ScratchFolder()
      let cache = Cache(folder: folder.path, stamp: "1")
      let first = await Calibration.of(exercise, cache)
      let kept = await cache.value("calibration", for: Calibration.key(of: exercise)) {
        () -> Calibration? in
        Issue.record("measured again")
        return nil
      }
      #expect(kept == first)
      #expect(await Calibration.of(exercise, .none) == first)
    }
  }

  /// What a calibration depends on is in its key, and what it does not is not.
  @Test func theKeyTellsExercisesApart() throws {
    let base = "choose: x; given: luck = 0.9; pass: win >= 1"
    let other = [
      "choose: x; given: luck = 0.8; pass: win >= 1", "choose: x; pass: win >= 1",
      "choose: spread; given: luck = 0.9; pass: win >= 1",
      "choose: x; given: luck = 0.9; pass: win > 1", base + "; pass: error < 1",
      base + "; pass-rate: 80% over 70%", base + "; share: 1% ... 30% because it is so",
      "choose: x, spread; given: luck = 0.9; pass: win >= 1",
    ]
    let keys = try ([base] + other).map {
      Calibration.key(of: try Toys.exercise("dice", $0))
    }
    #expect(Set(keys).count == keys.count)
    let same = try Toys.exercise("dice", base + " (5 points); hint: another")
    #expect(Calibration.key(of: same) == keys[0])
  }

  @Test(arguments: [
    (40, 40, true, true), (200, 200, true, true), (185, 200, true, false), (170, 200, false, true),
    (120, 200, false, true), (0, 40, false, true), (36, 40, false, false),
  ])
  func steadiness(passed: Int, run: Int, isSteady: Bool, isClear: Bool) {
    let heldOut = Calibration.HeldOut(passed: passed, of: run, .standard)
    #expect(heldOut.isSteady == isSteady)
    #expect(heldOut.isClear == isClear)
    #expect(heldOut.verdictAtLow <= heldOut.verdict)
  }
}
