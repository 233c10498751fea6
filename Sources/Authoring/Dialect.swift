import Markdown

/// What other viewers of Markdown give a meaning to, and a lesson shows as it is written.
enum Dialect: CaseIterable, Sendable {
  case html, footnote, alert, contents, wikiLink, template, attributes, container, definition
  case strikethrough, shortcode, highlight, insertion, hidden, script, change, role, directive
  case diagram, abbreviation, table, citation

  /// What it is called in front of an author.
  var name: String {
    switch self {
    case .html: "HTML"
    case .footnote: "a footnote without its text"
    case .alert: "the kind of an alert"
    case .contents: "the mark of a table of contents"
    case .wikiLink: "a link in double brackets"
    case .template: "a template's tag"
    case .attributes: "a list of attributes"
    case .container: "the mark of a container"
    case .definition: "a definition behind a colon"
    case .strikethrough: "~ around deleted text"
    case .shortcode: "an emoji's name"
    case .highlight: "== around marked text"
    case .insertion: "++ around inserted text"
    case .hidden: "%% around a comment"
    case .script: "a letter set high or low"
    case .change: "a change between braces"
    case .role: "a role of code"
    case .directive: "a directive of other tools"
    case .diagram: "the text of a diagram"
    case .abbreviation: "the meaning of an abbreviation"
    case .table: "a line of a table without a head"
    case .citation: "the key of a citation"
    }
  }

  /// What to do instead.
  var remedy: String {
    switch self {
    case .html: "say it in Markdown"
    case .footnote: "write that on a line of its own, as [^1]: words"
    case .alert: "write [!NOTE] alone above the text, or say in words what the quote is"
    case .contents, .template, .attributes: "leave it out"
    case .wikiLink: "write [words](file.md)"
    case .container: "make a quote or a section of it"
    case .definition: "make a list of it"
    case .strikethrough: "write ~~words~~"
    case .shortcode: "write the character itself"
    case .highlight: "write *words*"
    case .insertion, .change: "write the text as it shall be"
    case .hidden: "write <!-- words -->"
    case .script: "write it as a formula between $"
    case .role, .directive: "say it in Markdown"
    case .diagram: "say in words what it shows"
    case .abbreviation: "say it where the abbreviation stands first"
    case .table: "put a line such as |---|---| below the heads of its columns"
    case .citation: "name the source in words"
    }
  }

  /// What is found in a document, of each kind the first with how often there is some, in order.
  static func all(in document: Document) -> [Found] {
    var finder = DialectFinder()
    finder.find(in: document.blocks)
    return finder.found.values.sorted { $0.place < $1.place }
  }

  /// One kind, where it stands first, and how often.
  struct Found: Sendable, Hashable {
    let dialect: Dialect
    let place: SourcePosition
    var count = 1
  }
}
