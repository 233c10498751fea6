import Exhibits
import Experiments
import Grading
import Screens
import Terminal
import Tuning

/// What is played and how it is shown: all that is drawn follows from this.
struct PlayScreen: Sendable {
  let subject: PlaySubject
  var screen: Screen
  var knobs: PlayKnobs
  var seed: UInt64

  /// The latest run that is there; while it is not the one that the knobs ask for, it is muted.
  var played: PlayedRun?

  /// Whether the run that is asked for has been waited for longer than a moment.
  var isLate = false
  var pinned: PlayedRun?

  /// The run that is to be pinned as soon as it is there.
  var pinning: Run?

  /// The figure that is shown where there is room for one, by its place.
  var figure = 0

  /// What is typed of a value; nil while none is.
  var entry: String?

  /// What lies over the picture.
  var overlay: PlayOverlay?

  /// What is said until the next key.
  var note: String?

  /// Whether something was done since it was opened, so that what it is need not be said any more.
  var hasBegun = false

  /// What is watched.
  var film: Film?

  /// How the exercise was graded last, and whether it is being graded.
  var graded: GradeExhibit?
  var isGrading = false

  /// Where the exercise passes, known only to one who has passed it, and whether it is being searched.
  var map: PassMap?
  var isSearching = false

  var isRecording = false
  var usesMouse: Bool
  var axes = HeldAxes()

  /// The rows that charts took beside their axes, by figure and width, so that they fit at once.
  var overheads: [String: Int] = [:]

  /// The first of the knobs that are in sight.
  var firstKnob = 0

  /// Where the mouse finds what, in the picture drawn last.
  var zones: [PlayZone] = []

  /// The knob whose track the mouse was pressed on, by its place, until the button is let go.
  var held: Int?

  init(_ subject: PlaySubject, on screen: Screen, usesMouse: Bool = true) {
    self.subject = subject
    self.screen = screen
    self.usesMouse = usesMouse
    knobs = PlayKnobs(
      subject.simulation, subject.settings, locked: subject.locked,
      choosing: subject.exercise?.choices.first?.name)
    seed = subject.seed
    pinning = subject.pinned.map { Run(subject.simulation, $0, seed: subject.seed) }
    if let name = subject.figure,
      let place = subject.simulation.figures.firstIndex(where: { $0.name == name })
    {
      figure = place
    }
  }

  var simulation: any Simulation.Type { subject.simulation }

  /// The run that the knobs ask for.
  var run: Run { Run(simulation, knobs.settings, seed: seed) }

  /// Whether what is shown is what the knobs ask for.
  var isCurrent: Bool { played?.run.key == run.key }

  /// Shows a run that was made.
  mutating func show(_ run: PlayedRun) {
    played = run
    isLate = false
  }

  /// Pins a run that was made.
  mutating func pin(_ run: PlayedRun) { (pinned, pinning) = (run, nil) }

  /// The kinds of figure that there are.
  var kinds: [FigureKind] { simulation.figures }

  /// The settings of the knobs that an exercise lets one choose, each turned.
  func choices(of exercise: Exercise) -> Settings {
    var choices = exercise.simulation.defaults
    for knob in exercise.choices { try? choices.turn(knob.name, to: knobs.value(knob)) }
    return choices
  }
}
