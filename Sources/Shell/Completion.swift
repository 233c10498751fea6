import Exhibits
import Experiments
import Lessons
import Tuning

/// What may stand at the end of a command line.
struct Completion {
  private var context: Context

  init(_ context: Context) { self.context = context }

  /// The words that continue the last one, which may be empty.
  func candidates(for words: [String]) -> [String] {
    let last = words.last ?? ""
    var completion = self
    completion.context.lessonsOptions = Self.lessons(in: Array(words.dropLast()))
    return completion.all(before: Array(words.dropLast()), last)
      .filter { $0.hasPrefix(last) && $0 != last }
  }

  private func all(before words: [String], _ last: String) -> [String] {
    var plain = Self.plain(words)
    let command = Commands.beginning(plain)?.command
    if let named = Commands.beginning(plain), named.words > 1 {
      plain.removeFirst(named.words - 1)
    }
    let known = (command ?? Commands.home)?.options ?? CommonOptions.options
    if let option = known.first(where: { $0.flag == words.last }), !option.isSwitch {
      return values(of: option, plain)
    }
    guard let command else {
      if plain.count == 1, let word = plain.first {
        return Commands.group(word).map { String($0.name.dropFirst(word.count + 1)) }
      }
      guard plain.isEmpty else { return [] }
      return last.hasPrefix("-") ? known.map(\.flag) : Commands.words
    }
    let knobs = knobs(of: command, plain)
    if let knob = knobs.first(where: { "--\($0.name)" == words.last }) {
      if case .choice(let names) = knob.domain { return names }
      return []
    }
    if last.hasPrefix("-") {
      let typed = Set(words.map { String($0.prefix { $0 != "=" }) })
        .subtracting(known.filter(\.mayRepeat).map(\.flag))
      return (knobs.map { "--\($0.name)" } + known.map(\.flag)).filter { !typed.contains($0) }
    }
    guard let argument = command.arguments.first, plain.count == 1 else { return [] }
    return names(of: argument.kind, beginning: last)
  }

  /// The words that are neither options nor their values.
  private static func plain(_ words: [String]) -> [String] {
    var plain: [String] = []
    var isValue = false
    for word in words {
      if !isValue, !word.hasPrefix("-") { plain.append(word) }
      isValue = !isValue && word.hasPrefix("-") && !word.contains("=") && !switches.contains(word)
    }
    return plain
  }

  /// The options that no value follows.
  private static var switches: Set<String> {
    let options = Commands.all.flatMap { $0.options }
    return Set(options.filter(\.isSwitch).map(\.flag) + ["-h"])
  }

  /// The folders of lessons that were typed.
  private static func lessons(in words: [String]) -> [String] {
    let option = CommonOptions().lessons.flag
    return words.indices.compactMap { index in
      let word = words[index]
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
      return word == option ? words.dropFirst(index + 1).first : nil
    }
  }

  private func values(of option: any AnyOption, _ words: [String]) -> [String] {
    switch option.domain {
    case .choice(let names): names
    case .text(let part?): words.compactMap { context.catalog[$0] }.first.map(part.names) ?? []
    case .flag, .whole, .text(nil): []
    }
  }

  private func knobs(of command: any Command.Type, _ words: [String]) -> [any AnyKnob] {
    switch command.knobs {
    case nil: []
    case .simulation: words.compactMap { context.catalog[$0] }.first?.knobs ?? []
    case .exercise: words.compactMap { contents?.exercise($0) }.first?.choices ?? []
    case .played:
      words.compactMap { context.catalog[$0] }.first?.knobs
        ?? words.compactMap { contents?.exercise($0) }.first?.choices ?? []
    }
  }

  private func names(of kind: Argument.Kind, beginning last: String) -> [String] {
    switch kind {
    case .lessonName, .attempt, .words: []
    case .lessonPlace: places(beginning: last)
    case .lessonOrExercise: places(beginning: last, hasSections: false)
    case .lesson: contents?.listings.map(\.name) ?? []
    case .exercise: exercises(beginning: last)
    case .simulation: context.catalog.names
    case .simulationOrExercise: context.catalog.names + exercises(beginning: last)
    case .term: contents.map { Glossary($0.reading(.outline)).words.map(\.typed) } ?? []
    case .command: Commands.words
    case .choice(let names): names
    case .file: []
    }
  }

  /// Lessons; once one is named in full, what may stand behind its name.
  private func places(beginning last: String, hasSections: Bool = true) -> [String] {
    guard let contents else { return [] }
    let names = contents.listings.map(\.name)
    let name = String(last.prefix { $0 != "#" && $0 != "/" })
    guard let index = names.firstIndex(of: name) else { return names }
    let entry = contents.entry(at: index)
    guard entry.isSound else { return names }
    let sections = hasSections ? entry.lesson.sectionNames.map { "\(name)#\($0)" } : []
    return names + sections + entry.lesson.exercises.map(\.id)
  }

  private var contents: Syllabus? { try? context.contents() }

  /// Up to how many lessons are read one by one, and not all of them side by side.
  private static let fewLessons = 8

  /// The exercises of the lessons that the typed word may still mean.
  private func exercises(beginning last: String) -> [String] {
    guard let contents else { return [] }
    let meant = contents.listings.indices.filter { index in
      let lesson = contents.listings[index].name + "/"
      return lesson.hasPrefix(last) || last.hasPrefix(lesson)
    }
    guard meant.count <= Self.fewLessons else {
      return contents.reading(.outline).exercises.map(\.id)
    }
    return meant.map(contents.entry).filter(\.isSound).flatMap(\.lesson.exercises).map(\.id)
  }
}
