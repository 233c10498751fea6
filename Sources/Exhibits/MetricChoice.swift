import Experiments
import Grading
import Lessons
import Markdown

/// Which metrics of a run a lesson shows, where the directive does not say.
///
/// They are those that its section speaks of: what the run is expected to be, then what stands as
/// code in the prose, then what the predictions and exercises of the section ask for. Where that is
/// nothing they are those that other runs of the section are expected to be, and else the first few
/// of the simulation, which tells its main ones first. The order is the simulation's.
enum MetricChoice {
  /// The most rows of a run, those of theory too, that a choice makes.
  static let mostRows = 8

  /// How many metrics are shown where none is named.
  static let unnamed = 3

  /// The names of the metrics of a run.
  ///
  /// - Parameters:
  ///   - promises: what is expected of the run itself.
  ///   - section: where it stands.
  ///   - hasRowOfTheory: whether theory takes a row of its own.
  static func names(
    of simulation: any Simulation.Type, _ promises: [Promise], in section: Lesson.Section,
    hasRowOfTheory: Bool
  ) -> [String] {
    var named = promises.map(\.criterion.metric)
    named += section.codeSpans.compactMap(simulation.metric)
    named += section.elements.flatMap { $0.asked(of: simulation) }
    if named.isEmpty { named = section.elements.flatMap { $0.promised(of: simulation) } }
    var chosen = Set<String>()
    var rows = 0
    for metric in named.map({ simulation.shown(as: $0) }) where !chosen.contains(metric.name) {
      let taken = hasRowOfTheory && metric.theory != nil ? 2 : 1
      guard rows + taken <= mostRows else { continue }
      chosen.insert(metric.name)
      rows += taken
    }
    let theories = Set(simulation.metrics.compactMap(\.theory?.metric))
    let names = simulation.metrics.map(\.name).filter { !theories.contains($0) }
    return chosen.isEmpty ? Array(names.prefix(unnamed)) : names.filter(chosen.contains)
  }
}

extension Lesson.Section {
  /// What stands as code in its prose, in order.
  fileprivate var codeSpans: [String] {
    var spans: [String] = []
    for case .prose(let blocks) in elements {
      blocks.forEachLeaf { block in
        switch block.kind {
        case .heading(_, let inlines), .paragraph(let inlines): spans += inlines.codeSpans
        case .table(let table):
          for cell in table.header + table.rows.joined() { spans += cell.codeSpans }
        case .code, .thematicBreak, .html, .list, .quote, .footnote: break
        }
      }
    }
    return spans
  }
}

extension [Inline] {
  /// What stands as code, also in emphasis and links.
  fileprivate var codeSpans: [String] {
    flatMap { inline -> [String] in
      switch inline.kind {
      case .code(let text): [text]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, let inner):
        inner.codeSpans
      case .text, .image, .footnote, .lineBreak, .softBreak, .html: []
      }
    }
  }
}

extension Lesson.Element {
  /// The metrics of a simulation that a prediction or an exercise asks for.
  fileprivate func asked(of simulation: any Simulation.Type) -> [Metric] {
    switch self {
    case .predict(let directive) where directive.simulation == simulation: [directive.metric]
    case .exercise(let exercise) where exercise.simulation == simulation:
      exercise.criteria.map(\.metric)
    case .prose, .simulate, .compare, .predict, .exercise, .takeaway: []
    }
  }

  /// The metrics of a simulation that a run is expected to have.
  fileprivate func promised(of simulation: any Simulation.Type) -> [Metric] {
    switch self {
    case .simulate(let directive) where directive.simulation == simulation:
      directive.promises.map(\.criterion.metric)
    case .compare(let directive) where directive.simulation == simulation:
      directive.cases.flatMap(\.promises).map(\.criterion.metric)
    case .prose, .simulate, .compare, .predict, .exercise, .takeaway: []
    }
  }
}
