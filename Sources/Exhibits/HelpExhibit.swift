/// How a command, or the whole program, is used.
package struct HelpExhibit: Exhibit {
  /// A list of what may be typed, under a name.
  package struct Table: Encodable, Sendable {
    /// What the first column lists.
    package let name: String

    /// What the other columns say; empty where that is plain.
    package let headings: [String]

    /// What is typed, then what it is.
    package let rows: [[String]]

    /// A list under a name; it is not shown where it is empty.
    package init(_ name: String, headings: [String] = [""], _ rows: [[String]]) {
      self.name = name
      self.headings = headings
      self.rows = rows
    }
  }

  /// What it is about; nil where that is said elsewhere.
  package var title: String?

  /// What that is.
  package var summary: String?

  /// Whether it is about the whole program.
  package var isOverview = false

  /// The line to be typed.
  package var usage: String?

  /// What may stand behind it.
  package var behind = ""

  /// A paragraph each.
  package var paragraphs: [String] = []

  /// What may be typed.
  package var tables: [Table] = []

  /// What to type next.
  package var next: [NextStep] = []

  private enum CodingKeys: CodingKey { case title, summary, usage, paragraphs, tables }

  /// Help that says nothing yet.
  package init() {}
}
