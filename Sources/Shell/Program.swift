import Exhibits
import Experiments
import Foundation
import Screens
import Terminal

/// The program: from the words of a command line to text, notes and a status.
package enum Program {
  /// The version of the program and of the course that comes with it.
  package static let version = "0.3.0"

  /// Makes ready for a run, before anything that runs beside it.
  ///
  /// - Returns: the exit status where there can be none, which has been said; else nil.
  package static func begin() -> Int32? {
    ignoreBrokenPipes()
    Descriptors.holdClosed()
    guard let shortage = Descriptors.shortage() else { return nil }
    try? Output.error.write("knobs: \(shortage); raise the limit, as with ulimit -n 256\n")
    return ExitStatus.refused.rawValue
  }

  /// Runs a command line to its end.
  ///
  /// - Parameters:
  ///   - arguments: the words after the program's name.
  ///   - catalog: the simulations.
  ///   - workload: the training that `knobs throughput` times.
  /// - Returns: the exit status: 0 done or passed, 1 not passed or faults, 2 refused.
  package static func main(
    _ arguments: [String], catalog: Catalog, workload: Workload? = nil
  ) async -> Int32 {
    let context = Context.ofProcess(catalog: catalog, workload: workload).adapted(to: arguments)
    var report: Report
    do throws(Refusal) {
      report = try await run(arguments, context)
    } catch {
      report = Report(plain: "")
      report.notes = [StyledText("knobs: \(error.message)")]
      report.status = .refused
    }
    return write(report, context)
  }

  /// The report of a command line.
  static func run(_ arguments: [String], _ context: Context) async throws(Refusal) -> Report {
    var context = context.adapted(to: arguments)
    var (name, rest) = try split(arguments)
    if let word = name, !Commands.group(word).isEmpty {
      let (second, behind) = try split(rest)
      if let second {
        (name, rest) = ("\(word) \(second)", behind)
      } else if rest.contains("--help") || rest.contains("-h") {
        return try Report(Help.overview(of: Commands.group(word)), context)
      } else {
        let names = Commands.group(word).map { String($0.name.dropFirst(word.count + 1)) }
        throw Refusal("\(word) what? there is \(names.listed)")
      }
    }
    guard let command = try name.map(command) ?? Commands.home else {
      return try Report(Help.overview, context)
    }
    let line = try command.split(rest)
    let common = try ParsedArguments<CommonOptions>(line)
    context.lessonsOptions = common.lessons
    if common.help {
      return try Report(Help.page(on: command, words: line.words, context), context)
    }
    if line.words.count > command.arguments.count, !command.takesMoreWords {
      let extra = line.words[command.arguments.count]
      throw Refusal("knobs \(command.name) does not know what to do with \(Quoted.text(extra))")
    }
    return try await command.run(line, context)
  }

  /// The command of a name.
  static func command(_ name: String) throws(Refusal) -> any Command.Type {
    if let command = Commands.named(name) { return command }
    let word = String(name.prefix { $0 != " " })
    let group = name == word ? [] : Commands.group(word)
    let known = group.isEmpty ? Commands.named : group
    let remedy = NearestName.remedy(for: name, among: known.map { $0.name })
    throw Refusal("no command \(Quoted.text(name))\(remedy)")
  }

  /// The command's name and the words without it; options may stand before it.
  private static func split(_ arguments: [String]) throws(Refusal) -> (String?, [String]) {
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      if word == CommonOptions().lessons.flag {
        index += 2
      } else if word.hasPrefix("-"), word.count > 1 {
        index += 1
      } else {
        break
      }
    }
    guard index < arguments.count else { return (nil, arguments) }
    return (
      arguments[index], Array(arguments[..<index]) + Array(arguments[(index + 1)...])
    )
  }

  /// Writes a report: its text to standard output, its notes to standard error.
  private static func write(_ report: Report, _ context: Context) -> Int32 {
    for note in report.notes {
      try? Output.error.write(note.rendered(for: context.errorScreen) + "\n")
    }
    do throws(OutputError) {
      if !report.text.isEmpty { try Output.standard.write(report.text) }
    } catch .closed {
      return report.status.rawValue
    } catch {
      try? Output.error.write("knobs: cannot write the result: \(error.description)\n")
      return ExitStatus.refused.rawValue
    }
    return report.status.rawValue
  }
}
