import Exhibits
import Experiments
import Plotting

/// The knobs of a simulation being played: where they stand, which of them is turned, and which hold
/// still.
struct PlayKnobs: Sendable {
  let simulation: any Simulation.Type
  private(set) var settings: Settings

  /// The knobs that an exercise holds where they are.
  let locked: Set<String>

  /// The knob that is turned, by its place among all.
  private(set) var chosen = 0
  private let stops: [KnobStops]

  init(
    _ simulation: any Simulation.Type, _ settings: Settings, locked: Set<String> = [],
    choosing name: String? = nil
  ) {
    self.simulation = simulation
    self.settings = settings
    self.locked = locked
    stops = simulation.knobs.map { KnobStops($0) }
    if let name, let place = simulation.knobs.firstIndex(where: { $0.name == name }) {
      chosen = place
    }
    settle()
  }

  var all: [any AnyKnob] { simulation.knobs }

  /// The knob that is turned; nil of a simulation without knobs.
  var knob: (any AnyKnob)? { all.indices.contains(chosen) ? all[chosen] : nil }

  func value(_ knob: any AnyKnob) -> SettingValue { settings[knob.name] ?? knob.defaultValue }

  /// Whether a knob has an effect and may be turned.
  func isFree(_ knob: any AnyKnob) -> Bool {
    !locked.contains(knob.name) && !simulation.idleKnobs(settings).contains(knob.name)
  }

  /// The places of the knobs that can be turned now.
  private var free: [Int] { all.indices.filter { isFree(all[$0]) } }

  /// Goes to a knob that can be turned where the chosen one no longer can.
  private mutating func settle() {
    let free = free
    guard !free.contains(chosen) else { return }
    chosen = free.min { abs($0 - chosen) < abs($1 - chosen) } ?? chosen
  }

  /// Chooses the knob so many further among those that can be turned; the ends are not left.
  mutating func choose(_ steps: Int) {
    let free = free
    guard let place = free.firstIndex(of: chosen) else { return settle() }
    chosen = free[min(max(place + steps, 0), free.count - 1)]
  }

  /// Chooses the next knob, after the last the first; so many back where that is negative.
  mutating func cycle(_ steps: Int) {
    let free = free
    guard let place = free.firstIndex(of: chosen), !free.isEmpty else { return settle() }
    chosen = free[((place + steps) % free.count + free.count) % free.count]
  }

  /// Chooses a knob by its place, if it can be turned.
  mutating func choose(at place: Int) {
    if free.contains(place) { chosen = place }
  }
}

extension PlayKnobs {
  /// What a turn does to a knob.
  enum Turn: Sendable, Hashable {
    /// So many stops up, or down.
    case stops(Int)

    /// So many last digits up, or down.
    case digits(Int)
    case toLowest
    case toHighest
    case toDefault

    /// To the stop nearest to a place along its track, 0 … 1.
    case toShare(Double)
  }

  /// Turns the chosen knob.
  ///
  /// - Returns: whether it stands elsewhere than before.
  @discardableResult mutating func turn(_ turn: Turn) -> Bool {
    guard let knob, isFree(knob) else { return false }
    let stops = stops[chosen]
    let now = value(knob)
    let next: SettingValue? =
      switch turn {
      case .stops(let count): stops.value(count, from: now)
      case .digits(let count): knob.fine(count, from: now)
      case .toLowest: stops.values.first
      case .toHighest: stops.values.last
      case .toDefault: knob.defaultValue
      case .toShare(let share): stops.nearest(to: share, of: knob.domain)
      }
    guard let next, next != now else { return false }
    return set(knob.name, next)
  }

  /// Sets a knob to one of its values; what it cannot take changes nothing.
  @discardableResult mutating func set(_ name: String, _ value: SettingValue) -> Bool {
    guard (try? settings.turn(name, to: value)) != nil else { return false }
    settle()
    return true
  }

  /// Sets the chosen knob to what was typed.
  mutating func type(_ text: String) throws(Refusal) {
    guard let knob, isFree(knob) else { throw Refusal("no knob can be turned here") }
    try KnobArgument(knob: knob.name, value: text).turn(in: &settings, of: simulation)
    settle()
  }

  /// Takes all settings from elsewhere, but for those that are locked.
  mutating func take(_ other: Settings) {
    for (name, value) in other.values where !locked.contains(name) {
      try? settings.turn(name, to: value)
    }
    settle()
  }
}

extension KnobStops {
  /// The stop nearest to a place along a track, 0 at its left end and 1 at its right.
  func nearest(to share: Double, of domain: Domain) -> SettingValue? {
    guard share.isFinite else { return nil }
    guard let bounds = domain.bounds else {
      let place = Int((min(max(share, 0), 1) * Double(values.count - 1)).rounded())
      return values.indices.contains(place) ? values[place] : nil
    }
    let scale = Scale(domain.scale, bounds)
    func distance(_ value: SettingValue) -> Double {
      abs((value.number.flatMap(scale.position) ?? 0) - share)
    }
    return values.min { distance($0) < distance($1) }
  }
}
