import Experiments
import Plotting
import Tuning

extension PlayScreen {
  /// Begins to watch the training, stops it, or goes on; where nothing moves by itself, goes on by a
  /// frame.
  mutating func watch() {
    guard var film else {
      self.film = newFilm()
      return settleFilm()
    }
    if film.isAtEnd, !film.isRunning {
      film.rewind()
      film.isRunning = screen.usesMotion
    } else if screen.usesMotion {
      film.isRunning.toggle()
    } else {
      film.step(1)
    }
    self.film = film
    settleFilm()
  }

  /// Goes so many frames on, or back, and stays there.
  mutating func step(_ frames: Int) {
    guard film != nil else {
      note = "a plays the training"
      return
    }
    film?.isRunning = false
    film?.step(frames)
    settleFilm()
  }

  /// Shows the next frame.
  mutating func advance() {
    film?.advance()
    settleFilm()
  }

  /// Turns the knob of time to where the film is.
  private mutating func settleFilm() {
    guard case .rerun(let knob, _) = film?.kind, let value = film?.value else { return }
    knobs.set(knob, value)
  }

  /// The runs of all frames; none of what is revealed.
  var runsOfFilm: [Run] {
    guard case .rerun(let knob, let values) = film?.kind else { return [] }
    return values.compactMap { value in
      var settings = knobs.settings
      guard (try? settings.turn(knob, to: value)) != nil else { return nil }
      return Run(simulation, settings, seed: seed)
    }
  }

  /// What there is to watch at these settings; nil, and a word about it, where there is nothing.
  private mutating func newFilm() -> Film? {
    let count = screen.usesMotion ? Film.most : Film.fewest
    let kind: Film.Kind
    switch simulation.motion(knobs.settings) {
    case .rerun(let knob):
      kind = .rerun(
        knob: knob.name, values: knob.frames(upTo: knobs.value(knob), count: count))
    case .reveal(let kinds):
      guard isCurrent, let played else {
        note = "the run is not there yet"
        return nil
      }
      let names = kinds.map(\.name)
      let shown = self.kinds.indices.contains(figure) ? self.kinds[figure].name : ""
      guard let name = names.contains(shown) ? shown : names.first,
        let drawn = played.outcome.figures.first(where: { $0.name == name })
      else { return nil }
      if let place = self.kinds.firstIndex(where: { $0.name == name }) { choose(figure: place) }
      kind = .reveal(figures: names, moments: drawn.moments(count: count))
    case nil:
      note = "no time passes in \(simulation.name): turn a knob, and each picture is a whole run"
      return nil
    }
    let film = Film(kind, isRunning: screen.usesMotion)
    guard film.count > 1 else {
      note = "this run is over at its first step"
      return nil
    }
    return film
  }
}
