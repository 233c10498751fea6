/// Words of a command line to be typed.
package enum ShellWord {
  /// A path as a shell takes it for one word.
  package static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+=,@".contains($0) }
    return isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
  }
}
