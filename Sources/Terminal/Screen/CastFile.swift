import Foundation

/// What was written to a terminal and when, as lines of a file in asciicast v2.
///
/// It gives lines, each with its end, and whoever records appends them: the header first, then one
/// for every write. Keys that were pressed are not kept. Source: asciinema, "asciicast file format
/// (version 2)".
package struct CastFile: Sendable {
  /// The first line: how large the terminal is, when it began, and what terminal it is.
  package let header: String

  /// The time of the event before, in microseconds: times never fall, whatever the clock does.
  private var latest = 0

  private static let longest = 1e9

  /// - Parameters:
  ///   - time: when it begins, in whole seconds since 1970.
  ///   - terminal: what `TERM` is.
  package init(width: Int, height: Int, startedAt time: Int, terminal: String) {
    header =
      #"{"version":2,"width":\#(Self.size(width)),"height":\#(Self.size(height)),"#
      + #""timestamp":\#(time),"env":{"TERM":\#(Self.quoted(terminal))}}"# + "\n"
  }

  /// What was written, in one piece.
  package mutating func output(_ text: String, at seconds: Double) -> String {
    event("o", text, at: seconds)
  }

  /// The terminal has another size from now on.
  package mutating func resize(width: Int, height: Int, at seconds: Double) -> String {
    event("r", "\(Self.size(width))x\(Self.size(height))", at: seconds)
  }

  /// A place to find again, with its name.
  package mutating func mark(_ label: String, at seconds: Double) -> String {
    event("m", label, at: seconds)
  }

  private mutating func event(_ code: String, _ text: String, at seconds: Double) -> String {
    if seconds > 0 { latest = max(latest, Int(min(seconds, Self.longest) * 1e6)) }
    let fraction = String(latest % 1_000_000 + 1_000_000).dropFirst()
    return #"[\#(latest / 1_000_000).\#(fraction),"\#(code)",\#(Self.quoted(text))]"# + "\n"
  }

  private static func size(_ count: Int) -> Int { min(max(count, 1), 100_000) }

  /// A text as JSON has it, in one line.
  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // Every text is one that JSON can hold.
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? #""""#
  }
}
