import Foundation

/// The results as text, for people and for programs.
enum Report {
  /// One line a work, under a head.
  static func table(_ measurements: [Measurement]) -> String {
    var lines = [row("work", "median ms", "minimum", "maximum", "checksum", "")]
    for result in measurements {
      lines.append(
        row(
          result.name, number(result.median), number(result.times[0]),
          number(result.times[result.times.count - 1]), hexadecimal(result.checksum),
          result.figures.map { "\(words($0.name)) \(number($0.value))" }.joined(separator: ", ")))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One JSON document; times in milliseconds, `null` for a figure that is not finite.
  static func json(_ measurements: [Measurement]) throws -> String {
    let results = measurements.map { result in
      var fields: [String: Any] = [
        "name": result.name, "work": result.summary, "runs": result.times.count,
        "medianMilliseconds": result.median, "minimumMilliseconds": result.times[0],
        "maximumMilliseconds": result.times[result.times.count - 1],
        "checksum": hexadecimal(result.checksum),
      ]
      for figure in result.figures {
        fields[figure.name] = figure.value.isFinite ? figure.value : NSNull()
      }
      return fields
    }
    let data = try JSONSerialization.data(
      withJSONObject: ["results": results], options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func row(
    _ name: String, _ median: String, _ minimum: String, _ maximum: String, _ checksum: String,
    _ figures: String
  ) -> String {
    let line =
      left(name, 13) + right(median, 10) + right(minimum, 10) + right(maximum, 10) + "  "
      + left(checksum, 16) + "  " + figures
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func number(_ value: Double) -> String { String(format: "%.2f", value) }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// `timesFaster` as `times faster`.
  private static func words(_ name: String) -> String {
    name.map { $0.isUppercase ? " " + $0.lowercased() : String($0) }.joined()
  }
}
