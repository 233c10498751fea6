import Foundation
import Testing

@testable import Shell

/// The table of commands, of which everything else is made.
@Suite struct CommandTests {
  @Test func theTableNamesEveryFile() throws {
    let folder = Fixture.tests.appending(path: "../../Sources/Shell/Commands").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { $0.replacing(".swift", with: "") }
    #expect(files.sorted() == Commands.all.map { String(describing: $0) }.sorted())
  }

  @Test func namesAreTakenOnce() {
    #expect(Set(Commands.all.map { $0.name }).count == Commands.all.count)
    #expect(Commands.home == HomeCommand.self && Commands.named("") == nil)
    for command in Commands.all {
      let options = command.options.map(\.name)
      #expect(Set(options).count == options.count, "\(command.name)")
      #expect(!command.summary.isEmpty && command.summary.count <= 64, "\(command.name)")
    }
  }

  /// Examples name commands that there are, with options and words that they take.
  @Test func examplesAreCommandLines() throws {
    for example in Commands.all.flatMap({ $0.examples }) {
      #expect(!example.gloss.isEmpty)
      let start = try #require(example.line.firstRange(of: "knobs "))
      let line = example.line[start.upperBound...].prefix { !"|)>".contains($0) }
        .split(separator: " ").map(String.init)
      let (command, words) = try #require(Commands.beginning(line), "\(example.line)")
      let split = try command.split(line.dropFirst(words))
      let isOpen = command.takesMoreWords
      #expect(isOpen || split.words.count <= command.arguments.count, "\(example.line)")
      try command.accepts(Array(line.dropFirst(words)))
    }
  }
}
