import Plotting
import TestKit
import Testing

@testable import Pictures

@Suite struct CSVTests {
  /// The records of a document, read as RFC 4180 says.
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if isQuoted {
        if scalar == "\"", rest.first == "\"" {
          cell.unicodeScalars.append(rest.removeFirst())
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          cell.unicodeScalars.append(scalar)
        }
      } else if scalar == "\"", cell.isEmpty {
        isQuoted = true
      } else if scalar == "," {
        record.append(cell)
        cell = ""
      } else if scalar == "\r", rest.first == "\n" {
        rest.removeFirst()
        records.append(record + [cell])
        (record, cell) = ([], "")
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    #expect(record.isEmpty && cell.isEmpty && !isQuoted, "the last line has an end")
    return records
  }

  private static func isSame(_ cell: String, _ value: Double) -> Bool {
    value.isFinite ? Double(cell)?.bitPattern == value.bitPattern : cell.isEmpty
  }

  @Test func whatIsReadBackIsWhatWasWritten() {
    var random = Garbage(seed: 9)
    for _ in 0..<200 {
      let figure = random.figure()
      let run = random.name()
      let records = Self.records(CSV.document(of: [LabelledFigure(figure, run)]))
      #expect(records.first == CSV.columns)
      #expect(records.allSatisfy { $0.count == CSV.columns.count })
      var rows = records.dropFirst()
      for series in figure.series {
        for (x, y) in zip(series.x, series.y) {
          let row = rows.popFirst() ?? []
          #expect(row.count == 7 && row[2] == series.role.rawValue && row[5].isEmpty)
          #expect(Self.isSame(row[3], x) && Self.isSame(row[4], y), "\(row) \(x) \(y)")
        }
      }
      for marker in figure.markers {
        let row = rows.popFirst() ?? []
        #expect(row.count == 7 && row[2] == "marker")
        #expect(Self.isSame(row[3], marker.x ?? .nan) && Self.isSame(row[4], marker.y ?? .nan))
      }
      #expect(rows.allSatisfy { $0[2] == "field" })
    }
  }

  @Test(arguments: Garbage.oddNames) func namesComeBack(_ name: String) {
    let figure = Figure(
      "f", .line, title: "", x: .init(""), y: .init(""),
      series: [.init(name, x: [1], y: [2])])
    let records = Self.records(CSV.document(of: [LabelledFigure(figure, "k=1,2")]))
    let expected = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map {
          $0.properties.generalCategory == .control && !"\r\n".unicodeScalars.contains($0)
            ? "\u{FFFD}" : $0
        }))
    let isFormula = expected.unicodeScalars.first.map("=+-@".unicodeScalars.contains) ?? false
    let cell = (isFormula ? "'" : "") + expected
    #expect(records.dropFirst() == [["f", cell, "measured", "1.0", "2.0", "", "k=1,2"]])
  }

  @Test func aFieldHasARowForEachNode() throws {
    let figure = try #require(Example.named("heat"))
    let field = try #require(figure.field)
    let rows = Self.records(CSV.document(of: [LabelledFigure(figure)])).dropFirst()
    #expect(rows.count == field.values.count)
    #expect(zip(rows, field.values).allSatisfy { Self.isSame($0[5], $1) })
    #expect(rows.first.map { [$0[3], $0[4]] } == ["-1.0", "-1.0"])
    #expect(rows.last.map { [$0[3], $0[4]] } == ["1.0", "1.0"])
  }

  @Test func severalRunsFollowEachOther() throws {
    let figure = try #require(Example.named("scatter"))
    let text = CSV.document(of: [LabelledFigure(figure, "a"), LabelledFigure(figure, "b")])
    #expect(Self.records(text).dropFirst().map(\.[6]) == Array("aaaaabbbbb").map { String($0) })
    #expect(CSV.document(of: []) == "figure,series,role,x,y,value,run\r\n")
  }
}
