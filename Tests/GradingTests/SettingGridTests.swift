import Experiments
import TestKit
import Testing
import ToyCourse
import Tuning

@testable import Grading
@testable import Lessons

@Suite struct SettingGridTests {
  private static func grid(_ choose: String, of simulation: String = "line") throws -> SettingGrid {
    let metric = simulation == "line" ? "x" : "luck"
    return SettingGrid(
      try Toys.exercise(
        "simulation: \(simulation)\ntask: t\nchoose: \(choose)\npass: \(metric) >= 0"))
  }

  @Test(
    arguments: [
      ("x", [81]), ("rate", [81]), ("steps", [50]), ("mode", [3]), ("x, y", [25, 25]),
      ("x, steps", [25, 25]), ("x, mode", [81, 3]), ("mode, x, y", [3, 14, 15]),
      ("x, y, rate", [8, 8, 10]), ("x, y, rate, mode", [5, 6, 7, 3]),
    ] as [(String, [Int])])
  func everyKnobHasItsAxisAndCellsAreBounded(choose: String, sides: [Int]) throws {
    let grid = try Self.grid(choose)
    #expect(grid.axes.map(\.count) == sides)
    #expect(grid.count <= PassSearch.cells)
    #expect(grid.count == sides.reduce(1, *))
  }

  @Test func everyCellIsAnotherSettingOfTheDomain() throws {
    let grid = try Self.grid("x, mode, rate")
    var seen = Set<[String]>()
    for cell in 0..<grid.count {
      let settings = try #require(grid.settings(at: cell))
      seen.insert(settings.values.map(\.value.text))
      #expect(grid.settings(at: cell, digits: 2) != nil)
    }
    #expect(seen.count == grid.count)
  }

