import Terminal

extension PlayScreen {
  /// Follows the mouse: a press or a drag on a track sets its knob, the wheel turns the one below it.
  mutating func follow(_ event: MouseEvent) -> Reaction {
    guard entry == nil else { return .none }
    hasBegun = true
    // Those that were drawn last lie above those before.
    let zone = zones.last { $0.contains(row: event.row, column: event.column) }
    // A drag turns the knob whose track was pressed, wherever it leads, and no other.
    if case .drag(.left) = event.action {
      guard let held, let track = zones.last(where: { $0.isTrack(of: held) }),
        case .track(_, let first, let last) = track.target
      else { return .none }
      return set(held, column: event.column, first, last)
    }
    held = nil
    switch (event.action, zone?.target) {
    case (.press(.left), .track(let knob, let first, let last)):
      held = knob
      return set(knob, column: event.column, first, last)
    case (.press(.left), .choice(let knob, let value)):
      knobs.choose(at: knob)
      guard knobs.chosen == knob, let name = knobs.knob?.name else { return .none }
      stop(turning: name)
      return knobs.set(name, value) ? .moved : .none
    case (.press(.left), .knob(let knob)): knobs.choose(at: knob)
    case (.press(.left), .figure(let place)): choose(figure: place)
    case (.press(.left), .pinned): swap()
    case (.wheelUp, _), (.wheelDown, _):
      guard let knob = zone?.target.knob else { return .none }
      knobs.choose(at: knob)
      guard knobs.chosen == knob else { return .none }
      return turn(.stops(event.action == .wheelUp ? 1 : -1))
    default: return .none
    }
    note = nil
    return .moved
  }

  private mutating func set(_ knob: Int, column: Int, _ first: Int, _ last: Int) -> Reaction {
    let before = knobs.chosen
    knobs.choose(at: knob)
    guard knobs.chosen == knob else { return .none }
    let share = Double(column - first) / Double(max(last - first, 1))
    let turned = turn(.toShare(min(max(share, 0), 1)))
    return turned == .none && before != knob ? .moved : turned
  }
}

extension PlayZone {
  fileprivate func isTrack(of knob: Int) -> Bool {
    guard case .track(knob, _, _) = target else { return false }
    return true
  }
}

extension PlayZone.Target {
  /// The knob that is meant, by its place.
  fileprivate var knob: Int? {
    switch self {
    case .knob(let knob), .track(let knob, _, _), .choice(let knob, _): knob
    case .figure, .pinned: nil
    }
  }
}
