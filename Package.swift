// swift-tools-version: 6.2

import PackageDescription

/// Numerical rooms are optimized in debug builds too, so that tests can afford whole training runs.
///
/// `KNOBS_UNOPTIMIZED=1 swift test` builds them plainly, to show that the bits stay the same.
let optimized: [SwiftSetting] =
  Context.environment["KNOBS_UNOPTIMIZED"] == nil
  ? [
    .unsafeFlags(
      ["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"], .when(configuration: .debug))
  ] : []

/// `KNOBS_NATIVE=1 swift build -c release` uses the widest vectors that this machine has.
///
/// The bits stay the same: every lane still does the same operations in the same order.
let native: [SwiftSetting] =
  Context.environment["KNOBS_NATIVE"] == nil
  ? [] : [.define("KNOBS_NATIVE"), .unsafeFlags(["-Xcc", "-march=native"])]

/// The functions of `Tests/Allocations` in place of the C library's, for other libraries too.
let counting: [LinkerSetting] = ["malloc", "calloc", "realloc", "posix_memalign", "free"]
  .map {
    .unsafeFlags(
      ["-Xlinker", "--defsym=\($0)=counted_\($0)", "-Xlinker", "--export-dynamic-symbol=\($0)"],
      .when(platforms: [.linux]))
  }

let common: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

/// The house: each room, a folder under `Sources`, with the rooms that it may enter.
///
/// An arrow opens a room and everything below it, so what a room imports is never above it.
let arrows: [String: [String]] = [
  "knobs": ["Shell", "Simulations"],
  "knobs-bench": ["Simulations"],
  "Shell": ["Play", "Authoring", "Site"],
  "Site": ["Exhibits", "Pictures"],
  "Play": ["Screens"],
  "Screens": ["Exhibits", "Terminal"],
  "Authoring": ["Exhibits"],
  "Exhibits": ["Lessons"],
  "Lessons": ["Grading", "Markdown"],
  "Grading": ["Tuning", "Files"],
  "Tuning": ["Experiments"],
  "Simulations": ["Learning", "Tuning"],
  "Learning": ["Numerics"],
  "Experiments": ["Plotting", "Numerics"],
  "Terminal": ["Plotting"],
  "Pictures": ["Plotting"],
  "Plotting": [],
  "Numerics": [],
  "Markdown": [],
  "Files": [],
]

/// All rooms that lie below one, in order of their names.
func below(_ room: String) -> [String] {
  var found = Set<String>()
  var rest = arrows[room] ?? []
  while let next = rest.popLast() {
    if found.insert(next).inserted { rest += arrows[next] ?? [] }
  }
  return found.sorted()
}

/// A room of the house, which may enter those below it.
func room(_ name: String, _ settings: [SwiftSetting] = []) -> Target {
  .target(
    name: name, dependencies: below(name).map { .init(stringLiteral: $0) },
    swiftSettings: common + settings)
}

/// A program in a room of its own.
func program(_ name: String, _ settings: [SwiftSetting] = []) -> Target {
  .executableTarget(
    name: name, dependencies: below(name).map { .init(stringLiteral: $0) },
    swiftSettings: common + settings)
}

/// The tests of one room, in `Tests/<room>Tests`, with the test kit; they may enter the rooms below.
func tests(_ room: String, _ others: [String] = [], data: [String] = []) -> Target {
  let rooms = [room, "TestKit"] + below(room)
  return .testTarget(
    name: "\(room)Tests",
    dependencies: (rooms + others.filter { !rooms.contains($0) }).map { .init(stringLiteral: $0) },
    exclude: data, swiftSettings: common)
}