  /// Many knobs, each of them a choice or not: there is room for all, or the exercise is refused.
  @Test(arguments: 0...12, [0, 1, 2, 3, 4])
  func manyKnobsHaveRoomOrAreRefused(choices: Int, numbers: Int) throws {
    guard choices + numbers > 0 else { return }
    let names =
      (Panel.choices.prefix(choices).map(\.name) + Panel.reals.prefix(numbers).map(\.name))
      .joined(separator: ", ")
    let text =
      "---\ntitle: T\nsummary: S\n---\n```exercise e\nsimulation: panel\ntask: t\n"
      + "choose: \(names)\npass: all >= 1\n```\n"
    let (lesson, faults) = LessonReader.read(
      text, file: "f", name: "toy", catalog: Catalog([Panel.self]))
    guard faults.isEmpty else {
      #expect(faults.count == 1 && faults.allSatisfy { $0.message.hasPrefix("a search over ") })
      #expect(choices >= 1)
      return
    }
    let grid = SettingGrid(try #require(lesson.exercises.first))
    #expect(grid.count <= PassSearch.cells)
    #expect(grid.axes.prefix(choices).allSatisfy { $0.count == 3 })
    #expect(grid.axes.dropFirst(choices).allSatisfy { $0.count >= SettingGrid.fewest })
    #expect(grid.settings(at: grid.count - 1) != nil)
    #expect(grid.deepest([Bool](repeating: true, count: grid.count)).count == grid.count)
  }

  @Test(arguments: [4, 12, 13])
  func moreNumbersThanASearchCoversAreRefused(count: Int) {
    let names = Panel.knobs.prefix(count).map(\.name).joined(separator: ", ")
    let text =
      "---\ntitle: T\nsummary: S\n---\n```exercise e\nsimulation: panel\ntask: t\n"
      + "choose: \(names)\npass: all >= 1\n```\n"
    let faults = LessonReader.read(text, file: "f", name: "toy", catalog: Catalog([Panel.self]))
      .faults
    #expect(faults.map(\.line) == (count > 12 ? [8] : []))
    #expect(faults.allSatisfy { $0.message.hasPrefix("more than 12 numbers are chosen") })
  }

  /// Choices take room from the numbers: where too little is left, nothing could be told.
  @Test(
    arguments: [
      ("x, y, rate, steps", ""), ("x, y, rate, mode", ""),
      (
        "x, y, rate, steps, mode",
        "a search over 5 chosen knobs would try 3 values of x, and 5 are the least; choose fewer "
          + "knobs and give the others"
      ),
    ])
  func tooFewValuesOfANumberAreRefused(choose: String, message: String) {
    let text =
      "---\ntitle: T\nsummary: S\n---\n```exercise e\nsimulation: line\ntask: t\n"
      + "choose: \(choose)\npass: x >= 1\n```\n"
    let faults = LessonReader.read(text, file: "f", name: "toy", catalog: Toys.catalog).faults
    #expect(faults.map(\.message) == (message.isEmpty ? [] : [message]))
    #expect(faults.allSatisfy { $0.line == 8 })
  }

  /// The depths of cells against their definition, worked out cell by cell.
  @Test(arguments: ["x", "x, y", "x, y, steps", "x, mode, y", "mode", "mode, x"], [0, 1, 5])
  func orderIsByDepth(choose: String, seed: Int) throws {
    let grid = try Self.grid(choose)
    var garbage = Garbage(seed: seed)
    let passing = (0..<grid.count).map { _ in seed == 5 || garbage.below(12) > 0 }
    let depth = Self.depths(grid, passing)
    let order = grid.deepest(passing)
    #expect(Set(order) == Set(passing.indices.filter { passing[$0] }))
    #expect(order.map { depth[$0] } == order.map { depth[$0] }.sorted(by: >))
  }

  @Test func nothingPassesNothingIsDeep() throws {
    let grid = try Self.grid("x, y")
    #expect(grid.deepest([Bool](repeating: false, count: grid.count)) == [])
  }

  @Test func theMiddleOfAnIntervalComesFirst() throws {
    let grid = try Self.grid("x")
    let passing = (0..<81).map { (20...30).contains($0) }
    #expect(grid.deepest(passing).first == 25)
    let atAnEnd = (0..<81).map { $0 <= 10 }
    #expect(grid.deepest(atAnEnd).first == 5)
    let two = (0..<81).map { (10...13).contains($0) || (40...50).contains($0) }
    #expect(grid.deepest(two).first == 45)
  }

  /// Chebyshev distance to the nearest place along numbers that does not pass or is beyond an end.
  private static func depths(_ grid: SettingGrid, _ passing: [Bool]) -> [Int] {
    let sides = grid.axes.map(\.count)
    let isNumber = grid.axes.map { axis in
      if case .choice = axis[0] { false } else { axis.count > 1 }
    }
    func place(_ cell: Int) -> [Int] {
      var rest = cell
      return sides.map { side in
        defer { rest /= side }
        return rest % side
      }
    }
    let places = passing.indices.map(place)
    let failing = places.indices.filter { !passing[$0] }.map { places[$0] }
    return places.indices.map { cell in
      var depth = Int.max
      for (axis, position) in places[cell].enumerated() where isNumber[axis] {
        depth = min(depth, position + 1, sides[axis] - position)
      }
      for other in failing {
        var distance = 0
        for axis in sides.indices {
          let step = abs(places[cell][axis] - other[axis])
          distance = max(distance, isNumber[axis] || step == 0 ? step : .max)
        }
        depth = min(depth, distance)
      }
      return depth
    }
  }
}

/// A simulation with more knobs than a grid has room for.
enum Panel: Simulation {
  static let reals = (0..<13).map {
    Knob<Double>("real\($0)", .linear(0...1), default: 0.5, "a real")
  }
  static let choices = (0..<12).map { Knob<Line.Mode>("choice\($0)", default: .left, "a choice") }
  static let all = Metric("all", "always 1")

  static let name = "panel"
  static let summary = "Has many knobs."
  static let knobs: [any AnyKnob] = reals + choices
  static let metrics = [all]
  static let figures: [FigureKind] = []
  static let findings: [FindingKind] = []
  static let usesChance = false

  static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    outcome[all] = 1
    return outcome
  }
}

extension Toys {
  /// An exercise in which every knob of a simulation may be chosen, but of numbers at most four.
  static func exercise(of simulation: any Simulation.Type, pass: String) throws -> Exercise {
    let numbers = simulation.knobs.filter { $0.domain.bounds != nil }.prefix(4)
    let others = simulation.knobs.filter { $0.domain.bounds == nil }
    let names = (numbers + others).map(\.name).joined(separator: ", ")
    let text =
      "---\ntitle: T\nsummary: S\n---\n```exercise e\nsimulation: \(simulation.name)\ntask: t\n"
      + "choose: \(names)\npass: \(pass)\n```\n"
    let catalog = Catalog([simulation])
    let (lesson, faults) = LessonReader.read(text, file: "f", name: "toy", catalog: catalog)
    #expect(faults == [])
    return try #require(lesson.exercises.first)
  }
}
