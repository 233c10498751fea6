/// What an elementary function needs of its argument: one `Double`, or several side by side.
@usableFromInline protocol Lanes {
  associatedtype Bits: LaneBits
  associatedtype Mask

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func + (a: Self, b: Double) -> Self
  static func - (a: Self, b: Double) -> Self
  static func * (a: Self, b: Double) -> Self

  /// The same constant in every lane.
  init(repeating constant: Double)
  /// The bit patterns of the lanes, and back.
  var bits: Bits { get }
  init(bits: Bits)
  /// Where this is less than the other; never where either is not a number.
  func below(_ other: Self) -> Mask
  /// One value where the mask holds, another where it does not.
  static func pick(_ mask: Mask, _ yes: Self, _ no: Self) -> Self

  static var laneCount: Int { get }
  subscript(lane: Int) -> Double { get set }
}

/// Bit patterns of `Lanes`.
@usableFromInline protocol LaneBits {
  static func &+ (a: Self, b: UInt64) -> Self
  static func & (a: Self, b: UInt64) -> Self
  static func | (a: Self, b: UInt64) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  static func &<< (a: Self, b: UInt64) -> Self
  static func &>> (a: Self, b: UInt64) -> Self
}

extension Lanes {
  /// Without its sign.
  @inlinable @inline(__always) var magnitudeLanes: Self {
    Self(bits: bits & 0x7fff_ffff_ffff_ffff)
  }

  /// The first 26 bits of the significand; the product of two such numbers is exact.
  @inlinable @inline(__always) var head: Self { Self(bits: bits & 0xffff_ffff_f800_0000) }

  /// The sign bits alone.
  @inlinable @inline(__always) var signBits: Bits { bits & 0x8000_0000_0000_0000 }

  @inlinable @inline(__always) func below(_ other: Double) -> Mask {
    below(Self(repeating: other))
  }
}

extension UInt64: LaneBits {}
extension SIMD8<UInt64>: LaneBits {}

extension Double: Lanes {
  @inlinable @inline(__always) init(repeating constant: Double) { self = constant }
  @inlinable @inline(__always) var bits: UInt64 { bitPattern }
  @inlinable @inline(__always) init(bits: UInt64) { self.init(bitPattern: bits) }
  @inlinable @inline(__always) func below(_ other: Double) -> Bool { self < other }
  @inlinable @inline(__always) static func pick(_ mask: Bool, _ yes: Double, _ no: Double)
    -> Double
  {
    mask ? yes : no
  }

  @inlinable static var laneCount: Int { 1 }
  @inlinable subscript(lane: Int) -> Double {
    get { self }
    set { self = newValue }
  }
}

extension SIMD8<Double>: Lanes {
  @inlinable @inline(__always) var bits: SIMD8<UInt64> {
    unsafeBitCast(self, to: SIMD8<UInt64>.self)
  }
  @inlinable @inline(__always) init(bits: SIMD8<UInt64>) {
    self = unsafeBitCast(bits, to: Self.self)
  }
  @inlinable @inline(__always) func below(_ other: Self) -> SIMDMask<SIMD8<Int64>> {
    self .< other
  }
  @inlinable @inline(__always) static func pick(
    _ mask: SIMDMask<SIMD8<Int64>>, _ yes: Self, _ no: Self
  )
    -> Self
  {
    no.replacing(with: yes, where: mask)
  }

  @inlinable static var laneCount: Int { 8 }
}

extension SIMD8<Double> {
  /// The magnitude of each lane.
  @inlinable @inline(__always) public var magnitudes: Self { magnitudeLanes }
}
