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
    return try document(["results": results])
  }

  /// One line a simulation, under a head, and a last one that counts the slow ones.
  static func table(_ frames: [FrameTime]) -> String {
    var lines = [
      row("simulation", "run ms", "figures", "both", "95th", "longest", "checksum", "at")
    ]
    for frame in frames {
      lines.append(
        row(
          frame.name, number(frame.run), number(frame.figures), number(frame.both),
          number(frame.percentile), number(frame.longest), hexadecimal(frame.checksum),
          frame.slowest))
    }
    let slow = frames.count { $0.both > 16 }
    let wide = frames.count { $0.percentile > 50 }
    lines.append("over 16 ms at the defaults: \(slow); over 50 ms at the 95th percentile: \(wide)")
    return lines.joined(separator: "\n") + "\n"
  }

  /// One JSON document; processor times in milliseconds.
  static func json(_ frames: [FrameTime]) throws -> String {
    let results = frames.map { frame in
      [
        "name": frame.name, "runMilliseconds": frame.run, "figuresMilliseconds": frame.figures,
        "milliseconds": frame.both, "percentile95Milliseconds": frame.percentile,
        "longestMilliseconds": frame.longest, "longestAt": frame.slowest,
        "checksum": hexadecimal(frame.checksum),
      ] as [String: Any]
    }
    return try document(["frames": results])
  }

  private static func document(_ fields: [String: Any]) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func row(
    _ name: String, _ run: String, _ figures: String, _ both: String, _ percentile: String,
    _ longest: String, _ checksum: String, _ settings: String
  ) -> String {
    let times = [run, figures, both, percentile, longest].map { right($0, 9) }.joined()
    return left(name, 22) + times + "  " + left(checksum, 16) + "  " + settings
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
