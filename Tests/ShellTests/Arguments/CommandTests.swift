import Foundation
import Testing

@testable import Shell

/// The table of commands, of which everything else is made.
@Suite struct CommandTests {
  static let sources = Fixture.tests.appending(path: "../../Sources/Shell/Commands")
    .standardizedFileURL

  static func source(of command: any Command.Type) throws -> String {
    let file = sources.appending(path: "\(String(describing: command)).swift")
    return try String(contentsOf: file, encoding: .utf8)
  }

  @Test func theTableNamesEveryFile() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
      .map { $0.replacing(".swift", with: "") }
    let types = Commands.all.map { String(describing: $0) } + ["HomeCommand"]
    #expect(files.sorted() == types.sorted())
  }

  @Test func namesAreTakenOnce() {
    #expect(Set(Commands.all.map { $0.name }).count == Commands.all.count)
    for command in Commands.all {
      let options = (command.options + Option.common).map(\.name)
      #expect(Set(options).count == options.count, "\(command.name)")
      #expect(!command.summary.isEmpty && command.summary.count <= 64, "\(command.name)")
    }
  }

  @Test func optionsThatAreReadAreInTheTable() throws {
    for command in Commands.all {
      let source = try Self.source(of: command)
      let names = command.options.map(\.name)
      #expect(source.contains("wantsJSON") == names.contains("json"), "\(command.name)")
      #expect(source.contains(".seed()") == names.contains("seed"), "\(command.name)")
      #expect(source.contains("call.figures") == names.contains("show"), "\(command.name)")
      let exports = names.contains("svg") && names.contains("csv")
      #expect(source.contains("Export(call)") == exports, "\(command.name)")
      let shared: [Option] = [.json, .seed, .show, .svg, .csv]
      for option in command.options where !shared.contains(option) {
        let isRead = source.contains("(\(option.name)") || source.contains("value(\(option.name))")
        #expect(isRead, "\(command.name) --\(option.name) is never read")
      }
      let takesKnobs = ["settings(of", "choices(for", "distinctTurns()"].contains {
        source.contains("call.\($0)")
      }
      #expect(takesKnobs == (command.knobs != .none), "\(command.name)")
    }
  }

  @Test func examplesAreCommandLines() throws {
    for command in Commands.all {
      let source = try Self.source(of: command)
      let declared = source.contains("static let examples")
      #expect(command.examples.isEmpty != declared, "\(command.name) loses its examples")
      for example in command.examples {
        #expect(example.line.contains("knobs"), "\(example.line)")
        #expect(!example.gloss.isEmpty)
      }
    }
  }
}
