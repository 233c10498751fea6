import Exhibits

/// Paths as people write them, where no shell has read them.
enum HomePath {
  /// The home folder; nil where there is none, or none that is the same wherever one is.
  static func home(_ environment: [String: String]) -> String? {
    environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// A path in which a `~` at the beginning stands for the home folder, as it does in a shell.
  ///
  /// A shell leaves it as it is in quotation marks and behind `=`. What begins with the name of another
  /// user, as in `~name/x`, stays as it is, and so does all where there is no home folder.
  static func expanded(_ path: String, _ environment: [String: String]) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = home(environment) else { return path }
    return home + path.dropFirst()
  }

  /// The path that a variable gives for a folder of the program's own; nil if it is not set.
  ///
  /// - Throws: a refusal of a path that would be made in whatever folder one is.
  static func folder(named variable: String, _ environment: [String: String]) throws(Refusal)
    -> String?
  {
    guard let typed = environment[variable], !typed.isEmpty else { return nil }
    let path = expanded(typed, environment)
    guard !path.hasPrefix("~") else {
      throw Refusal(
        "the home folder that \(variable) begins with is not known; write the path in full")
    }
    return path
  }
}
