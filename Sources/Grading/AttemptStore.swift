import Experiments
import Foundation

/// Attempts in little memory: what many of them have is kept once.
package struct AttemptStore: Sendable {
  /// What attempts have in common with many others.
  private struct Form: Sendable, Hashable {
    let exercise: String
    let program: String?
    let digest: String?
    let pack: String?
    let maximumPoints: Int
    let findings: [String]
    let passed: Bool

    /// The names of the knobs in order, each with the choice that was made; none for a number.
    let knobs: [Knob]
    let hasNumber: Bool
    let hasSeed: Bool
  }

  private struct Knob: Sendable, Hashable {
    let name: String
    let choice: String?
  }

  /// What an attempt has for itself.
  private struct Row: Sendable {
    let date: Date
    let seed: UInt64

    /// Which of the forms is its own, and where its numbers stand.
    let form: UInt32
    let numbers: UInt32
    let number: UInt32
    let points: UInt32
  }

  private var forms: [Form] = []
  private var formIndices: [Form: UInt32] = [:]
  private var rows: [Row] = []

  /// The values of the knobs that have numbers, attempt by attempt.
  private var numbers: [Double] = []

  package init() {}

  package var count: Int { rows.count }

  /// Takes in another attempt.
  package mutating func append(_ attempt: JournalEntry.Attempt, at date: Date) {
    let settings = attempt.settings.sorted { $0.key < $1.key }
    let start = numbers.count
    let knobs = settings.map { name, value in
      switch value {
      case .choice(let choice): return Knob(name: name, choice: choice)
      case .real(let number): numbers.append(number)
      case .integer(let number): numbers.append(Double(number))
      }
      return Knob(name: name, choice: nil)
    }
    let form = Form(
      exercise: attempt.exercise, program: attempt.program, digest: attempt.digest,
      pack: attempt.pack, maximumPoints: attempt.maximumPoints, findings: attempt.findings,
      passed: attempt.passed, knobs: knobs, hasNumber: attempt.number != nil,
      hasSeed: attempt.seed != nil)
    let index = formIndices[form] ?? UInt32(clamping: forms.count)
    if index == forms.count {
      forms.append(form)
      formIndices[form] = index
    }
    rows.append(
      Row(
        date: date, seed: attempt.seed ?? 0, form: index, numbers: UInt32(clamping: start),
        number: UInt32(clamping: attempt.number ?? 0), points: UInt32(clamping: attempt.points)))
  }

  /// An attempt by its place, and when it was made.
  package subscript(_ index: Int) -> (date: Date, attempt: JournalEntry.Attempt) {
    let row = rows[index]
    let form = forms[Int(row.form)]
    var settings = [String: SettingValue](minimumCapacity: form.knobs.count)
    var place = Int(row.numbers)
    for knob in form.knobs {
      if let choice = knob.choice {
        settings[knob.name] = .choice(choice)
      } else {
        settings[knob.name] = .real(numbers[place])
        place += 1
      }
    }
    let attempt = JournalEntry.Attempt(
      exercise: form.exercise, number: form.hasNumber ? Int(row.number) : nil,
      seed: form.hasSeed ? row.seed : nil, program: form.program, digest: form.digest,
      pack: form.pack, settings: settings, passed: form.passed, points: Int(row.points),
      maximumPoints: form.maximumPoints, findings: form.findings)
    return (row.date, attempt)
  }
}
