import Experiments
import Lessons
import Screens
import Simulations
import Terminal
import TestKit
import Testing
import Tuning

@testable import Play

/// That every simulation and every exercise of the course can be played.
@Suite struct PlayCourseTests {
  private static func screen(_ width: Int, _ height: Int) -> Screen {
    Screen(width: width, height: height, usesColour: true, isTerminal: true, movesCursor: true)
  }

  /// The lines of a picture, which must fill its screen.
  private static func lines(_ view: inout PlayScreen) -> [StyledText] {
    if !view.isCurrent { view.show(PlayedRun(run: view.run, outcome: view.run.outcome())) }
    let (lines, _) = view.draw()
    let (width, height) = (view.screen.width, view.screen.height)
    #expect(lines.count == height)
    #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(view.simulation.name)")
    for zone in view.zones {
      #expect(zone.rows.upperBound <= height && zone.columns.upperBound <= width, "\(zone)")
    }
    #expect(lines.last?.text.contains("q quit") == true)
    return lines
  }

  @Test(arguments: Catalog.all.names) func everySimulationFillsItsScreens(_ name: String) throws {
    let simulation = try #require(Catalog.all[name])
    var view = PlayScreen(PlaySubject(simulation, simulation.defaults), on: Self.screen(40, 12))
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
      view.screen = Self.screen(width, height)
      _ = Self.lines(&view)
    }
    #expect(view.played?.run.key == view.run.key)
  }

  /// Neither at the defaults nor at the ends of what is chosen does a picture say whether it passes.
  @Test func noExerciseGivesItsAnswerAway() throws {
    let syllabus = try Syllabus.read(folder: Fixture.course, catalog: Catalog.all)
    let exercises = syllabus.exercises
    #expect(exercises.count > 30)
    for exercise in exercises {
      var view = PlayScreen(
        PlaySubject(exercise, exercise.simulation.defaults), on: Self.screen(80, 24))
      let name = view.knobs.knob?.name ?? ""
      #expect(exercise.choices.contains { $0.name == name }, "\(exercise.id)")
      for key in [Key.home, .end, .character("0")] {
        _ = view.handle(key)
        let lines = Self.lines(&view)
        let inks = Set(lines.flatMap { $0.spans.map(\.style.ink) })
        #expect(inks.isDisjoint(with: [.good, .bad]), "\(exercise.id)")
        #expect(!lines.contains { $0.text.contains { "═✓✗".contains($0) } }, "\(exercise.id)")
      }
    }
  }

  /// No knob has fewer stops than its range has room for, nor so many that its end is far.
  @Test func everyKnobHasStopsEnough() {
    for simulation in Catalog.all.simulations {
      for knob in simulation.knobs {
        let name = "\(simulation.name) \(knob.name)"
        let stops = KnobStops(knob)
        #expect(stops.values.contains(knob.defaultValue), "\(name)")
        guard let bounds = knob.domain.bounds else { continue }
        let numbers = stops.values.compactMap(\.number)
        #expect(numbers.first == bounds.lowerBound && numbers.last == bounds.upperBound, "\(name)")
        var room = 20
        if case .integer(let range, _) = knob.domain { room = min(room, range.count / 2) }
        #expect(room...70 ~= numbers.count, "\(name): \(numbers)")
        // What is shown beside a track is short enough to be.
        for value in stops.values { #expect(value.text.count <= 7, "\(name): \(value.text)") }
      }
    }
  }
}
