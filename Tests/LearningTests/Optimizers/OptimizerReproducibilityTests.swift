import Learning
import Testing

/// A run of every optimizer and schedule has the same bits in every build, on every machine.
@Suite struct OptimizerReproducibilityTests {
  static func digest(_ values: [Double]) -> UInt64 {
    values.reduce(0xcbf2_9ce4_8422_2325) { hash, value in
      stride(from: UInt64(0), to: 64, by: 8).reduce(hash) {
        ($0 ^ (value.bitPattern >> $1 & 0xff)) &* 0x0000_0100_0000_01b3
      }
    }
  }

  static let optimizers: [String: UInt64] = [
    "absolute": 17_038_923_998_910_346_387,
    "adagrad": 4_201_334_258_787_304_819,
    "adam": 11_654_172_115_428_256_120,
    "adamw": 11_453_887_692_491_030_109,
    "amsgrad": 6_144_173_822_947_416_887,
    "clipped": 8_573_116_698_551_335_004,
    "clipped value": 2_935_337_633_790_016_261,
    "coupled": 7_331_574_602_732_735_216,
    "decoupled": 62_830_379_627_592_382,
    "momentum": 4_712_851_847_143_856_314,
    "nesterov": 15_786_667_853_760_720_661,
    "rmsprop": 17_730_861_612_278_256_501,
    "sgd": 8_573_370_235_485_242_987,
  ]

  static let schedules: [String: UInt64] = [
    "constant": 7_008_614_463_493_029_309,
    "cosine": 12_973_444_527_516_645_354,
    "cosine-restarts": 11_707_571_348_006_389_801,
    "cosine-wave": 6_052_494_010_033_154_318,
    "exponential": 1_379_658_804_858_594_801,
    "inverse-time": 4_897_155_307_162_705_461,
    "multi-step": 11_976_729_975_267_141_095,
    "one-cycle": 2_772_145_179_079_809_407,
    "polynomial": 3_343_409_048_292_572_323,
    "step": 9_774_850_861_718_419_749,
    "warm-up": 3_500_000_449_694_628_117,
  ]

  @Test func optimizerBitsAreFrozen() {
    var digests: [String: UInt64] = [:]
    for (name, rule) in OptimizerTests.rules {
      let run = OptimizerTests.run(rule, order: Array(0..<27))
      digests[name] = Self.digest(run.flatMap { $0 })
    }
    #expect(digests == Self.optimizers)
  }

  @Test func scheduleBitsAreFrozen() {
    var digests: [String: UInt64] = [:]
    for kind in ScheduleKind.all {
      let schedule = kind.make(0.1, 300)
      digests[kind.name] = Self.digest((0..<700).map(schedule.rate))
    }
    #expect(digests == Self.schedules)
  }
}
