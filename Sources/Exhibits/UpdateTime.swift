import Experiments

/// How long an update takes by its batch size: something fixed, and something for each sample.
package struct UpdateTime: Sendable, Equatable {
  /// Seconds of an update whatever its size.
  package let fixed: Double

  /// Seconds that each sample adds.
  package let perSample: Double

  /// A model of two times, in seconds.
  package init(fixed: Double, perSample: Double) {
    self.fixed = fixed
    self.perSample = perSample
  }

  /// The model that misses the measured times by the least, in squares of shares of each time.
  ///
  /// Neither part is below 0. Pairs whose time is not a positive number are passed over; where none
  /// is left there is no model.
  package init?(fitting pairs: [(batchSize: Int, seconds: Double)]) {
    let pairs = pairs.filter { $0.seconds > 0 && $0.seconds.isFinite && $0.batchSize > 0 }
    guard !pairs.isEmpty else { return nil }
    // Each pair is an equation fixed·u + perSample·v = 1.
    var (uu, uv, vv, u, v) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for pair in pairs {
      let first = 1 / pair.seconds
      let second = Double(pair.batchSize) / pair.seconds
      uu += first * first
      uv += first * second
      vv += second * second
      u += first
      v += second
    }
    let determinant = uu * vv - uv * uv
    let fixed = (u * vv - v * uv) / determinant
    let perSample = (v * uu - u * uv) / determinant
    guard determinant > 1e-9 * uu * vv, fixed >= 0 else {
      self.init(fixed: 0, perSample: v / vv)
      return
    }
    guard perSample >= 0 else {
      self.init(fixed: u / uu, perSample: 0)
      return
    }
    self.init(fixed: fixed, perSample: perSample)
  }

  /// Seconds of an update.
  package func seconds(_ batchSize: Int) -> Double { fixed + perSample * Double(batchSize) }

  /// Samples a second.
  package func samplesPerSecond(_ batchSize: Int) -> Double {
    Double(batchSize) / seconds(batchSize)
  }

  /// The batch size of which the fixed part is half of the time; nil where there is none.
  package var evenBatchSize: Double? { perSample > 0 ? fixed / perSample : nil }
}

extension UpdateTime {
  /// The model in words.
  ///
  /// - Parameter miss: by how much it misses the measured speeds at most, as a share.
  package func sentence(missing miss: Double?) -> String {
    let even = evenBatchSize.map {
      " A batch of about \(NumberText.shortest(max(1, $0.rounded()))) spends as long on the one as "
        + "on the other; well below it larger batches gain most, well above it next to nothing."
    }
    let error = miss.map {
      " The model misses the measured speeds by up to \(NumberText.percent($0))."
    }
    return "By the model an update takes \(Self.text(fixed)) whatever its size, and "
      + "\(Self.text(perSample)) more for each sample." + (even ?? "") + (error ?? "")
  }

  private static func text(_ seconds: Double) -> String {
    if seconds >= 1e-3 { return "\(NumberText.significant(seconds * 1e3)) ms" }
    return "\(NumberText.significant(seconds * 1e6)) µs"
  }
}

extension NumberText {
  /// A whole number with its thousands apart, at three significant digits: `12,300`.
  package static func grouped(_ value: Double) -> String {
    let rounded = rounded(value, digits: 3)
    guard rounded.isFinite, abs(rounded) < 1e15 else { return shortest(value) }
    let digits = String(Int(rounded.rounded()))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
