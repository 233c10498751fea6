import Experiments
import Foundation
import Lessons
import Markdown
import Simulations
import TestKit
import Testing

@testable import Authoring

/// A pack that is there for one test.
struct Pack: ~Copyable {
  /// The rules of form and reading, which take no time.
  static let rules: [any Rule.Type] = [
    FrontMatterForm.self, FrontMatterLength.self, HeadingOrder.self, HintsPresent.self, Links.self,
    MinutesStated.self, NumbersPromised.self, PartsInOrder.self, Prerequisites.self,
    ShownAsWritten.self, SomethingToDo.self, UniqueNames.self, WordsInOrder.self,
  ]

  /// A lesson of a few lines.
  static func lesson(_ body: String) -> String {
    "---\ntitle: One\nsummary: A lesson.\nminutes: 4\n---\n\n# One\n\n\(body)\n"
  }

  /// A lesson without faults, in which cases replace a piece.
  static let sound = """
    ---
    title: One
    summary: A lesson.
    minutes: 4
    ---

    # One

    Some words.

    ```simulate step-size
    set: steps = 40
    show: path
    ```

    ## Your turn

    ```exercise first
    simulation: step-size
    task: Choose a rate.
    choose: learning-rate
    pass: relative-loss <= 1e-3
    hint: Try one.
    ```

    """

  private let scratch: ScratchFolder
  var folder: String { scratch.path }

  init(_ files: [String: Data] = [:]) throws { scratch = try ScratchFolder(files) }

  init(_ files: [String: String]) throws {
    try self.init(files.mapValues { Data($0.utf8) })
  }

  func report(only file: String? = nil, rules: [any Rule.Type] = Self.rules) async throws
    -> PackReport
  {
    try await PackCheck.run(
      folder: folder, only: file, catalog: .all, rules: rules, cache: .none)
  }

  /// What a check finds, with paths as they are inside the pack.
  func found(only file: String? = nil, rules: [any Rule.Type] = Self.rules) async throws -> [String]
  {
    try await report(only: file, rules: rules).findings.map { finding in
      finding.fault.line(inside: folder)
    }
  }
}

extension LessonFault {
  /// `file:line:column: message`, with advice marked.
  func line(inside folder: String) -> String {
    let mark = severity == .advice ? "advice: " : ""
    return "\(file):\(line):\(column): \(mark)\(message)".replacing(folder + "/", with: "")
  }
}

/// What a rule says of one lesson that stands alone in its pack.
func found(
  _ rule: any Rule.Type, _ text: String, _ others: [String: String] = [:]
) async throws -> [String] {
  var files = others
  files["01-one.md"] = text
  return try await Pack(files).report(only: "01-one.md", rules: [rule]).findings
    .filter { $0.rule == rule.name }
    .map { finding in
      let fault = finding.fault
      let mark = fault.severity == .advice ? "advice: " : ""
      return "\(fault.line):\(fault.column): \(mark)\(fault.message)"
    }
}
