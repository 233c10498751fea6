import Terminal

/// Text over the whole picture, with a line that says how one leaves it.
struct PlayOverlay: Sendable {
  let lines: [StyledText]

  /// The first line in sight.
  var top = 0

  init(_ lines: [StyledText]) { self.lines = lines }

  /// Goes so many lines down, or up; the last one stays in sight.
  mutating func scroll(_ count: Int, room: Int) {
    top = min(max(top + count, 0), max(0, lines.count - room))
  }
}
