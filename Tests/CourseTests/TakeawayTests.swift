import Authoring
import Experiments
import Files
import Foundation
import Lessons
import Simulations
import Testing

/// What every lesson of the course gives to take along.
@Suite struct TakeawayTests {
  private static let lessons: [Lesson] =
    (try? Syllabus.read(folder: Bundled.folder, catalog: .all).lessons) ?? []

  @Test func everyLessonEndsWithThreeSentencesAndItsLibraries() {
    #expect(Self.lessons.count >= 27)
    for lesson in Self.lessons {
      #expect(lesson.recap.count == 3, "\(lesson.name)")
      #expect(lesson.recap.allSatisfy { $0.count <= 160 && $0.hasSuffix(".") }, "\(lesson.name)")
      let libraries = lesson.libraryNotes.flatMap(\.calls).map(\.library)
      for library in ["PyTorch", "Keras", "scikit-learn"] {
        #expect(libraries.contains { $0.hasPrefix(library + " ") }, "\(lesson.name) \(library)")
      }
      #expect(lesson.libraryNotes.allSatisfy { $0.first != nil && $0.trap != nil })
    }
  }

  @Test func wordsAreDefinedOnceAndBeforeTheyAreUsed() async throws {
    let rules = Rules.all.filter { $0.name == "words" }
    #expect(rules.count == 1)
    let report = try await PackCheck.run(
      folder: Bundled.folder, only: nil, catalog: .all, rules: rules, cache: .none)
    let found = report.findings.filter { $0.rule == "words" }.map(\.fault.text)
    #expect(found == [])
    #expect(Self.lessons.flatMap(\.definitions).count >= 60)
  }

  /// Enough is asked again with other values: 25 exercises, and every prediction that a theory answers.
  @Test func enoughVaries() {
    let exercises = Self.lessons.flatMap(\.exercises)
    #expect(exercises.count { !$0.variants.isEmpty } >= 25)
    for prediction in Self.lessons.flatMap(\.predictions) where prediction.variants.isEmpty {
      let isTheory = prediction.simulation.metrics.contains {
        $0.theory?.metric == prediction.metric.name
      }
      #expect(prediction.metric.theory == nil && !isTheory, "\(prediction.name)")
    }
  }
}
