import Testing

@testable import knobs_bench

@Suite struct RequestTests {
  static let known = ["one", "two"]

  @Test(
    arguments: [
      ([], [], 9, false, false), (["two"], ["two"], 9, false, false),
      (["two", "one", "two"], ["two", "one"], 9, false, false),
      (["--json", "one", "--runs", "3"], ["one"], 3, true, false),
      (["--runs=1000"], [], 1000, false, false), (["-h"], [], 9, false, true),
      (["--help", "--json"], [], 9, true, true),
    ] as [([String], [String], Int, Bool, Bool)])
  func readsWhatIsRight(words: [String], names: [String], runs: Int, json: Bool, help: Bool) throws
  {
    let request = try Request(words, works: Self.known, simulations: ["three"])
    #expect(request.names == (names.isEmpty ? Self.known : names))
    #expect(request.runs == runs && request.json == json && request.help == help)
  }

  @Test func simulationsAreNamedWhereTheyAreTimed() throws {
    for words in [["--frames"], ["three", "--frames"], ["--frames", "three", "--runs", "9"]] {
      let request = try Request(words, works: Self.known, simulations: ["three"])
      #expect(request.frames && request.names == ["three"])
    }
  }

  @Test(
    arguments: [
      ["three"], ["--jsn"], ["--runs"], ["--runs", "0"], ["--runs", "-1"], ["--runs=1001"],
      ["--runs", "many"], ["--runs="], ["--runs", "99999999999999999999"], [""], ["one", "-"],
      ["a\nb"], ["\u{1b}[31m"], [String(repeating: "x", count: 10_000)], ["--runs", "1\u{202e}"],
      ["--frames", "one"],
    ])
  func refusesInOneShortLine(words: [String]) {
    #expect {
      try Request(words, works: Self.known, simulations: ["three"])
    } throws: { error in
      guard let message = (error as? Request.Refusal)?.message else { return false }
      let visible = message.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7f && $0.value != 0x202e
      }
      return visible && !message.isEmpty && message.count < 200
    }
  }

  @Test func statusTwoWhereTheRequestIsWrong() async {
    #expect(await Bench.main(["no such work"]) == 2)
    #expect(await Bench.main(["--help"]) == 0)
  }

  @Test func helpNamesEverything() {
    for word in ["--json", "--runs", "--help", "--frames", "medianMilliseconds"]
      + Work.all.map(\.name)
    {
      #expect(Bench.help.contains(word))
    }
    #expect(Bench.help.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }
}
