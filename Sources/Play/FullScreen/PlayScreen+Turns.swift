import Experiments
import Tuning

extension PlayScreen {
  /// Turns the chosen knob, which ends what is watched.
  mutating func turn(_ turn: PlayKnobs.Turn) -> Reaction {
    let wasWatched = film != nil
    stop(turning: knobs.knob?.name)
    return knobs.turn(turn) || wasWatched ? .moved : .none
  }

  /// Ends what is watched; the knob of time goes back to where it was set, unless it is the one that is
  /// turned now, which goes on from where it was shown.
  mutating func stop(turning name: String? = nil) {
    defer { film = nil }
    guard case .rerun(let knob, let values) = film?.kind, let end = values.last,
      knob != name || knobs.locked.contains(knob)
    else { return }
    knobs.set(knob, end)
  }

  mutating func choose(figure place: Int) {
    guard kinds.indices.contains(place) else { return }
    figure = place
    // What is revealed is one figure's; another has moments of its own.
    if case .reveal(let figures, _) = film?.kind, !figures.contains(kinds[place].name) {
      film = nil
    }
  }

  mutating func pinNow() {
    if isCurrent, let played { pin(played) } else { pinning = run }
  }

  /// The pinned run where the knobs stand, and what they showed in its place.
  mutating func swap() {
    guard let other = pinned else {
      note = "nothing is pinned; p pins this run"
      return
    }
    stop()
    let now = isCurrent ? played : nil
    // What has not come yet takes its place when it does.
    pinning = now == nil ? run : nil
    knobs.take(other.run.settings)
    seed = other.run.seed
    played = other
    pinned = now ?? pinned
  }

  mutating func seed(by step: Int) {
    guard simulation.usesChance else {
      note = "there is no chance in \(simulation.name)"
      return
    }
    stop()
    let next = Int(exactly: seed).map { $0 + step } ?? 0
    guard let typed = UInt64(exactly: next), Seed.typed.contains(typed) else {
      note = "seeds go from \(Seed.typed.lowerBound) to \(Seed.typed.upperBound)"
      return
    }
    seed = typed
  }
}

extension PlayKnobs.Turn {
  static func coarse(_ times: Int) -> Self { .stops(times * KnobStops.coarse) }
}
