import Foundation
import Testing

/// Files that keep how something was, each compared with how it is now.
///
/// With `KNOBS_RECORD=1` in the environment the files are written anew instead. Such a run proves
/// nothing, so that every test that writes a file then fails and says what it wrote.
package struct Goldens: Sendable {
  /// Whether files are written anew.
  package static let isRecording = ProcessInfo.processInfo.environment["KNOBS_RECORD"] == "1"

  package let folder: URL
  private let isRecording: Bool

  /// The files in a folder beside the file with the tests.
  package init(_ name: String = "Goldens", beside file: String = #filePath) {
    self.init(
      folder: URL(filePath: file).deletingLastPathComponent().appending(path: name).standardized,
      isRecording: Self.isRecording)
  }

  package init(folder: URL, isRecording: Bool) {
    self.folder = folder
    self.isRecording = isRecording
  }

  /// The names of all files that are kept, with the folders that they are in, in order.
  package var names: [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path())) ?? []
    return names.sorted().filter { name in
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path() + "/" + name)) == nil
    }
  }

  /// What is kept under a name; nil if nothing is.
  package func text(_ name: String) -> String? {
    try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Fails unless a text is, to the last byte, what is kept under a name.
  package func compare(
    _ text: String, with name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let kept = self.text(name)
    if isRecording {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      let change =
        kept.map { Self.difference(between: $0, and: text) ?? "no change" } ?? "a new file"
      Issue.record(
        "wrote \(name): \(change). Recording proves nothing; run again without KNOBS_RECORD.",
        sourceLocation: sourceLocation)
    } else if let kept {
      guard let difference = Self.difference(between: kept, and: text) else { return }
      Issue.record(
        "\(name) is no longer as recorded: \(difference)", sourceLocation: sourceLocation)
    } else {
      Issue.record(
        "nothing is recorded as \(name); KNOBS_RECORD=1 writes it", sourceLocation: sourceLocation)
    }
  }

  /// Fails for every file that nothing is compared with.
  package func expectNothing(
    besides names: some Sequence<String>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for stray in Set(self.names).subtracting(names).sorted() {
      Issue.record("nothing is compared with \(stray)", sourceLocation: sourceLocation)
    }
  }

  /// The first line in which two texts differ; nil for the same bytes.
  static func difference(between kept: String, and now: String) -> String? {
    guard !kept.utf8.elementsEqual(now.utf8) else { return nil }
    func lines(_ text: String) -> [Substring.UTF8View] {
      text[...].utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { Substring($0).utf8 }
    }
    let (old, new) = (lines(kept), lines(now))
    let same = zip(old, new).prefix { $0.elementsEqual($1) }.count
    func line(_ lines: [Substring.UTF8View]) -> String {
      lines.indices.contains(same) ? "“\(Substring(lines[same]).prefix(400))”" : "the end"
    }
    return "line \(same + 1) was \(line(old)), is \(line(new))"
  }
}
