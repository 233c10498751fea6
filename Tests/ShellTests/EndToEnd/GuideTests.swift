import Foundation
import TestKit
import Testing

/// That the commands which the guide for authors has one type work, in their order.
@Suite(.mayHang) struct GuideTests {
  @Test func theFirstTenMinutesWork() async throws {
    let guide = try String(contentsOfFile: Fixture.course + "/README.md", encoding: .utf8)
    let start = try #require(guide.range(of: "```sh\n"))
    let end = try #require(guide.range(of: "\n```", range: start.upperBound..<guide.endIndex))
    let lines = guide[start.upperBound..<end.lowerBound].split(separator: "\n")
    #expect(lines.count == 5)
    try await Fixture.withFolder { home in
      let program = KnobsProgram(folder: home)
      let pack = home + "/pack"
      try FileManager.default.createDirectory(atPath: pack, withIntermediateDirectories: true)
      for line in lines {
        let command = line.prefix { $0 != "#" }
        let result = try await program.shell("cd '\(pack)' && \(command) </dev/null")
        #expect(result.status == 0, "\(command): \(result.errors)")
        #expect(result.errors.isEmpty && !result.output.isEmpty)
      }
    }
  }
}
