/// One line of text in one or more styles; a block of text is an array of these.
///
/// Whatever goes in, no control character comes out: every string is made printable on its way in
/// (see ``printable(_:)``), so text from a file or an argument cannot steer the terminal.
package struct StyledText: Sendable, Hashable {
  /// A run of characters that share a style.
  package struct Span: Sendable, Hashable {
    package fileprivate(set) var text: String
    package let style: Style
  }

  /// The runs in order; neighbours differ in style and none is empty.
  package private(set) var spans: [Span] = []

  package init() {}

  /// The text, made printable, in one style.
  package init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  /// The characters alone.
  package var text: String {
    spans.count == 1 ? spans[0].text : spans.reduce(into: "") { $0 += $1.text }
  }

  /// Whether there are no characters at all; a space is one.
  package var isEmpty: Bool { spans.isEmpty }

  /// Adds text, made printable, at the end.
  package mutating func append(_ text: String, _ style: Style = .plain) {
    append(printable: Terminal.printable(text), style)
  }

  /// Adds text that is printable already, in place: a line of many pieces is not copied for each.
  mutating func append(printable text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    if spans.last?.style == style {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  /// Adds another line's characters with the styles they have.
  package mutating func append(_ other: StyledText) {
    for span in other.spans { append(printable: span.text, span.style) }
  }

  /// Cuts the last run behind one of its code points; nil takes it off.
  mutating func cutLastSpan(behind place: String.Index?) {
    guard var last = spans.popLast(), let place else { return }
    last.text = String(last.text.unicodeScalars[...place])
    spans.append(last)
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    guard !left.isEmpty else { return right }
    guard !right.isEmpty else { return left }
    var sum = StyledText()
    sum.spans.reserveCapacity(left.spans.count + right.spans.count)
    sum.spans += left.spans
    sum.append(right)
    return sum
  }
}

extension StyledText: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

extension StyledText: ExpressibleByStringInterpolation {
  /// Puts values into a text: `"the edge is \(edge, .bold), see \(command)"`.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = StyledText()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { text.append(literal) }

    /// A text with the styles it has.
    package mutating func appendInterpolation(_ other: StyledText) { text.append(other) }

    /// A value as it describes itself, in a style.
    package mutating func appendInterpolation(
      _ value: some CustomStringConvertible, _ style: Style = .plain
    ) {
      text.append(value.description, style)
    }
  }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.text }
}
