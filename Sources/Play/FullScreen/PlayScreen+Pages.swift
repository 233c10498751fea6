import Exhibits
import Experiments
import Plotting
import Screens
import Terminal
import Tuning

extension PlayScreen {
  /// The commands that make what is shown: one where one can, else one for the run and one for the pinned.
  var lines: [NextStep] {
    let here = run.settings
    let idle = simulation.idleKnobs(here)
    guard let pinned else { return [NextStep(run.line, "")] }
    let varied = simulation.knobs.map(\.name).filter {
      !idle.contains($0) && here[$0] != pinned.run.settings[$0]
    }
    guard pinned.run.seed == seed, varied.count < 2 else {
      return [NextStep(run.line, "this run"), NextStep(pinned.run.line, "the pinned one")]
    }
    return [NextStep(Run.line(of: simulation, [here, pinned.run.settings], seed: seed), "")]
  }

  /// What to type to come back to an exercise as it stands; nil without one.
  var wayBack: NextStep? {
    guard let exercise = subject.exercise else { return nil }
    let options = exercise.choices.map { " --\($0.name) \(knobs.value($0).text)" }.joined()
    return NextStep("knobs play \(exercise.id)\(options)", "back to the exercise")
  }

  /// The commands as a page.
  var linesPage: Page {
    var page = Page(screen)
    page.heading("The commands that make this picture")
    page.blank()
    page.next(lines + [wayBack].compactMap(\.self))
    return page
  }

  /// All that there is to say of the run: what it shows, what was found, what its numbers and knobs are.
  var aboutPage: Page {
    var page = Page(screen)
    page.heading(subject.exercise?.id ?? simulation.name)
    page.text(StyledText(simulation.summary, .muted))
    if let exercise = subject.exercise {
      page.blank()
      page.text(StyledText(exercise.task))
      page.goal(status(short: false).text.replacing("to pass: ", with: ""))
    }
    let findings = (played?.outcome.findings ?? []).filter { $0.credits.isEmpty }
    if !findings.isEmpty {
      page.blank()
      for finding in findings {
        page.text(
          StyledText("\(finding.code): ", .bold)
            + StyledText(NumberText.separated(finding.sentence)), hanging: 2)
      }
    }
    page.table(
      "numbers", ["", "", "theory", "what it is"],
      metricLines.map { line in
        let theory = [line.theoryWord, line.theory?.first].compactMap(\.self)
        return [
          line.name, NumberText.separated(line.values[0]),
          NumberText.separated(theory.joined(separator: " ")), line.summary,
        ]
      })
    page.table(
      "knobs", ["", "", "range", "what it is"],
      knobs.all.map { knob in
        let state =
          knobs.locked.contains(knob.name)
          ? " (given)" : knobs.isFree(knob) ? "" : " (no effect here)"
        return [
          knob.name, knobs.value(knob).text, knob.domain.text, knob.summary + state,
        ]
      })
    page.table(
      "figures", ["", "what it shows"], kinds.map { [$0.name, $0.summary] })
    let credits = played?.outcome.findings.filter { !$0.credits.isEmpty } ?? []
    for credit in credits {
      page.blank()
      page.text(StyledText(credit.sentence, .muted))
    }
    return page
  }
}
