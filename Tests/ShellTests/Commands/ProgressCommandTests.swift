import Foundation
import Testing

@testable import Shell

/// What is kept of progress: a table and a page.
@Suite struct ProgressCommandTests {
  @Test func theTableFollowsTheJournal() async throws {
    try await Fixture.withFolder { folder in
      let session = Session(folder: folder)
      _ = await session.run("check slides/get-down --rate 0.2")
      _ = await session.run("hint slides/get-down")
      _ = await session.run("check slides/get-down --rate 1")
      _ = await session.run("check slides/get-down --rate 1")
      let lines = await session.run("progress --csv").text.split(separator: "\r\n").map(String.init)
      #expect(lines.count == 3)
      #expect(
        lines.first == "lesson,exercise,passed,points,of,attempts,hints,first-passed-at,version")
      let row = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(row.prefix(7) == ["slides", "get-down", "true", "10", "10", "3", "1"])
      #expect(row[7].wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
      #expect(row[8] == Program.version)
      #expect(lines[2] == "tosses,load-it,false,0,5,0,0,,")
      _ = await session.run("reset slides/get-down")
      let after = await session.run("progress --csv").text
      #expect(after.contains("slides,get-down,false,0,10,0,0,,\r\n"))
    }
  }

  /// The page is written whole where it was asked for, and what cannot be a file is left alone.
  @Test func thePageIsAFile() async throws {
    try await Fixture.withFolder { folder in
      let session = Session(folder: folder)
      _ = await session.run("check slides/get-down --rate 1")
      let path = folder + "/page.svg"
      let first = await session.report("progress --svg FOLDER/page.svg")
      #expect(first.status == .done && first.notes == ["knobs: wrote \(path)"])
      #expect(first.text.contains("10 of 15 points"))
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.hasPrefix("<svg ") && text.contains("1 of 2 exercises passed"))
      let second = await session.report("progress --svg FOLDER/page.svg --csv")
      #expect(second.notes == ["knobs: wrote over \(path)"] && second.text.hasPrefix("lesson,"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      #expect(await session.run("progress --svg -").text == text)
      for (line, says) in [
        ("FOLDER", "not a regular file"), ("FOLDER/none/page.svg", "no folder"),
        ("FOLDER/state/", "is a folder"),
      ] {
        let refused = await session.run("progress --svg \(line)")
        #expect(refused.status == .refused && refused.text.contains(says), "\(refused)")
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(Set(files) == ["page.svg", "state"])
    }
  }

  /// One exercise is begun again, the journal only grows, and its next attempt has the next number.
  @Test func anExerciseIsBegunAgain() async throws {
    try await Fixture.withFolder { folder in
      let session = Session(folder: folder)
      _ = await session.run("check tosses/load-it --load 1")
      _ = await session.run("check slides/get-down --rate 1")
      let journal = folder + "/state/journal.jsonl"
      let before = try String(contentsOfFile: journal, encoding: .utf8)
      #expect(await session.run("reset slides/get-down").status == .done)
      let after = try String(contentsOfFile: journal, encoding: .utf8)
      #expect(after.hasPrefix(before))
      #expect(
        after.dropFirst(before.count).contains(
          "\"exercise\":\"slides/get-down\",\"kind\":\"reset\",\"v\":3}\n"))
      let rows = await session.run("progress --csv").text
      #expect(rows.contains("slides,get-down,false,0,10,0,0,,"))
      #expect(rows.contains("tosses,load-it,true,5,5,1,0,"))
      _ = await session.run("check slides/get-down --rate 1")
      let log = await session.run("log").text
      #expect(log.contains("reset of slides/get-down"))
      #expect(try String(contentsOfFile: journal, encoding: .utf8).contains("\"number\":2"))
    }
  }
}
