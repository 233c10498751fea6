import Exhibits
import Foundation
import Testing

@testable import Shell

/// Where lessons and state are looked for.
@Suite struct PlaceTests {
  @Test(arguments: [
    (["KNOBS_STATE": "/a", "XDG_STATE_HOME": "/b", "HOME": "/c"], "/a"),
    (["KNOBS_STATE": "relative", "HOME": "/c"], "relative"),
    (["KNOBS_STATE": "", "XDG_STATE_HOME": "/b", "HOME": "/c"], "/b/knobs"),
    (["XDG_STATE_HOME": "/b"], "/b/knobs"),
    (["XDG_STATE_HOME": "relative", "HOME": "/c"], "/c/.local/state/knobs"),
    (["XDG_STATE_HOME": "", "HOME": "/c"], "/c/.local/state/knobs"),
    (["HOME": "/c"], "/c/.local/state/knobs"),
  ])
  func stateIsKept(_ environment: [String: String], _ folder: String) throws {
    #expect(try StateFolder.folder(environment: environment) == folder)
  }

  @Test(arguments: [[:], ["HOME": ""], ["XDG_STATE_HOME": "relative"]])
  func withoutAHomeThereIsNoState(_ environment: [String: String]) {
    #expect(throws: Refusal.self) { try StateFolder.folder(environment: environment) }
  }

  @Test func lessonsAreWhereOneSays() throws {
    let environment = ["KNOBS_LESSONS": "/from/environment::b"]
    #expect(
      try LessonsFolder.folders(options: ["/typed", "b"], environment: environment) == [
        "/typed", "b",
      ])
    #expect(
      try LessonsFolder.folders(options: [], environment: environment) == [
        "/from/environment", "b",
      ])
    #expect(throws: Refusal.self) {
      try LessonsFolder.folders(options: ["a", ""], environment: environment)
    }
  }

  @Test func elseTheLessonsAreThoseOfThePackage() throws {
    let folders = try LessonsFolder.folders(options: [], environment: ["KNOBS_LESSONS": ""])
    #expect(
      folders.map { URL(filePath: $0).standardizedFileURL.path }
        == [URL(filePath: Fixture.course).standardizedFileURL.path])
  }
}
