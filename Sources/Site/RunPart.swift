import Exhibits
import Experiments
import Pictures
import Plotting
import Tuning

/// Runs of a lesson as a part of a page: numbers, figures, findings, and the command that makes them.
struct RunPart {
  let shown: ShownRuns

  /// What all its names in the page begin with.
  let id: String

  var html: HTML {
    let name = HTML(text: shown.simulation.name)
    let details = shown.details.joined(separator: " · ")
    var content = HTML(
      "h3", [("id", id)],
      name
        + (details.isEmpty
          ? HTML() : HTML("span", [("class", "soft")], HTML(text: " · \(details)"))))
    content += table
    for (place, figure) in shown.drawings.enumerated() {
      content += Self.figure(figure, id: "\(id)-f\(place + 1)")
    }
    for sentence in shown.sentences {
      let lead = sentence.lead.isEmpty ? HTML() : HTML("strong", [], HTML(text: sentence.lead))
      content += HTML("p", [], lead + HTML(text: NumberText.separated(sentence.text)))
    }
    content += HTML(
      "code", [("class", "command"), ("translate", "no")], HTML(text: line))
    return HTML("div", [("class", "run"), ("role", "group"), ("aria-labelledby", id)], content)
  }

  /// The command that makes the same runs.
  private var line: String {
    Run.line(of: shown.simulation, shown.runs.map(\.settings), seed: shown.seed)
  }

  /// A figure that can be scrolled where the page is narrower.
  static func figure(_ figure: Figure, id: String) -> HTML {
    .scrolling(.made(SVG.part(of: figure, id: id)), name: figure.title, in: "figure")
  }

  private var table: HTML {
    let lines = shown.metricLines
    guard !lines.isEmpty else { return HTML() }
    let isAlone = shown.runs.count == 1
    let hasTheory = lines.contains { $0.theory != nil }
    var head = [HTML("td")]
    if isAlone {
      head.append(heading("measured"))
      if hasTheory { head.append(heading("theory")) }
      head.append(heading("what it is", isNumber: false))
    } else {
      head += shown.runs.map { heading($0.label) }
    }
    var rows: [HTML] = []
    for line in isAlone ? [] : shown.knobLines { rows.append(row(line.name, line.values)) }
    for line in lines {
      if isAlone {
        let theory = [line.theoryWord, line.theory?.first].compactMap(\.self).joined(separator: " ")
        var cells = [line.values[0]].map { number($0) }
        if hasTheory { cells.append(number(theory)) }
        cells.append(HTML("td", [("class", "soft")], HTML(text: line.summary)))
        rows.append(HTML("tr", [], name(line.name) + cells.joined()))
      } else {
        rows.append(row(line.name, line.values))
        if let theory = line.theory {
          let word = line.theoryWord.map { ", \($0)" } ?? ""
          rows.append(row("\(line.name) by theory\(word)", theory))
        }
      }
    }
    let table = HTML(
      "table", [],
      HTML("thead", [], HTML("tr", [], head.joined())) + HTML("tbody", [], rows.joined("\n")))
    return .scrolling(table, name: "numbers")
  }

  private func heading(_ text: String, isNumber: Bool = true) -> HTML {
    HTML("th", [("scope", "col"), ("class", isNumber ? "number" : nil)], HTML(text: text))
  }

  private func name(_ text: String) -> HTML {
    HTML("th", [("scope", "row")], HTML(text: text))
  }

  private func number(_ text: String) -> HTML {
    HTML("td", [("class", "number")], HTML(text: NumberText.separated(text)))
  }

  private func row(_ name: String, _ values: [String]) -> HTML {
    HTML("tr", [], self.name(name) + values.map(number).joined())
  }
}
