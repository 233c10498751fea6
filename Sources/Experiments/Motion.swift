/// A way in which a run can be watched as time passes.
package enum Motion: Sendable {
  /// Run again and again with more of this knob: every frame is a run by itself, with metrics of
  /// its own, and the beginning of the last.
  case rerun(any AnyKnob)

  /// One run, whose lines in these figures are drawn further and further: its metrics are those of
  /// its end.
  case reveal([FigureKind])
}

extension Simulation {
  /// How a run under such settings can be watched; nil where nothing passes in it.
  ///
  /// A knob that has no effect under them leads through no time.
  package static func motion(_ settings: Settings) -> Motion? {
    if let time, !idleKnobs(settings).contains(time.name) { return .rerun(time) }
    return timeFigures.isEmpty ? nil : .reveal(timeFigures)
  }
}

extension AnyKnob {
  /// The values that a run is watched at: from the low end up to one, both included, in order.
  ///
  /// They are spread on the knob's own scale, integers once, so there may be fewer than `count`.
  /// None where the knob has choices or cannot take the value; the value alone where only one is
  /// asked for.
  package func frames(upTo end: SettingValue, count: Int = 60) -> [SettingValue] {
    guard domain.contains(end), let bounds = domain.bounds, let last = end.number, count > 0
    else { return [] }
    guard count > 1 else { return [end] }
    // The end itself is kept to the last digit, however the grid rounds.
    let before = domain.grid(count, within: bounds.lowerBound...last).filter { value in
      value.number.map { $0 < last } ?? false
    }
    return before + [end]
  }
}
