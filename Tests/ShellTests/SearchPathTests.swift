import Foundation
import TestKit
import Testing

@testable import Shell

/// A learner who has just built the program can type what it says to type.
@Suite struct SearchPathTests {
  /// A clone with a built program, and a link to it as the toolchain makes one.
  private static func withClone(_ body: (String) throws -> Void) throws {
    let folder = try ScratchFolder()
    let real = folder.path + "/.build/machine/release"
    try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/.build/release", withDestinationPath: "machine/release")
    let program = real + "/knobs"
    #expect(
      FileManager.default.createFile(
        atPath: program, contents: Data(), attributes: [.posixPermissions: 0o755]))
    try body(folder.path)
  }

  private static func step(_ clone: String, from folder: String? = nil, path: String?) -> String? {
    SearchPath.step(
      to: clone + "/.build/machine/release/knobs", from: folder ?? clone, path: path)?.line
  }

  @Test func inTheCloneTheLineIsThatOfTheReadme() throws {
    try Self.withClone { clone in
      let line = try #require(Self.step(clone, path: "/usr/bin:/bin"))
      #expect(line == #"export PATH="$PWD/.build/release:$PATH""#)
      let readme = try String(
        contentsOf: Fixture.tests.appending(path: "../../README.md"), encoding: .utf8)
      #expect(readme.contains("\n\(line)\n"))
    }
  }

  @Test func elsewhereTheFolderIsNamed() throws {
    try Self.withClone { clone in
      let line = try #require(Self.step(clone, from: "/", path: "/usr/bin"))
      #expect(line == "export PATH=\(clone)/.build/machine/release:\"$PATH\"")
    }
    let spaced = SearchPath.step(to: "/a b/it's/knobs", from: "/", path: "/usr/bin")
    #expect(spaced?.line == #"export PATH='/a b/it'\''s':"$PATH""#)
  }

  @Test func whoCanTypeItIsToldNothing() throws {
    try Self.withClone { clone in
      #expect(Self.step(clone, path: "/usr/bin:\(clone)/.build/release") == nil)
      #expect(Self.step(clone, path: "") == nil && Self.step(clone, path: nil) == nil)
    }
    #expect(SearchPath.step(to: nil, from: "/", path: "/usr/bin") == nil)
    #expect(SearchPath.step(to: "/a:b/knobs", from: "/", path: "/usr/bin") == nil)
    #expect(SearchPath.step(to: "knobs", from: "/", path: "/usr/bin") == nil)
  }

  /// A shell that takes the line finds the program.
  @Test func theLineWorks() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder).with(["PATH": "/usr/bin:/bin"])
      let home = try await knobs.run([])
      let said = try #require(home.output.firstMatch(of: /export PATH=\S+/)?.output)
      let found = try await knobs.shell("\(said); knobs --version")
      #expect(found.status == 0 && found.output.hasPrefix("knobs "))
    }
  }
}
