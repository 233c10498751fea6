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
    (["KNOBS_STATE": "~/knobs", "HOME": "/c"], "/c/knobs"),
    (["KNOBS_STATE": "~", "HOME": "/c"], "/c"),
    (["KNOBS_STATE": "./~", "HOME": "/c"], "./~"),
    (["KNOBS_STATE": "a~/b", "HOME": "/c"], "a~/b"),
    (["XDG_STATE_HOME": "~/b", "HOME": "/c"], "/c/.local/state/knobs"),
  ])
  func stateIsKept(_ environment: [String: String], _ folder: String) throws {
    #expect(try StateFolder.folder(environment: environment) == folder)
  }

  @Test(arguments: [
    [:], ["HOME": ""], ["XDG_STATE_HOME": "relative"], ["HOME": "relative"], ["HOME": "~"],
    ["KNOBS_STATE": "~/knobs"], ["KNOBS_STATE": "~/knobs", "HOME": "here"],
    ["KNOBS_STATE": "~name/knobs", "HOME": "/c"], ["KNOBS_STATE": "~name", "HOME": "/c"],
  ])
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

  @Test func theHomeFolderMayBeWrittenInShort() throws {
    let environment = ["KNOBS_LESSONS": "~/a:/b:~:~name/c:d/~", "HOME": "/home/x"]
    #expect(
      try LessonsFolder.folders(options: [], environment: environment)
        == ["/home/x/a", "/b", "/home/x", "~name/c", "d/~"])
    #expect(
      try LessonsFolder.folders(options: ["~/t", "t"], environment: environment)
        == ["/home/x/t", "t"])
    #expect(
      try AuthorTarget.folders(options: ["~/t"], environment: environment) == ["/home/x/t"])
    #expect(HomePath.expanded("~/x.svg", ["HOME": "/h"]) == "/h/x.svg")
    for path in ["~x.svg", "x~", "", "/~/x", "~name/x"] {
      #expect(HomePath.expanded(path, ["HOME": "/h"]) == path)
    }
    #expect(HomePath.expanded("~/x", [:]) == "~/x")
  }

  @Test func elseTheLessonsAreThoseOfThePackage() throws {
    let folders = try LessonsFolder.folders(options: [], environment: ["KNOBS_LESSONS": ""])
    #expect(
      folders.map { URL(filePath: $0).standardizedFileURL.path }
        == [URL(filePath: Fixture.course).standardizedFileURL.path])
  }
}
