import Plotting

/// A piece of an XML document, well-formed whatever it says.
struct Element: Sendable, Hashable {
  let name: String
  private var attributes: [String] = []
  private var classes: [String] = []
  private var content: String
  var children: [Element]

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "",
    children: [Element] = []
  ) {
    self.name = name
    self.children = children
    content = Self.escaped(text)
    for (key, value) in attributes { set(key, value) }
  }

  mutating func set(_ key: String, _ value: String) {
    attributes.append("\(key)=\"\(Self.escaped(value))\"")
  }

  /// The element with a paint inside: the light one as an attribute, the dark one by its class.
  func filled(_ paint: Paint, opacity: Double = 1) -> Element {
    var result = self
    result.set("fill", paint.light)
    if opacity < 1 { result.set("fill-opacity", opacity.coordinate) }
    result.classes.append(paint.fillClass)
    return result
  }

  /// The element with a line of a paint around it.
  func stroked(_ paint: Paint, width: Double, dash: String = "") -> Element {
    var result = self
    result.set("stroke", paint.light)
    result.set("stroke-width", width.coordinate)
    if !dash.isEmpty { result.set("stroke-dasharray", dash) }
    result.classes.append(paint.strokeClass)
    return result
  }

  /// The element as text, its children indented below it.
  func lines(indent: String = "") -> String {
    var open = name
    for attribute in attributes { open += " " + attribute }
    if !classes.isEmpty { open += " class=\"\(classes.joined(separator: " "))\"" }
    if children.isEmpty {
      return content.isEmpty
        ? "\(indent)<\(open)/>\n" : "\(indent)<\(open)>\(content)</\(name)>\n"
    }
    let inner = children.map { $0.lines(indent: indent + "  ") }.joined()
    return "\(indent)<\(open)>\(content)\n\(inner)\(indent)</\(name)>\n"
  }

  /// The element as text, nothing between its parts.
  var text: String {
    var open = name
    for attribute in attributes { open += " " + attribute }
    if !classes.isEmpty { open += " class=\"\(classes.joined(separator: " "))\"" }
    if children.isEmpty, content.isEmpty { return "<\(open)/>" }
    return "<\(open)>\(content)\(children.map(\.text).joined())</\(name)>"
  }

  /// The text with what means something in XML spelt out, and what may not stand there replaced.
  static func escaped(_ text: String) -> String {
    Escaping.xml.text(String(String.UnicodeScalarView(text.unicodeScalars.map(visible))))
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09...0x0D, 0x2028, 0x2029: " "
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069,
      0xFFFE, 0xFFFF:
      "\u{FFFD}"
    default: scalar
    }
  }
}
