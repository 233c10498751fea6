/// What is read beyond CommonMark and tables.
package struct Extensions: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Deleted text between two tildes each: `~~so~~`.
  package static let strikethrough = Extensions(rawValue: 1)

  /// Items that are tasks, done or not: `- [x] so`.
  package static let tasks = Extensions(rawValue: 2)

  /// Quotes that say of what kind they are in a line above their text: `> [!NOTE]`.
  package static let alerts = Extensions(rawValue: 4)

  /// Notes that stand elsewhere than the text that they are on: `so[^1]`, and `[^1]: words` below.
  package static let footnotes = Extensions(rawValue: 8)

  /// All of them, as lessons are read.
  package static let all: Extensions = [.strikethrough, .tasks, .alerts, .footnotes]
}
