/// Figures as other programs read them; what is not finite is `null`.
extension Figure: Encodable {
  private enum Keys: String, CodingKey {
    case name, kind, title, x, y, series, markers, field, absence
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(name, forKey: .name)
    try container.encode(form, forKey: .kind)
    try container.encode(title, forKey: .title)
    try container.encode(x, forKey: .x)
    try container.encode(y, forKey: .y)
    try container.encode(series, forKey: .series)
    if !markers.isEmpty { try container.encode(markers, forKey: .markers) }
    try container.encodeIfPresent(field, forKey: .field)
    try container.encodeIfPresent(absence, forKey: .absence)
  }
}

extension Figure.Series: Encodable {
  private enum Keys: String, CodingKey {
    case name, role, x, y
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(name, forKey: .name)
    try container.encode(role, forKey: .role)
    try container.encode(x.map(\.ifFinite), forKey: .x)
    try container.encode(y.map(\.ifFinite), forKey: .y)
  }
}

extension Figure.Field: Encodable {
  private enum Keys: String, CodingKey {
    case x, y, columns, values, levels
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode([x.lowerBound, x.upperBound], forKey: .x)
    try container.encode([y.lowerBound, y.upperBound], forKey: .y)
    try container.encode(columns, forKey: .columns)
    try container.encode(values.map(\.ifFinite), forKey: .values)
    try container.encode(levels, forKey: .levels)
  }
}

extension Double {
  /// The number, or nil where it is not finite.
  package var ifFinite: Double? { isFinite ? self : nil }
}
