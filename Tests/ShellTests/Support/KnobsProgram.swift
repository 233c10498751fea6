import Foundation
import Testing

/// The program as it was built, run as a shell would run it.
struct KnobsProgram: Sendable {
  struct Result: Sendable {
    let ending: Child.Ending
    let output: String
    let errors: String

    var status: Int32? { if case .status(let status) = ending { status } else { nil } }
    var errorLines: [Substring] { errors.split(separator: "\n", omittingEmptySubsequences: false) }
  }

  /// Beside the test bundle.
  static var path: String {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let arguments = CommandLine.arguments.prefix(1).map { URL(filePath: $0) }
    let places = (bundles + [Bundle.main.bundleURL.appending(path: "x")] + arguments)
      .map { $0.deletingLastPathComponent().appending(path: "knobs").path }
    return places.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "knobs"
  }

  /// A folder that is the test's own: home, state and what the program wrote.
  let folder: String
  var environment: [String: String]

  init(folder: String) {
    self.folder = folder
    environment = [
      "HOME": folder, "KNOBS_STATE": folder + "/state", "LC_ALL": "C.UTF-8",
      "PATH": "\(URL(filePath: Self.path).deletingLastPathComponent().path):/usr/bin:/bin",
      "TERM": "xterm-256color", "TZ": "UTC",
    ]
  }

  var journal: String { folder + "/state/journal.jsonl" }

  /// The journal's lines; none if there is no journal.
  var entries: [Substring] {
    ((try? String(contentsOfFile: journal, encoding: .utf8)) ?? "").split(separator: "\n")
  }

  /// The lines of attempts that were graded.
  var attempts: [Substring] { entries.filter { $0.contains(#""kind":"attempt""#) } }

  /// The same program with some variables changed; nil takes one away.
  func with(_ changes: [String: String?]) -> KnobsProgram {
    var other = self
    for (name, value) in changes { other.environment[name] = value }
    return other
  }

  func run(_ arguments: [String], output: String? = nil) async throws -> Result {
    try await run(Self.path, arguments, output: output)
  }

  /// Runs a line of shell.
  func shell(_ line: String) async throws -> Result { try await run("/bin/sh", ["-c", line]) }

  func run(_ program: String, _ arguments: [String], output: String? = nil) async throws -> Result {
    try start(program, arguments, output: output).result()
  }

  /// A program that may still be running.
  struct Running {
    let child: Child
    let output: String?
    let errors: String

    /// Waits for the end and reads what was written.
    func result() throws -> Result {
      let ending = try child.ending()
      return Result(
        ending: ending, output: try output.map(KnobsProgram.text) ?? "",
        errors: try KnobsProgram.text(errors))
    }
  }

  /// Starts the program, to run beside others.
  func start(_ arguments: [String]) throws -> Running { try start(Self.path, arguments) }

  private func start(_ program: String, _ arguments: [String], output: String? = nil) throws
    -> Running
  {
    let name = "\(folder)/run-\(UUID().uuidString)"
    let paths = (input: "/dev/null", output: output ?? name + ".out", errors: name + ".err")
    let child = try Child(program, arguments, environment: environment, paths: paths)
    return Running(
      child: child, output: output == nil ? paths.output : nil, errors: paths.errors)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}
