extension LineEditor {
  /// What to write to draw the line over its earlier state, the cursor in its place.
  ///
  /// A line longer than the screen is wide shows the part around the cursor.
  package func drawn(after prompt: StyledText, on screen: Screen) -> String {
    let prompt = prompt.adapted(to: screen).cut(to: screen.width / 2)
    let cells = characters.map { Self.cell($0, screen) }
    // One column stays free for the cursor at the end, and one so that the line never wraps.
    let room = screen.width - prompt.displayWidth - 2
    var start = cursor
    var before = 0
    while start > 0, before + cells[start - 1].width <= room {
      start -= 1
      before += cells[start].width
    }
    var shown = ""
    var used = 0
    for cell in cells[start...] {
      guard used + cell.width <= room else { break }
      shown += cell.text
      used += cell.width
    }
    let column = prompt.displayWidth + before
    let place = column > 0 ? "\u{1B}[\(column)C" : ""
    return "\r" + prompt.rendered(for: screen) + shown + "\u{1B}[K\r" + place
  }

  /// A character as the screen can show it.
  private static func cell(_ character: Character, _ screen: Screen) -> (text: String, width: Int) {
    guard screen.usesUnicode || character.isASCII else { return ("?", 1) }
    return (String(character), displayWidth(character))
  }
}
