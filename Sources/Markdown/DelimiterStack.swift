/// The delimiter runs of a text, and which of them were matched to become emphasis or deleted text.
///
/// Runs are named by the order they were pushed in. Those still in play form a linked list.
struct DelimiterStack {
  /// Every run ever pushed.
  private(set) var all: [DelimiterRun] = []

  /// Every match of two runs.
  ///
  /// Those of one closer follow each other; those of one opener form a linked list.
  private(set) var matches: [Match] = []

  /// The innermost run in play.
  private(set) var last: Int?

  /// Two runs that were matched to become emphasis.
  struct Match {
    let isStrong: Bool

    /// The next match of the same opener, found before this one and so inside it.
    let nextInside: Int?

    var width: Int { isStrong ? 2 : 1 }
  }

  /// Adds a run and gives its name.
  mutating func push(_ run: DelimiterRun) -> Int {
    let name = all.count
    all.append(run)
    guard run.canOpen || run.canClose else { return name }
    all[name].previous = last
    if let last { all[last].next = name }
    last = name
    return name
  }

  /// Matches the runs above the given one as far as they go, and takes all of them out of play.
  mutating func matchAll(above bottom: Int?) {
    // Where the search for an opener ended in vain before, for each kind of closer.
    var floors = [Int](repeating: (bottom ?? -1) + 1, count: 18)
    var closer = first(above: bottom)
    while let name = closer {
      let run = all[name]
      guard run.canClose else {
        closer = run.next
        continue
      }
      let sign = run.sign == .asterisk ? 6 : run.sign == .tilde ? 12 : 0
      let kind = sign + (run.canOpen ? 3 : 0) + run.length % 3
      if let opener = opener(for: name, from: floors[kind]) {
        match(opener, name)
        if all[name].unmatched == 0 {
          closer = all[name].next
          remove(name)
        }
      } else {
        floors[kind] = name
        closer = run.next
        if !run.canOpen { remove(name) }
      }
    }
    last = bottom
    if let bottom { all[bottom].next = nil }
  }

  private func first(above bottom: Int?) -> Int? {
    guard last != bottom else { return nil }
    if let bottom { return all[bottom].next }
    var first = last
    while let place = first, let previous = all[place].previous { first = previous }
    return first
  }

  private func opener(for closer: Int, from floor: Int) -> Int? {
    let run = all[closer]
    var candidate = run.previous
    while let name = candidate, name >= floor {
      let opener = all[name]
      // The rule of three, which keeps `*foo**bar*` from being torn apart.
      let isAmbiguous =
        (run.canOpen || opener.canClose) && run.length % 3 != 0
        && (run.length + opener.length) % 3 == 0
      if opener.sign == run.sign, opener.canOpen, !isAmbiguous { return name }
      candidate = opener.previous
    }
    return nil
  }

  /// Makes emphasis of two runs; the runs between them are out of play.
  private mutating func match(_ opener: Int, _ closer: Int) {
    let isStrong = all[opener].unmatched >= 2 && all[closer].unmatched >= 2
    let match = Match(isStrong: isStrong, nextInside: all[opener].outermostOpening)
    matches.append(match)
    all[opener].unmatched -= match.width
    all[closer].unmatched -= match.width
    all[opener].outermostOpening = matches.count - 1
    let first = all[closer].closings.first ?? matches.count - 1
    all[closer].closings = first..<matches.count

    all[opener].next = closer
    all[closer].previous = opener
    if all[opener].unmatched == 0 { remove(opener) }
  }

  private mutating func remove(_ name: Int) {
    let run = all[name]
    if let previous = run.previous { all[previous].next = run.next }
    if let next = run.next { all[next].previous = run.previous } else { last = run.previous }
  }
}
