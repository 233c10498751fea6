import Exhibits
import Experiments
import Grading
import Lessons
import Markdown
import Plotting

extension DocumentHTML {
  /// A sentence of a lesson, given as Markdown.
  func sentence(_ markdown: String) -> HTML {
    let blocks = Document(markdown).blocks
    guard case .paragraph(let text)? = blocks.first?.kind, blocks.count == 1 else {
      return HTML(text: markdown)
    }
    return inlines(text)
  }
}

extension HTML {
  /// A command as it is typed.
  static func command(_ line: String) -> HTML {
    HTML("code", [("class", "command"), ("translate", "no")], HTML(text: line))
  }
}

/// A prediction as a part of a page: the question, and what the run says behind a word to press.
struct PredictionPart {
  let directive: PredictDirective
  let outcomes: [Outcome]
  let id: String
  let prose: DocumentHTML

  var html: HTML {
    let asked = QuestionExhibit(directive)
    let result = PredictionResult(directive, outcomes)
    let details = asked.details.joined(separator: " · ")
    var content = HTML(
      "h3", [("id", id)],
      HTML(text: "Predict")
        + HTML("span", [("class", "soft")], HTML(text: details.isEmpty ? "" : " · \(details)")))
    content += HTML("p", [], prose.sentence(asked.question))
    if !asked.choices.isEmpty {
      content += HTML(
        "ol", [],
        asked.choices.map { choice in
          let details = choice.details.isEmpty ? "" : " (\(choice.details.joined(separator: ", ")))"
          return HTML("li", [], HTML(text: choice.label + details))
        }.joined())
    }
    var answer = HTML("p", [], HTML("strong", [], HTML(text: result.text)))
    if !result.measured.isEmpty {
      answer += HTML(
        "ul", [], result.measured.map { HTML("li", [], HTML(text: $0)) }.joined())
    }
    for finding in result.findings { answer += HTML("p", [], HTML(text: finding)) }
    content += HTML(
      "details", [], HTML("summary", [], HTML(text: "What the run says")) + answer)
    return HTML("div", [("class", "predict"), ("role", "group"), ("aria-labelledby", id)], content)
  }
}

/// An exercise as a part of a page: its task, and the commands by which it is played and graded.
///
/// Nothing that passes stands in a page, nor any hint but the first.
struct ExercisePart {
  let exercise: Exercise
  let prose: DocumentHTML

  var html: HTML {
    let task = TaskExhibit(exercise)
    let id = "k-exercise-\(exercise.name)"
    var content = HTML(
      "h3", [("id", id)],
      HTML(text: "Exercise \(exercise.name)")
        + HTML(
          "span", [("class", "soft")], HTML(text: " · \(task.details.joined(separator: " · "))")))
    content += HTML("p", [], prose.sentence(task.task))
    let rows = task.knobs.map { knob in
      HTML(
        "tr", [],
        HTML("th", [("scope", "row")], HTML(text: knob.name))
          + HTML("td", [], HTML(text: knob.values))
          + HTML("td", [("class", "soft")], HTML(text: knob.summary)))
    }
    let head = ["knob", "values", "what it is"].map {
      HTML("th", [("scope", "col")], HTML(text: $0))
    }
    content += .scrolling(
      HTML(
        "table", [],
        HTML("thead", [], HTML("tr", [], head.joined())) + HTML("tbody", [], rows.joined("\n"))),
      name: "knobs")
    content += HTML("p", [], HTML(text: "To pass:"))
    content += HTML(
      "ul", [],
      task.criteria.map {
        HTML("li", [], HTML(text: "\(NumberText.separated($0.text)) (\($0.points))"))
      }.joined())
    if let hint = exercise.hints.first {
      content += HTML(
        "details", [],
        HTML("summary", [], HTML(text: "A hint")) + HTML("p", [], prose.sentence(hint)))
    }
    content += HTML("p", [], HTML(text: "Play it, or be graded, in the terminal:"))
    content += HTML.command("knobs play \(exercise.id)") + HTML.command(exercise.checkLine)
    return HTML(
      "div", [("class", "exercise"), ("role", "group"), ("aria-labelledby", id)], content)
  }
}

/// What a lesson gives to take along, as a part of a page.
struct TakeawayPart {
  let takeaway: Takeaway
  let prose: DocumentHTML

  var html: HTML {
    switch takeaway.content {
    case .recap(let sentences):
      return HTML("ol", [], sentences.map { HTML("li", [], prose.sentence($0)) }.joined("\n"))
    case .words(let definitions):
      return HTML(
        "dl", [],
        definitions.map { definition in
          HTML("dt", [], HTML("dfn", [], HTML(text: definition.term)))
            + HTML("dd", [], prose.sentence(definition.meaning))
        }.joined("\n"))
    case .library(let note):
      let calls = note.calls.map { call -> HTML in
        let code = call.code.map { HTML("code", [("translate", "no")], HTML(text: $0)) }
        let more = call.note.isEmpty ? HTML() : HTML(text: " ") + prose.sentence(call.note)
        return HTML("dt", [], HTML(text: call.library))
          + HTML("dd", [], (code ?? HTML(text: "has none.")) + more)
      }
      var html = HTML("dl", [], calls.joined("\n"))
      for (lead, sentence) in [("First: ", note.first), ("Trap: ", note.trap)] {
        guard let sentence else { continue }
        html += HTML(
          "p", [], HTML("strong", [], HTML(text: lead)) + prose.sentence(sentence))
      }
      return html
    }
  }
}
