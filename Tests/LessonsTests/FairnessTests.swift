import Course
import Experiments
import Testing

/// That every exercise can be passed, but not by leaving it alone, by an end of a range or by luck.
@Suite struct FairnessTests {
  /// Attempts no learner will come to, so that their seeds are fresh.
  static let attempt = 1_000_000

  static func grade(_ exercise: Exercise, _ choices: Settings, attempt: Int = attempt) async
    -> Grade
  {
    var grading = Grading(exercise, choices: choices, attempt: attempt)
    while !grading.isDecided { await grading.advance(by: 4) }
    return grading.grade
  }

  @Test(arguments: Bundled.exercises.map(\.id))
  func anUntouchedSettingFails(id: String) async throws {
    let exercise = try #require(Bundled.syllabus?.exercise(id))
    let grade = await Self.grade(exercise, exercise.simulation.defaults)
    #expect(!grade.passed)
  }

  @Test(arguments: Bundled.exercises.map(\.id))
  func theEndsOfEveryRangeFail(id: String) async throws {
    let exercise = try #require(Bundled.syllabus?.exercise(id))
    let middle = try #require(await Regions.shared.middle(of: exercise))
    for knob in exercise.choices {
      let ends = knob.domain.grid(2)
      for end in ends where knob.domain.bounds != nil {
        // With one knob at an end, the others may be anything the search finds good.
        var choices = middle
        try choices.turn(knob.name, to: end)
        let grade = await Self.grade(exercise, choices)
        #expect(!grade.passed, "\(knob.name) \(end.text)")
      }
    }
  }

  @Test(arguments: Bundled.exercises.map(\.id))
  func theMiddlePassesOnHeldOutSeeds(id: String) async throws {
    let exercise = try #require(Bundled.syllabus?.exercise(id))
    let middle = try #require(await Regions.shared.middle(of: exercise))
    for attempt in 1...3 {
      let grade = await Self.grade(exercise, middle, attempt: Self.attempt + attempt)
      #expect(grade.passed, "\(exercise.texts(middle))")
      #expect(grade.points == exercise.maximumPoints)
    }
  }

  @Test(arguments: Bundled.exercises.map(\.id))
  func aSmallPartOfTheRangePasses(id: String) async throws {
    let region = try #require(await Regions.shared.region(of: id))
    #expect((0.03...0.25).contains(region.share), "\(region.share)")
  }
}

/// The pass region of every exercise, searched once.
private actor Regions {
  static let shared = Regions()
  private var searches: [String: Task<PassRegion, Never>] = [:]

  func region(of id: String) async -> PassRegion? {
    guard let exercise = Bundled.syllabus?.exercise(id) else { return nil }
    let search = searches[id] ?? Task { await PassSearch.region(of: exercise) }
    searches[id] = search
    return await search.value
  }

  func middle(of exercise: Exercise) async -> Settings? {
    guard let region = await region(of: exercise.id) else { return nil }
    return await PassSearch.middle(of: exercise, in: region)
  }
}

extension Exercise {
  fileprivate func texts(_ choices: Settings) -> String {
    self.choices.map { "\($0.name) \(choices[$0.name]?.text ?? "")" }.joined(separator: ", ")
  }
}
