/// How much of somebody else's files is read: generous to a person, and an end to everything else.
package enum Limits {
  /// The largest lesson or `pack.md`, in bytes.
  package static let fileBytes = 1 << 20

  /// The most text of one pack, in bytes.
  package static let packBytes = 32 << 20

  /// The most lessons of one pack.
  package static let lessons = 1000

  /// The most packs at once.
  package static let packs = 16

  /// The most directives of one lesson, exercises among them.
  package static let directives = 200

  /// The most exercises of one lesson.
  package static let exercises = 50

  /// The most lines of `key: value` in front matter or a directive.
  package static let fields = 200

  /// The most bytes of one value, such as a task or a hint.
  package static let valueBytes = 1 << 15

  /// How deep quotes and lists may stand in each other.
  package static let nesting = 10

  /// The most columns of a table.
  package static let columns = 50

  /// The most variants of one exercise or prediction.
  package static let variants = 16

  /// The most sentences that a lesson asks to keep.
  package static let sentences = 5

  /// The most letters of a term, and of the label of a case, which stands beside everything that its
  /// run shows.
  package static let labelLetters = 64

  /// The most letters of the name of a part of a course, which stands beside each of its lessons.
  package static let partLetters = 64

  /// The most faults of one file that are listed.
  package static let faults = 1000

  /// How many times as long as a file the list of its faults may be, beside ``faultBytes``.
  package static let faultFactor = 4

  /// What may be said of the shortest file, in bytes.
  package static let faultBytes = 8 << 10

  /// The most multiply-adds that one command may spend on a lesson or an exercise: about four minutes
  /// of one core.
  package static let work = 200_000_000_000

  /// The most multiply-adds that checking the runs and exercises of one pack may take: about half an
  /// hour of one core.
  package static let checkWork = 10 * work
}
