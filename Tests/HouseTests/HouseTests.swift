import Foundation
import Testing

/// The house as it is built, held against its plan.
@Suite struct HouseTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Each room with the rooms that `Package.swift` lets it enter.
  private static func built() throws -> [String: Set<String>] {
    let package = try text("Package.swift")
    let table = try #require(
      package.firstMatch(of: /let arrows: [^=]*= \[\n(?<rows>.*?)\n\]/.dotMatchesNewlines()))
    var arrows: [String: Set<String>] = [:]
    for row in table.output.rows.matches(of: /"(?<room>[^"]+)": \[(?<below>[^\]]*)\]/) {
      let below = row.output.below.matches(of: /"([^"]+)"/).map { String($0.output.1) }
      arrows[String(row.output.room)] = Set(below)
    }
    return arrows
  }

  /// Each room with the rooms that the plan lets it enter: `A → B, C · D, E → F`.
  private static func planned() throws -> [String: Set<String>] {
    let plan = try text(".github/ARCHITECTURE.md")
    let line = try #require(plan.firstMatch(of: /\nArrows:(?<arrows>.*?)\n\n/.dotMatchesNewlines()))
    var arrows: [String: Set<String>] = [:]
    for clause in line.output.arrows.split(separator: "·") {
      let halves = clause.split(separator: "→")
      guard halves.count == 2 else { continue }
      func names(_ text: Substring) -> Set<String> {
        Set(
          text.split(whereSeparator: { $0 == "," || $0.isWhitespace || $0 == "." || $0 == "`" })
            .map(String.init))
      }
      for room in names(halves[0]) { arrows[room, default: []].formUnion(names(halves[1])) }
    }
    return arrows
  }

  private static func below(_ room: String, _ arrows: [String: Set<String>]) -> Set<String> {
    var found = Set<String>()
    var rest = Array(arrows[room] ?? [])
    while let next = rest.popLast() {
      if found.insert(next).inserted { rest += arrows[next] ?? [] }
    }
    return found
  }

  /// The Swift files of a room.
  private static func files(of room: String) throws -> [URL] {
    let folder = root.appending(path: "Sources/\(room)")
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter {
      $0.pathExtension == "swift" && !$0.path().contains(".docc/")
    }
  }

  @Test func everyFolderIsARoom() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path())
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(try Self.built().keys))
  }

  /// No arrow leads up, by whatever way.
  @Test func noRoomLiesBelowItself() throws {
    let arrows = try Self.built()
    #expect(arrows.count >= 10)
    for room in arrows.keys { #expect(!Self.below(room, arrows).contains(room), "\(room)") }
  }

  @Test func everyArrowIsOnThePlan() throws {
    let built = try Self.built()
    let planned = try Self.planned()
    #expect(planned.count >= 10)
    for (room, rooms) in built {
      let allowed = Self.below(room, planned)
      #expect(rooms.subtracting(allowed).isEmpty, "\(room) → \(rooms.subtracting(allowed))")
    }
  }

  @Test func everyImportGoesDown() throws {
    let arrows = try Self.built()
    for room in arrows.keys {
      let allowed = Self.below(room, arrows)
      let files = try Self.files(of: room)
      #expect(!files.isEmpty, "\(room)")
      for file in files {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /^\s*(?:@\w+ )?import (\w+)/.anchorsMatchLineEndings()) {
          let name = String(match.output.1)
          guard arrows[name] != nil else { continue }
          #expect(allowed.contains(name), "\(file.lastPathComponent) imports \(name)")
        }
      }
    }
  }

  /// What is graded, searched or calibrated has the same bits everywhere, which the C mathematics
  /// library does not promise.
  @Test(
    arguments: [
      "Numerics", "Learning", "Simulations", "Experiments", "Tuning", "Grading", "Lessons",
      "Authoring",
    ])
  func nothingGradedAsksTheMathematicsLibrary(room: String) throws {
    // A call that stands behind no name of ours: at the start, behind a sign, or behind the module's.
    let call =
      /(?:^|[^\w.]|Foundation\.|Glibc\.|Darwin\.)(?:exp2?|expm1|log(?:2|10|1p)?|pow|sinh?|cosh?|tanh?|atan2?|erfc?|cbrt|hypot)\(/
    let files = try Self.files(of: room)
    #expect(files.count > 5, "\(room)")
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let code = line.drop(while: \.isWhitespace)
        guard !code.hasPrefix("//"), !code.contains("func ") else { continue }
        #expect(!code.contains(call), "\(file.lastPathComponent): \(code)")
      }
    }
  }

  /// What is run and what is graded never asks what time it is, so a slow machine gives the same
  /// result; only the journal has dates.
  @Test(
    arguments: [
      "Numerics", "Learning", "Simulations", "Experiments", "Plotting", "Tuning", "Grading",
    ])
  func nothingGradedReadsAClock(room: String) throws {
    let clock = /Clock\b|Date\(|DispatchTime|clock_gettime|gettimeofday|systemUptime/
    let files = try Self.files(of: room).filter {
      !$0.lastPathComponent.hasPrefix("Journal")
    }
    #expect(files.count > 5, "\(room)")
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains(clock), "\(file.lastPathComponent)")
    }
  }

  /// The version that the program states is the last one of the changelog.
  @Test func theVersionIsThatOfTheChangelog() throws {
    let changelog = try Self.text(".github/CHANGELOG.md")
    let newest = try #require(changelog.firstMatch(of: /\n## (\d+\.\d+\.\d+)/)).output.1
    let program = try Self.text("Sources/Shell/Program.swift")
    let stated = try #require(program.firstMatch(of: /let version = "([^"]+)"/)).output.1
    #expect(newest == stated)
  }
}
