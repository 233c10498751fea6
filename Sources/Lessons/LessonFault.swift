import Experiments

/// A mistake in a lesson file, with its place and its remedy.
package struct LessonFault: Error, Sendable, Hashable {
  /// Whether something has to be mended.
  package enum Severity: String, Sendable, Hashable, Encodable {
    /// Wrong: the lesson must not be published so.
    case fault

    /// Worth a second look, and perhaps right.
    case advice
  }

  /// The file's path as it was given.
  package let file: String

  /// The line, from 1.
  package let line: Int

  /// The column, in characters from 1.
  package let column: Int

  /// What is wrong and what to do about it.
  ///
  /// Such as `no knob "learningrate"; did you mean learning-rate?`.
  package let message: String
  package let severity: Severity

  /// How many faults it stands for: 1, but at the end of a list that was cut.
  package let count: Int

  package init(
    file: String, line: Int, column: Int, message: String, severity: Severity = .fault,
    count: Int = 1
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = Quoted.message(message)
    self.severity = severity
    self.count = count
  }

  /// The fault as compilers print theirs: `file:line:column: message`.
  package var text: String { "\(file):\(line):\(column): \(message)" }
}

/// Everything found wrong with one file while it is read.
struct Faults {
  let file: String
  private(set) var list: [LessonFault] = []

  init(file: String) { self.file = file }

  mutating func add(_ line: Int, _ column: Int = 1, _ message: String, count: Int = 1) {
    list.append(
      LessonFault(file: file, line: line, column: column, message: message, count: count))
  }

  mutating func add(_ place: Field, _ message: String) {
    add(place.line, place.column, message)
  }
}
