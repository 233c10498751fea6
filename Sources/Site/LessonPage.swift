import Exhibits
import Experiments
import Grading
import Lessons
import Markdown
import Plotting
import Tuning

/// A lesson as a page: everything that it shows in the terminal, with no engine in it.
struct LessonPage {
  let lesson: Lesson

  /// The multiply-adds that all its runs may take.
  let work: Int

  /// Where the pack's other lessons are in the site, by the names of their files.
  let files: [String: String]

  /// The main part of the page, every run made for which there is work left.
  func content() async -> HTML {
    let prose = DocumentHTML(ids: ids, files: files)
    var html = HTML()
    var left = Double(work)
    var credited: Set<String> = []
    var runs = 0
    var section = HTML()
    let parts = LessonPart.parts(of: lesson)
    for (place, part) in parts.enumerated() {
      switch part.content {
      case .simulate, .compare, .predict:
        runs += 1
        let id = "k-run-\(runs)"
        guard left > 0 else {
          section += notRun(id)
          break
        }
        let all = part.allRuns
        let outcomes = await all.outcomes()
        for outcome in outcomes { left -= PlannedRuns.work(of: outcome) }
        section += self.runs(part, outcomes, credited, id: id, prose)
        if part.isShownRun { credited.formUnion(outcomes.credits) }
      case .exercise(let exercise): section += ExercisePart(exercise: exercise, prose: prose).html
      case .takeaway(let takeaway): section += TakeawayPart(takeaway: takeaway, prose: prose).html
      case .prose(let block): section += prose.blocks([block])
      case .opening: section += opening
      case .empty, .faulty: break
      }
      let isLast = place + 1 == parts.count || parts[place + 1].section != part.section
      if isLast {
        html += HTML("section", [], section) + .made("\n")
        section = HTML()
      }
    }
    return html
  }

  private var opening: HTML {
    // The heading that repeats the title is left out; what leads to it leads here.
    let first = ids.min { $0.key < $1.key }
    let isTitle = first.map { $0.value == Anchors.slug(lesson.title) } ?? false
    return HTML("h1", [("id", isTitle ? first?.value : nil)], HTML(text: lesson.title))
      + HTML(
        "p", [("class", "about")],
        HTML(text: "\(lesson.summary) About \(NumberText.count(lesson.minutes, "minute"))."))
  }

  /// The ids of all headings by their lines, as web addresses have them.
  private var ids: [Int: String] {
    Anchors.byLine(
      of: lesson.elements.flatMap { element -> [Block] in
        if case .prose(let blocks) = element { blocks } else { [] }
      })
  }

  private func runs(
    _ part: LessonPart, _ outcomes: [Outcome], _ credited: Set<String>, id: String,
    _ prose: DocumentHTML
  ) -> HTML {
    func adapted(_ shown: ShownRuns) -> HTML {
      var shown = shown
      shown.credited = credited
      return RunPart(shown: shown, id: id).html
    }
    switch part.content {
    case .simulate(let directive): return adapted(directive.shown(outcomes))
    case .compare(let directive): return adapted(directive.shown(outcomes))
    case .predict(let directive, _):
      return PredictionPart(directive: directive, outcomes: outcomes, id: id, prose: prose).html
    default: return HTML()
    }
  }

  private func notRun(_ id: String) -> HTML {
    HTML(
      "p", [("id", id)],
      HTML(
        text: "Not run: the runs before take \(NumberText.scientific(Double(work), digits: 1)) "
          + "multiply-adds, the most that is spent on a lesson."))
  }
}

extension LessonPart {
  /// Whether its runs are shown at once, and not only after an answer.
  fileprivate var isShownRun: Bool { if case .predict = content { false } else { true } }

  /// The runs that it shows, now or after an answer.
  fileprivate var allRuns: [Run] {
    if case .predict(let directive, _) = content { directive.runs } else { runs }
  }
}