let package = Package(
  name: "knobs",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "knobs", targets: ["knobs"]),
    .executable(name: "knobs-bench", targets: ["knobs-bench"]),
  ],
  targets: [
    program("knobs"),
    program("knobs-bench", optimized + native),
    room("Shell"),
    room("Play"),
    room("Site"),
    room("Screens"),
    room("Authoring"),
    room("Exhibits"),
    room("Lessons"),
    room("Grading"),
    room("Tuning", optimized),
    room("Simulations", optimized),
    room("Learning", optimized + native),
    room("Experiments", optimized),
    room("Terminal"),
    room("Pictures"),
    room("Plotting"),
    room("Numerics", optimized + native),
    room("Markdown"),
    room("Files"),
    tests("Shell", ["Simulations", "ToyCourse", "knobs"], data: ["Fixtures", "Goldens"]),
    tests("Play", ["ToyCourse"]),
    tests("Site", ["Simulations", "ToyCourse"]),
    tests("Screens", ["Authoring", "Simulations", "ToyCourse"]),
    tests("Exhibits", ["Simulations", "ToyCourse"]),
    // A small course on small simulations, for the tests of every room that shows one.
    .target(
      name: "ToyCourse",
      dependencies: (["Lessons", "TestKit"] + below("Lessons")).map { .init(stringLiteral: $0) },
      path: "Tests/ToyCourse", exclude: ["Lessons"], swiftSettings: common),
    // The course itself, as it comes with the program.
    .testTarget(
      name: "CourseTests",
      dependencies: (["Authoring", "Simulations", "TestKit"] + below("Authoring")).map {
        .init(stringLiteral: $0)
      }, swiftSettings: common),
    tests("Authoring", ["Simulations", "ToyCourse"], data: ["Goldens"]),
    tests("Lessons", ["ToyCourse"]),
    tests("Grading", ["Lessons", "Markdown", "ToyCourse"]),
    tests("Tuning"),
    tests("Simulations", data: ["Claims/Goldens"]),
    tests("Learning", data: ["Optimizers/Goldens"]),
    tests("Experiments"),
    tests("Terminal", data: ["Charts/Goldens"]),
    tests("Pictures", ["Simulations", "Experiments"], data: ["Goldens"]),
    tests("Plotting"),
    tests("Numerics"),
    tests("Markdown"),
    tests("Files"),
    .testTarget(
      name: "BenchTests", dependencies: ["knobs-bench", "Learning", "Numerics", "TestKit"],
      swiftSettings: common),
    // Holds the house against its plan, by reading files alone.
    .testTarget(name: "HouseTests", swiftSettings: common),
    // What all tests use: garbage, goldens, scratch folders, measures and waits. No room may have it.
    .target(name: "TestKit", path: "Tests/TestKit", swiftSettings: common),
    .testTarget(name: "TestKitTests", dependencies: ["TestKit"], swiftSettings: common),
    // Counts memory for BenchTests and ScreensTests, which must not be linked with it: it replaces
    // `malloc`.
    .executableTarget(
      name: "allocations",
      dependencies: (["Learning", "Screens"] + below("Screens")).map {
        .init(stringLiteral: $0)
      }, path: "Tests/Allocations", swiftSettings: common + optimized, linkerSettings: counting),
    // Compares the bits of runs between builds, for `.ci/run`.
    .executableTarget(
      name: "bits", dependencies: ["Simulations", "Learning", "Experiments", "Numerics"],
      path: "Tests/Bits", exclude: ["golden.txt", "calibrations.jsonl"], swiftSettings: common),
    // Writes HTML as CommonMark's own program does, for `Tests/Reference/commonmark.py`.
    .executableTarget(
      name: "commonmark",
      dependencies: (["Site"] + below("Site")).map { .init(stringLiteral: $0) },
      path: "Tests/CommonMark", swiftSettings: common),
    // Searches known functions, and serves them to the searches of others, for `Tests/Reference`.
    .executableTarget(
      name: "searches", dependencies: ["Simulations", "Tuning", "Experiments", "Numerics"],
      path: "Tests/Searches", swiftSettings: common),
    .testTarget(
      name: "BitsTests", dependencies: ["bits", "Simulations", "Experiments", "TestKit"],
      swiftSettings: common),
  ]
)
