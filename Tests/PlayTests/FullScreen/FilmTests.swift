import Experiments
import Terminal
import TestKit
import Testing
import ToyCourse
import Tuning

@testable import Play

/// Trainings watched: which frames there are, how long they stay, and that it ends.
@Suite struct FilmTests {
  static func film(_ count: Int, isRunning: Bool = true) -> Film {
    Film(.reveal(figures: ["f"], moments: (0..<count).map(Double.init)), isRunning: isRunning)
  }

  @Test(arguments: [0, 1, 2, 3, 49, 60]) func itPlaysToItsEndAndStopsByItself(_ count: Int) {
    var film = Self.film(count)
    var time = Duration.zero
    var places: [Int] = []
    while film.isRunning, places.count < 100 {
      places.append(film.place)
      time += film.wait
      film.advance()
    }
    #expect(places == Array(0..<max(count, 1)))
    #expect(film.isAtEnd && !film.isRunning)
    // The ends stay for a second each, what lies between takes no longer than ten.
    #expect(time <= .seconds(12) && time >= (count > 1 ? .seconds(2) : .seconds(1)))
    if count >= 49 { #expect(time > .seconds(11)) }
    let before = film.place
    film.advance()
    #expect(film.place == before)
  }

  @Test func stepsStayInsideAndSpeedsHaveEnds() {
    var film = Self.film(10, isRunning: false)
    film.advance()
    #expect(film.place == 0)
    film.step(-3)
    #expect(film.place == 0)
    film.step(4)
    #expect(film.place == 4 && film.moment == 4 && film.value == nil)
    let usual = film.wait
    film.quicken(2)
    #expect(film.wait == usual / 2 && film.rate == 1.8)
    for _ in 0..<9 { film.quicken(2) }
    #expect(film.speed == 8)
    for _ in 0..<19 { film.quicken(0.5) }
    #expect(film.speed == 0.125)
    film.step(.max / 2)
    #expect(film.isAtEnd && film.place == 9)
    film.rewind()
    #expect(film.place == 0 && !film.isRunning)
    #expect(Self.film(0).moment == nil)
  }

  @Test func framesAreValuesOfTheKnobAndTheSeedStays() throws {
    var view = Scene.view()
    _ = view.press(.character("n"), .character("a"))
    let film = try #require(view.film)
    guard case .rerun("steps", let values) = film.kind else {
      Issue.record("\(film.kind)")
      return
    }
    #expect(values.map(\.text) == (1...30).map(String.init))
    #expect(view.value("steps") == "1" && view.seed == 2)
    #expect(view.runsOfFilm.map { $0.settings["steps"] } == values.map { $0 })
    #expect(view.runsOfFilm.allSatisfy { $0.seed == 2 })
    var frames = 0
    while view.film?.isRunning == true, frames < 100 {
      view.advance()
      view.settle()
      #expect(view.film?.value == view.knobs.settings["steps"])
      frames += 1
    }
    #expect(frames == 30 && view.value("steps") == "30")
    // Again, by the same seed; turning another knob ends it, and the steps are where they were set.
    _ = view.press(.character(" "))
    #expect(view.value("steps") == "1" && view.film?.isRunning == true && view.seed == 2)
    _ = view.press(.character("."), .character("."), .character(" "), .character(","))
    #expect(view.film?.isRunning == false && view.value("steps") == "2")
    var escaped = view
    #expect(escaped.press(.escape) == .moved)
    #expect(escaped.film == nil && escaped.value("steps") == "30")
    var turned = view
    turned.knobs.choose(at: turned.knobs.all.firstIndex { $0.name == "steps" } ?? 0)
    _ = turned.press(.right)
    #expect(turned.film == nil && turned.value("steps") != "30")
    _ = view.press(.right)
    #expect(view.film == nil && view.value("steps") == "30" && view.value("rate") != "0.1")
  }

  @Test func whatAnExerciseGivesIsGivenAgainAfterwards() throws {
    var view = Scene.view(try Scene.exercise())
    #expect(view.value("steps") == "20")
    _ = view.press(.character("a"), .character("."))
    #expect(view.value("steps") == "2")
    for key in [Key.right, .character("n"), .character("="), .character("P")] {
      var other = view
      _ = other.press(key)
      if key == .character("=") { _ = other.press(.character("5"), .enter) }
      #expect(other.value("steps") == (key == .character("P") ? "2" : "20"), "\(key)")
    }
  }

  /// Also a turn that turns nothing ends what is watched, and is drawn.
  @Test func anyTurnEndsWhatIsWatched() {
    var view = Scene.view()
    _ = view.press(.home, .character("a"))
    #expect(view.film?.isRunning == true)
    #expect(view.press(.left) == .moved && view.film == nil && view.value("rate") == "0.001")
    #expect(view.press(.left) == .none)
  }

  @Test func oneRunIsRevealedWhereNoKnobIsTime() throws {
    var settings = Ride.defaults
    try settings.turn("gear", to: .choice("free"))
    var view = Scene.view(PlaySubject(Ride.self, settings))
    let run = view.run.key
    _ = view.press(.character("2"), .character("a"))
    guard case .reveal(["speeds"], let moments) = view.film?.kind else {
      Issue.record("\(String(describing: view.film?.kind))")
      return
    }
    #expect(moments == (0...40).map(Double.init))
    #expect(view.figure == 0 && view.runsOfFilm.isEmpty && view.run.key == run)
    let first = view.rows()
    for _ in 0..<20 { view.advance() }
    #expect(view.run.key == run && view.rows() != first)
    _ = view.press(.character("3"))
    #expect(view.film == nil)
  }

  @Test func whereNothingMovesByItselfThereAreThreeFrames() throws {
    var screen = Scene.screen()
    screen.usesMotion = false
    for gear in ["low", "free"] {
      let settings = try Toys.settings(Ride.self, ["gear": gear])
      var view = Scene.view(PlaySubject(Ride.self, settings), on: screen)
      var places: [Int] = []
      for _ in 0..<4 {
        _ = view.press(.character("a"))
        let film = try #require(view.film)
        #expect(film.count == Film.fewest && !film.isRunning)
        places.append(film.place)
      }
      #expect(places == [0, 1, 2, 0])
    }
  }

  @Test func whereThereIsNothingToWatchAWordSaysSo() throws {
    for simulation in [Slide.self, Toss.self] as [any Simulation.Type] {
      var view = Scene.view(simulation)
      #expect(view.press(.character("a")) == .moved)
      #expect(view.film == nil && view.note?.contains("no time passes") == true)
      #expect(view.press(.character(",")) == .moved && view.film == nil)
    }
    var view = Scene.view(PlaySubject(Ride.self, try Toys.settings(Ride.self, ["steps": "1"])))
    _ = view.press(.character("a"))
    #expect(view.film == nil && view.note?.contains("first step") == true)
  }
}
