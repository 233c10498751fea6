/// A word that a command takes.
struct Argument: Sendable, Hashable {
  /// What a word names, for completion.
  enum Kind: Sendable, Hashable {
    case lesson

    /// A lesson, one of its sections or one of its exercises.
    case lessonPlace

    /// A lesson or one of its exercises.
    case lessonOrExercise

    /// A name for what is not there yet.
    case lessonName
    case exercise

    /// An attempt by its number in the log.
    case attempt
    case simulation
    case simulationOrExercise

    /// A term that a lesson defines.
    case term
    case command

    /// One of a few words.
    case choice([String])

    /// Words that are searched for.
    case words

    /// A path, which the shell itself completes.
    case file
  }

  let placeholder: String
  let kind: Kind
  let isRequired: Bool

  init(_ placeholder: String, _ kind: Kind, isRequired: Bool = true) {
    self.placeholder = placeholder
    self.kind = kind
    self.isRequired = isRequired
  }
}
