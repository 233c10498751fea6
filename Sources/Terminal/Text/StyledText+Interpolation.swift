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
