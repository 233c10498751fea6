/// How many columns a text takes once it is printable.
func columnWidth(_ text: String) -> Int { displayWidth(printable(text)) }

/// The text shortened to at most so many columns, with a sign that something is missing.
func shortened(_ text: String, to width: Int, usesUnicode: Bool) -> String {
  let text = printable(text)
  guard columnWidth(text) > width else { return text }
  guard width > 0 else { return "" }
  var result = ""
  var used = 1
  for character in text {
    used += columnWidth(String(character))
    guard used <= width else { break }
    result.append(character)
  }
  return result + (usesUnicode ? "…" : "~")
}

extension StyledText {
  /// The line without spaces at its end.
  var withoutTrailingSpaces: StyledText {
    let kept = spans.lastIndex { span in span.text.contains { $0 != " " } }
    guard let kept else { return StyledText() }
    var result = StyledText()
    for (index, span) in spans[...kept].enumerated() {
      let end = span.text.lastIndex { $0 != " " }
      let text = index < kept ? span.text[...] : end.map { span.text[...$0] } ?? ""
      result.append(String(text), span.style)
    }
    return result
  }
}
