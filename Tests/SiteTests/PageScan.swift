/// What stands in a piece of a page, read as strictly as a page is written here: everything that is none
/// of the renderer's own, or stands where it may not, is a fault.
///
/// It shares nothing with the renderer, and reads addresses as browsers do.
struct PageScan {
  private(set) var faults: [String] = []

  /// All texts, those that stand for pictures too, in order.
  private(set) var text = String.UnicodeScalarView()

  /// The elements in the order in which they begin.
  private(set) var elements: [String] = []

  private let page: [Unicode.Scalar]
  private var position = 0
  private var open: [String] = []

  init(_ page: String) {
    self.page = Array(page.unicodeScalars)
    while position < self.page.count, faults.isEmpty {
      if take("</") { end() } else if take("<") { begin() } else { text.append(character("\"<>")) }
    }
    if let last = open.last { faults.append("\(last) has no end") }
  }

  private static let void: Set = ["br", "hr", "img", "input"]
  private static let inline: Set = [
    "a", "em", "strong", "code", "img", "br", "del", "sup", "input",
  ]
  private static let attributes: [String: Set<String>] = [
    "a": ["href", "title"], "sup": [], "img": ["src", "alt", "title"],
    "code": ["class", "translate"],
    "ol": ["start"], "th": ["scope", "class"], "td": ["class"], "h1": ["id"], "h2": ["id"],
    "h3": ["id"], "h4": ["id"], "h5": ["id"], "h6": ["id"], "p": ["class"],
    "div": ["class", "role", "id", "tabindex", "aria-label"], "em": [], "strong": [],
    "del": [],
    "pre": ["tabindex"],
    "ul": [], "li": ["class"], "input": ["type", "disabled", "checked", "aria-label"],
    "blockquote": [], "table": [], "thead": [], "tbody": [], "tr": [], "br": [],
    "hr": [],
  ]
  private static let parents: [String: Set<String>] = [
    "li": ["ul", "ol"], "thead": ["table"], "tbody": ["table"], "tr": ["thead", "tbody"],
    "th": ["tr"], "td": ["tr"],
  ]

  private mutating func take(_ expected: String) -> Bool {
    let end = position + expected.unicodeScalars.count
    guard end <= page.count, page[position..<end].elementsEqual(expected.unicodeScalars) else {
      return false
    }
    position = end
    return true
  }

  /// Takes a character, spelt out or not.
  private mutating func character(_ strangers: String) -> Unicode.Scalar {
    for (name, scalar) in [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\"")]
      as [(String, Unicode.Scalar)] where take("&\(name);")
    {
      return scalar
    }
    let scalar = page[position]
    let isMark =
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    let isControl =
      scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    if scalar == "&" || strangers.unicodeScalars.contains(scalar) || isMark || isControl {
      faults.append("\(scalar.escaped(asASCII: true)) at \(position)")
    }
    position += 1
    return scalar
  }

  private mutating func name() -> String {
    let start = position
    while position < page.count,
      ("a"..."z").contains(page[position]) || page[position] == "-"
        || ("0"..."9").contains(page[position])
    {
      position += 1
    }
    return String(String.UnicodeScalarView(page[start..<position]))
  }

  private mutating func end() {
    let name = name()
    if open.popLast() != name || !take(">") { faults.append("</\(name) at \(position)") }
  }

  private mutating func begin() {
    let name = name()
    guard let allowed = Self.attributes[name] else { return faults.append("<\(name)") }
    var seen = Set<String>()
    while take(" ") {
      let attribute = self.name()
      guard allowed.contains(attribute), seen.insert(attribute).inserted else {
        return faults.append("\(attribute) of \(name)")
      }
      var value = ""
      if take("=\"") {
        while position < page.count, page[position] != "\"" {
          value.unicodeScalars.append(character("<>"))
        }
        if !take("\"") { faults.append("\(attribute) of \(name) has no end") }
      }
      check(attribute, value)
    }
    if !take(">") { faults.append("<\(name) has no end") }
    checkPlace(of: name)
    elements.append(name)
    if !Self.void.contains(name) { open.append(name) }
  }

  private mutating func checkPlace(of name: String) {
    let parent = open.last ?? ""
    let isRight =
      Self.parents[name].map { $0.contains(parent) }
      ?? (Self.inline.contains(name)
        ? !["", "ul", "ol", "table", "thead", "tbody", "tr", "blockquote"].contains(parent)
        : ["", "li", "blockquote", "div"].contains(parent))
    if !isRight || (name == "a" && open.contains("a")) { faults.append("<\(name) in <\(parent)") }
  }

  private mutating func check(_ attribute: String, _ value: String) {
    switch attribute {
    case "href", "src":
      let isRight =
        Self.scheme(value).map { attribute == "href" && ["http", "https", "mailto"].contains($0) }
        ?? !(value.hasPrefix("/") || value.hasPrefix("\\") || value.isEmpty)
      if !isRight || value.contains(where: { $0.isWhitespace || !$0.isASCII }) {
        faults.append("\(attribute) \(value)")
      }
    case "alt": text.append(contentsOf: value.unicodeScalars)
    case "id":
      if value.isEmpty || value.contains(where: \.isWhitespace) { faults.append("id \(value)") }
    case "class":
      let classes = [
        "task", "wide", "alert-title", "footnote", "align-left", "align-center", "align-right",
      ]
      let alerts = ["note", "tip", "important", "warning", "caution"].map { "alert alert-" + $0 }
      if !(classes + alerts).contains(value),
        !value.hasPrefix("language-")
          || value.unicodeScalars.contains(where: \.properties.isWhitespace)
      {
        faults.append("class \(value)")
      }
    case "aria-label":
      if !["done", "to do", "table"].contains(value) {
        faults.append("label \(value)")
      }
    case "role": if !["note", "group"].contains(value) { faults.append("role \(value)") }
    case "type": if value != "checkbox" { faults.append("type \(value)") }
    case "scope": if value != "col" { faults.append("scope \(value)") }
    case "translate": if value != "no" { faults.append("translate \(value)") }
    case "tabindex": if value != "0" { faults.append("tabindex \(value)") }
    case "start": if Int(value) == nil { faults.append("start \(value)") }
    default: break
    }
  }

  /// The scheme of an address as a browser reads it (URL Standard, 4.4); nil if it has none.
  static func scheme(_ address: String) -> String? {
    let scalars = address.unicodeScalars.drop { $0.value <= 0x20 }
      .filter { !"\t\n\r".unicodeScalars.contains($0) }
    guard let first = scalars.first, first.isASCII, first.properties.isAlphabetic else {
      return nil
    }
    let scheme = scalars.prefix {
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789+-.".unicodeScalars.contains($0))
    }
    return scheme.count < scalars.count && scalars[scheme.endIndex] == ":"
      ? String(String.UnicodeScalarView(scheme)).lowercased() : nil
  }
}
