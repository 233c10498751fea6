/// A mistake in a lesson file, with its place and its remedy.
package struct LessonFault: Error, Sendable, Hashable {
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

  /// The fault as compilers print theirs: `file:line:column: message`.
  package var text: String { "\(file):\(line):\(column): \(message)" }
}

/// Everything found wrong with one file while it is read.
struct Faults {
  let file: String
  private(set) var list: [LessonFault] = []

  init(file: String) { self.file = file }

  mutating func add(_ line: Int, _ column: Int = 1, _ message: String) {
    list.append(LessonFault(file: file, line: line, column: column, message: message))
  }

  mutating func add(_ place: Field, _ message: String) {
    add(place.line, place.column, message)
  }
}
