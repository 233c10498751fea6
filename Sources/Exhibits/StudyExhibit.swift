import Experiments
import Plotting
import Tuning

/// Searches for the settings under which a metric is best, side by side.
package struct StudyExhibit: Exhibit {
  /// A search that was made, and how its best does on seeds that it has not met.
  package struct Search: Sendable {
    package let study: Study

    /// The metric under the best settings on fresh seeds; nil where it had no value.
    package let fresh: [Double?]

    package init(_ study: Study, fresh: [Double?]) {
      self.study = study
      self.fresh = fresh
    }

    package var name: String { study.plan.strategy.name }

    /// The mean and the standard deviation of what is known of the fresh seeds.
    package var found: (mean: Double, deviation: Double?)? {
      let known = fresh.compactMap { $0 }.filter(\.isFinite)
      guard !known.isEmpty, known.count == fresh.count else { return nil }
      let count = Double(known.count)
      let mean = known.reduce(0) { $0 + $1 / count }
      guard known.count > 1 else { return (mean, nil) }
      let square = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      return (mean, square.squareRoot())
    }
  }

  /// The searches in the order in which they were asked for; all of one plan but for the strategy.
  package let searches: [Search]

  /// - Precondition: at least one.
  package init(_ searches: [Search]) {
    precondition(!searches.isEmpty, "something was searched")
    self.searches = searches
  }

  private var plan: Study.Plan { searches[0].study.plan }
  private var metric: Metric { plan.objective.metric }

  /// The knobs that were searched, and the one that was bought.
  private var shown: [String] {
    plan.space.knobs.map(\.name) + [plan.resource?.knob.name].compactMap(\.self)
  }

  /// What was searched for.
  package var heading: String {
    "\(plan.objective.direction == .lower ? "lowest" : "highest") \(metric.name)"
  }

  /// Where it was searched, and how.
  package var details: [String] {
    let constraints = plan.objective.constraints.map { $0.interval.text(of: $0.metric.name) }
    return [plan.simulation.name] + constraints
      + (plan.repeats > 1 ? ["\(plan.repeats) seeds a trial"] : [])
      + plan.space.base.texts(without: Set(shown))
  }

  /// The ranges that were searched, a line each.
  package var ranges: [(knob: String, range: String)] {
    plan.space.knobs.map { knob in
      let scale = knob.domain.bounds != nil && knob.domain.scale == .log ? ", by ratio" : ""
      return (knob.name, knob.domain.text + scale)
    }
  }

  /// The best of each search: what it promised and what was found of it.
  package struct Best: Sendable {
    package let search: String
    package let trials: String
    package let promised: String
    package let found: String
    package let settings: [String]
  }

  package var best: [Best] {
    searches.map { search in
      let best = search.study.best
      let spread = search.found.map { found in
        metric.text(found.mean)
          + (found.deviation.map { " ± \(NumberText.significant($0, digits: 2))" } ?? "")
      }
      return Best(
        search: search.name, trials: "\(search.study.trials.count)",
        promised: best.map { metric.text($0.value) } ?? "none",
        found: spread ?? (best == nil ? "" : metric.absent),
        settings: shown.map { name in best?.settings[name]?.text ?? "" })
    }
  }

  /// The headings of the settings in ``best`` and ``ranked``.
  package var knobNames: [String] { shown }

  /// How many trials of a search are listed.
  private static let listed = 5

  /// The best trials of a search alone: number, metric, settings.
  package var ranked: [(number: String, value: String, settings: [String])] {
    guard searches.count == 1 else { return [] }
    return searches[0].study.ranked.prefix(Self.listed).map { trial in
      (
        "\(trial.number)", metric.text(trial.value),
        shown.map { trial.settings[$0]?.text ?? "" }
      )
    }
  }

  /// How much each knob explained by itself, most first; of several searches of the first.
  package var importance: [(knob: String, share: String)] {
    guard let shares = searches[0].study.importance else { return [] }
    return zip(plan.space.knobs.map(\.name), shares).sorted { $0.1 > $1.1 }
      .map { ($0.0, NumberText.percent($0.1)) }
  }

  /// The knob that some of the searches buy, by which trials are counted then: they have different
  /// amounts of it.
  private var bought: String? {
    searches.lazy.compactMap { $0.study.plan.resource?.knob.name }.first
  }

  /// The best so far, search by search.
  package var figure: Figure {
    let curves = searches.map { search -> Figure.Series in
      let study = search.study
      var spent = 0.0
      let x = study.trials.map { trial -> Double in
        guard let bought else { return Double(trial.number) }
        spent += trial.settings[bought]?.number ?? 0
        return spent
      }
      let sign = plan.objective.direction == .higher ? -1.0 : 1
      let y = study.bestSoFar.map { $0.map { sign * $0 } ?? .nan }
      return Figure.Series(search.name, x: x, y: y)
    }
    let values = curves.flatMap(\.y).filter(\.isFinite)
    let (low, high) = (values.min() ?? 1, values.max() ?? 1)
    let isLog = low > 0 && (metric.format == .scientific || high > 20 * low)
    return Figure(
      FigureKind("best-so-far", "the best so far"), .line, title: "best so far",
      x: Figure.Axis(bought.map { "\($0) spent" } ?? "trial"),
      y: Figure.Axis(metric.name, isLog ? .log : .linear), series: curves)
  }

  /// The figure, or several of a few searches each, with what tells them apart.
  package var drawings: [(figure: Figure, label: String)] {
    Overlay.panels(of: figure, label: "")
  }

  /// What there is to say of the best, a sentence each.
  package var remarks: [String] {
    let none = searches.filter { $0.study.best == nil }.map(\.name)
    var remarks: [String] = []
    if !none.isEmpty {
      let why = plan.objective.constraints.isEmpty ? "has a value" : "keeps what it has to"
      remarks.append(
        (searches.count > 1 ? "With \(none.listed) no" : "No") + " trial \(why).")
    }
    if searches.count == 1 { remarks += edges.map(\.self) }
    if let optimism { remarks.append(optimism) }
    return remarks
  }

  /// How near the end of its range the best may be without being at its edge: a tenth of the range.
  private static let margin = 0.1

  /// Where the best stands at the end of a range.
  private var edges: [String] {
    guard let best = searches[0].study.best else { return [] }
    return plan.space.knobs.compactMap { knob in
      guard let searched = knob.domain.bounds, let value = best.settings[knob.name],
        !plan.simulation.idleKnobs(best.settings).contains(knob.name)
      else { return nil }
      let place = knob.domain.coordinate(of: value)
      guard place < Self.margin || place > 1 - Self.margin else { return nil }
      let isLow = place < 0.5
      let whole = plan.simulation.knobs.first { $0.name == knob.name }?.domain.bounds ?? searched
      let isOwn =
        isLow
        ? searched.lowerBound <= whole.lowerBound : searched.upperBound >= whole.upperBound
      let remedy =
        isOwn
        ? "that is the knob's own, which cannot be passed"
        : "the best may lie beyond it, so widen it"
      return
        "The best \(knob.name), \(value.text), is near the \(isLow ? "lower" : "upper") end of its "
        + "range: \(remedy)."
    }
  }

  /// By how much the chosen trial did better than its settings do.
  private var optimism: String? {
    guard searches.count == 1, let search = searches.first, let value = search.study.best?.value,
      let found = search.found, let deviation = found.deviation, deviation > 0
    else { return nil }
    let sign = plan.objective.direction == .higher ? 1.0 : -1
    let gap = sign * (value - found.mean)
    guard gap > deviation / Double(search.fresh.count).squareRoot() * 2 else { return nil }
    return "The best of many trials is partly luck: it promised \(metric.text(value)), and on "
      + "\(search.fresh.count) fresh seeds \(metric.text(found.mean)) was found."
  }

  /// The settings of the best of all searches, as one types them.
  private var options: String? {
    // By what was found of each: the one that promises most may only have been luckiest.
    let found = searches.compactMap { search in
      search.study.best.map { best in
        (plan.objective.loss(search.found?.mean ?? best.value) ?? .infinity, best)
      }
    }
    guard let best = found.min(by: { $0.0 < $1.0 })?.1 else { return nil }
    let idle = plan.simulation.idleKnobs(best.settings)
    return best.settings.values
      .filter { !idle.contains($0.name) }
      .filter { shown.contains($0.name) || plan.space.base.turned[$0.name] != nil }
      .map { " --\($0.name) \($0.value.text)" }.joined()
  }

  /// What to type next.
  package var next: [NextStep] {
    var steps: [NextStep] = []
    if let options {
      steps.append(NextStep("knobs run \(plan.simulation.name)\(options)", "look at the best"))
    }
    return steps
  }
}
