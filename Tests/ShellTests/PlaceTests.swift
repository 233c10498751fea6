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
    #expect(try StatePlace.folder(environment: environment) == folder)
  }

  @Test(arguments: [[:], ["HOME": ""], ["XDG_STATE_HOME": "relative"]])
  func withoutAHomeThereIsNoState(_ environment: [String: String]) {
    #expect(throws: Refusal.self) { try StatePlace.folder(environment: environment) }
  }

  @Test func lessonsAreWhereOneSays() throws {
    let environment = ["KNOBS_LESSONS": "/from/environment"]
    #expect(try LessonsPlace.folder(option: "/typed", environment: environment) == "/typed")
    #expect(try LessonsPlace.folder(option: nil, environment: environment) == "/from/environment")
    #expect(throws: Refusal.self) { try LessonsPlace.folder(option: "", environment: environment) }
  }

  @Test func elseTheLessonsAreThoseOfThePackage() throws {
    let folder = try LessonsPlace.folder(option: nil, environment: ["KNOBS_LESSONS": ""])
    #expect(
      URL(filePath: folder).standardizedFileURL.path
        == URL(filePath: Fixture.course).standardizedFileURL.path)
  }
}
