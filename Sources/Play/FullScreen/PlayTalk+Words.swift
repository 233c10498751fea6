import Exhibits
import Experiments
import Plotting
import Tuning

extension PlayTalk {
  /// Runs what the knobs ask for, and says what is new: the numbers, what was found, the figure.
  mutating func look() -> [String] {
    let outcome = Run(subject.simulation, knobs.settings, seed: seed).outcome()
    let before = said
    said = outcome
    let lines = metrics.compactMap { metric -> String? in
      let now = metric.text(outcome[metric])
      if let before, metric.text(before[metric]) == now { return nil }
      return "\(metric.name) \(now)" + beside(metric, before)
    }
    let some = before == nil ? Array(lines.prefix(8)) : lines
    let more = lines.count - some.count
    let numbers =
      some.isEmpty
      ? "No number has changed."
      : some.joined(separator: "; ") + (more > 0 ? "; numbers says \(more) more." : ".")
    let found = outcome.findings.filter { $0.credits.isEmpty }.map(\.sentence)
    return [numbers, found.joined(separator: " "), picture(of: outcome)]
  }

  /// What a number is compared with: the pinned run's, else what it was before.
  func beside(_ metric: Metric, _ before: Outcome?) -> String {
    if let pinned { return ", pinned \(metric.text(pinned.outcome[metric]))" }
    return before.map { ", was \(metric.text($0[metric]))" } ?? ""
  }

  var metrics: [Metric] {
    let asked = (subject.exercise?.criteria ?? []).map { subject.simulation.shown(as: $0.metric) }
    let all = subject.simulation.metrics.filter { !subject.simulation.isTheory($0) }
    return asked + all.filter { !asked.contains($0) }
  }

  var numbers: [String] {
    guard let said else { return [] }
    return metrics.map { metric in
      "\(metric.name): \(metric.text(said[metric]))"
        + (pinned.map { ", pinned \(metric.text($0.outcome[metric]))" } ?? "")
        + (subject.simulation.theory(of: metric, in: said).map {
          ", theory \(metric.theory?.kind.lead ?? "")\($0)"
        } ?? "")
    }
  }

  func picture(of outcome: Outcome) -> String {
    guard let figure, let drawn = outcome.figures.first(where: { $0.name == figure }) else {
      return ""
    }
    return NumberText.separated("Figure \(figure): \(drawn.title). \(drawn.description)")
  }
}
