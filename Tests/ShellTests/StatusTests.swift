import Experiments
import Foundation
import Testing

@testable import Shell

/// The status of every command: 0 done or passed, 1 not passed or faults, 2 refused.
@Suite struct StatusTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let lines: [String]
    let status: Shell.ExitStatus

    /// What is said, whole where it is a refusal.
    let says: String

    init(_ status: Shell.ExitStatus, _ lines: String..., says: String = "") {
      self.lines = lines
      self.status = status
      self.says = says
    }

    var testDescription: String { lines.joined(separator: "; ") }
  }

  static let done: [Case] = [
    Case(.done, "", says: "You are at the beginning"), Case(.done, "--version", says: "knobs "),
    Case(.done, "--help", says: "commands"), Case(.done, "learn", says: "Slides"),
    Case(.done, "learn 2", says: "Tosses"), Case(.done, "lessons", says: "tosses"),
    Case(.done, "review", says: "Nothing was passed yet"),
    Case(.done, "words", says: "2 terms"), Case(.done, "words Rate", says: "the share of"),
    Case(.done, "simulations", says: "toss"), Case(.done, "simulations slide", says: "pushes"),
    Case(.done, "run slide", says: "height"),
    Case(.done, "sweep slide --rate 0.1..1 --points 2", says: "height against rate"),
    Case(.done, "tune slide --over rate --minimize height --trials 3", says: "lowest height"),
    Case(.done, "publish FOLDER/site", says: "2 lessons in 6 files"),
    Case(.done, "publish FOLDER/site", "publish FOLDER/site", says: "2 lessons in 6 files"),
    Case(.done, "play slide --rate 0.3", says: "Knobs: rate 0.3 ("),
    Case(.done, "play slides/get-down --rate 0.3", says: "To pass: height ≤ "),
    Case(.done, "play slide --frame 80x24", says: "q quit"),
    Case(.done, "sweep toss --load 0..1 --seed 4294967195", says: "5 seeds"),
    Case(.done, "throughput --rounds 1", says: "1 round"),
    Case(.done, "check slides/get-down --rate 1", says: "10 of 10 points"),
    Case(.done, "check slides/get-down --rate 1 --json", says: "\"passed\":true"),
    Case(.done, "hint slides/get-down", says: "hint 1 of 2"),
    Case(
      .done, "check slides/get-down --rate 1", "solution slides/get-down", says: "found by search"),
    Case(
      .done, "check slides/get-down --defaults", "check slides/get-down --defaults",
      "check slides/get-down --defaults",
      "solution slides/get-down", says: "found by search"),
    Case(.done, "progress", says: "0 of 15 points"), Case(.done, "log", says: "No attempts yet."),
    Case(.done, "check slides/get-down --defaults", "log", says: "slides/get-down"),
    Case(.done, "reset", says: "Everything starts again"),
    Case(.done, "reset slides", says: "starts again"),
    Case(.done, "reset slides/get-down", says: "\"get-down\" starts again"),
    Case(
      .done, "check slides/get-down --rate 1", "reset slides/get-down", "progress",
      says: "not tried"),
    Case(.done, "lessons --all", says: "tosses"), Case(.done, "find sledge", says: "Slides"),
    Case(.done, "find push sledg", says: "knobs learn slides#"),
    Case(.done, "find xyzzy", says: "No section has \"xyzzy\""),
    Case(.done, "learn slides#a-run", says: "What you see"),
    Case(.done, "learn slides/get-down", says: "Think first"),
    Case(.done, "progress --csv", says: "slides,get-down,false,0,10,0,0,,"),
    Case(.done, "progress --svg -", says: "<svg "),
    Case(.done, "author new fresh --lessons FOLDER/empty", says: "a lesson on slide"),
    Case(.done, "author check FOLDER/sound", says: "no faults in 1 lesson"),
    Case(.done, "author preview FOLDER/sound/01-a.md", says: "sledge"),
    Case(.done, "author calibrate slides/get-down", says: "rate"),
    Case(.done, "author calibrate a/one --lessons FOLDER/partly", says: "rate"),
    Case(.done, "completions bash", says: "_knobs"), Case(.done, "completions zsh", says: "_knobs"),
    Case(.done, "completions fish", says: "__knobs"),
    Case(.done, "completions words -- le", says: "learn\nlessons\n"),
    Case(.done, "help", says: "commands"), Case(.done, "help run", says: "knobs run SIMULATION"),
    Case(.done, "help author", says: "author check"),
    Case(.done, "author --help", says: "author new"),
    Case(.done, "help author check", says: "knobs author check"),
    Case(.done, "help run slide", says: "--rate"),
  ]

  static let notPassed: [Case] = [
    Case(.notPassed, "check slides/get-down --rate 0.2", says: "Not passed"),
    Case(.notPassed, "check slides/get-down --rate 0.2 --json", says: "\"passed\":false"),
    Case(.notPassed, "check tosses/load-it --load 0", says: "Not passed"),
    Case(
      .notPassed, "publish FOLDER/site --lessons FOLDER/sound --lessons FOLDER/faulty",
      says: "1 lesson in 5 files"),
    Case(.notPassed, "author check FOLDER/faulty", says: "1 fault in 1 lesson"),
    Case(.notPassed, "author check FOLDER/faulty --json", says: "\"faults\":["),
    Case(.notPassed, "author preview FOLDER/faulty/01-a.md", says: "no simulation \"x\""),
  ]

  static let refused: [Case] = [
    Case(
      .refused, "--lessons /nowhere",
      says: "no folder /nowhere; name a folder of lessons with --lessons"),
    Case(
      .refused, "lessons --lessons /nowhere",
      says: "no folder /nowhere; name a folder of lessons with --lessons"),
    Case(
      .refused, "progress --lessons /nowhere",
      says: "no folder /nowhere; name a folder of lessons with --lessons"),
    Case(.refused, "chek", says: "no command \"chek\"; did you mean check?"),
    Case(.refused, "author", says: "author what? there is new, check, preview and calibrate"),
    Case(.refused, "author chek", says: "no command \"author chek\"; did you mean author check?"),
    Case(
      .refused, "lessons more", says: "knobs lessons does not know what to do with \"more\""),
    Case(.refused, "learn slide", says: "no lesson \"slide\"; did you mean slides?"),
    Case(
      .refused, "learn --lessons FOLDER/faulty",
      says: "no lesson can be taken: FOLDER/faulty/01-a.md:12:13: no simulation \"x\"; there are "
        + "slide, toss"),
    Case(
      .refused, "learn a --lessons FOLDER/faulty",
      says: "lesson a cannot be taken: FOLDER/faulty/01-a.md:12:13: no simulation \"x\"; there are "
        + "slide, toss"),
    Case(.refused, "review it", says: "knobs review does not know what to do with \"it\""),
    Case(.refused, "words rote", says: "no lesson explains \"rote\"; did you mean rate?"),
    Case(.refused, "simulations slyde", says: "no simulation \"slyde\"; did you mean slide?"),
    Case(
      .refused, "run",
      says: "run what? name a simulation, such as slide; knobs simulations lists all"),
    Case(.refused, "run slyde", says: "no simulation \"slyde\"; did you mean slide?"),
    Case(.refused, "run slide --show mup", says: "no figure \"mup\" in slide; did you mean map?"),
    Case(
      .refused, "run slide --rate 1,2 --pushes 1,2",
      says: "rate and pushes both have several values; vary one at a time"),
    Case(
      .refused, "run slide --pushes 1,2,3,4,5,6,7",
      says: "pushes has 7 values; at most 6 fit a figure"),
    Case(.done, "run slide --pushes 1,2,3,4,5,6", says: "pushes"),
    Case(
      .refused, "run slide --rate 1,1",
      says: "rate has 1 twice; keep one; one number is written with a point: 1.1"),
    Case(.refused, "run slide --rate 0.1,0.1", says: "rate has 0.1 twice; keep one"),
    Case(
      .refused, "run slide --pushes 1,000",
      says: "pushes 1,000: a comma parts the values of several runs; write 1000 for one number"),
    Case(
      .refused, "run slide --rate 0,5",
      says: "rate 0,5: a comma parts the values of several runs; write 0.5 for one number"),
    Case(
      .refused, "run slide --rate 1,5",
      says: "rate 1,5: a comma parts the values of several runs; write 1.5 for one number, or "
        + "1.0,5.0 for 2"),
    Case(.done, "run slide --rate 1/16", says: "rate 0.0625"),
    Case(.done, "run slide --surface ICE", says: "surface ice"),
    Case(
      .refused, "check slides/get-down",
      says: "choose values for slides/get-down: --rate … --surface …; --defaults grades it as it "
        + "stands"),
    Case(
      .refused, "check slides/get-down --json",
      says: "choose values for slides/get-down: --rate … --surface …; --defaults grades it as it "
        + "stands"),
    Case(.notPassed, "check slides/get-down --defaults", says: "Not passed"),
    Case(.notPassed, "check slides/get-down --surface ice", says: "Not passed"),
    Case(
      .refused, "run slide --rate 0,1;0,5",
      says: "rate 0 is out of range; it takes 0.001 … 10; these numbers are written 0.1,0.5"),
    Case(
      .refused, "sweep slide --rate 0,1..1",
      says: "rate \"0,1\" is not a number; it takes 0.001 … 10, written with a point: 0.1; "
        + "a range is written 0.1..1"),
    Case(.done, "sweep slide --rate 0.1…1 --points 2", says: "rate"),
    Case(
      .refused, "run slide --json --svg -",
      says: "standard output holds one document; give the others a file"),
    Case(
      .refused, "run slide --csv - --svg -",
      says: "standard output holds one document; give the others a file"),
    Case(
      .refused, "run slide --svg f --csv f",
      says: "--svg and --csv both name f; give each its own file"
    ),
    Case(.refused, "run slide --svg f/", says: "f/ is a folder; name a file in it"),
    Case(
      .refused, "run toss --svg -", says: "these runs share no figure; name one with --show"),
    Case(
      .refused, "run slide --show all --svg -",
      says: "2 figures do not fit standard output; name one with --show"),
    Case(
      .refused, "sweep",
      says: "sweep what? name a simulation, such as slide; knobs simulations lists all"),
    Case(
      .refused, "play",
      says: "play what? name a simulation, such as slide, or an exercise as LESSON/EXERCISE"),
    Case(.refused, "play slid", says: "no simulation \"slid\"; did you mean slide?"),
    Case(
      .refused, "play slides/get-up",
      says: "no exercise \"get-up\" in slides; there is get-down"),
    Case(
      .refused, "play slide --rate 0.3,0.5",
      says: "rate has 2 values; with --pin the second of two is pinned"),
    Case(
      .refused, "play slide --pin --rate 0.3,0.5,1",
      says: "rate has 3 values; two at most, the second pinned"),
    Case(
      .refused, "play slide --pin",
      says: "--pin takes a knob with two values, such as --rate 0.02154,0.4642"),
    Case(
      .refused, "play slide --figure mop", says: "no figure \"mop\" in slide; did you mean map?"),
    Case(
      .refused, "play slide --frame 80",
      says: "frame \"80\" is no size; write columns x rows, such as 80x24, 20x5 … 500x500"),
    Case(
      .refused, "play slide --frame 1x99999999999999999999",
      says: "frame \"1x99999999999999999999\" is no size; write columns x rows, such as 80x24, "
        + "20x5 … 500x500"),
    Case(
      .refused, "play slide --record a.cast",
      says: "--record is for a terminal that is drawn on, which there is none of here"),
    Case(
      .refused, "publish", says: "publish where? name a folder, such as knobs publish site"),
    Case(
      .refused, "publish /nowhere/site",
      says: "cannot make /nowhere/site: No such file or directory"),
    Case(
      .refused, "tune",
      says: "tune what? name a simulation, such as slide; knobs simulations lists all"),
    Case(
      .refused, "tune slide",
      says: "name what to search with --over, such as --over rate"),
    Case(
      .refused, "tune slide --over rat", says: "no knob \"rat\" in slide; did you mean rate?"),
    Case(
      .refused, "tune slide --over rate,rate", says: "rate is searched twice; keep one"),
    Case(
      .refused, "tune slide --over rate --rate 1",
      says: "rate is both searched and set; keep one"),
    Case(
      .refused, "tune slide --over rate=1",
      says:
        "rate \"1\" is no range; write rate=LOW..HIGH, or add log behind it"),
    Case(
      .refused, "tune slide --over rate=1..", says: "rate \"1..\" lacks an end; write LOW..HIGH"),
    Case(
      .refused, "tune slide --over rate=0,1..1",
      says: "rate \"0\" is no range; write rate=LOW..HIGH, or add log behind it; "
        + "a range is written 0.1..1"),
    Case(
      .refused, "tune slide --over surface,rate=0.1-1",
      says: "rate \"0.1-1\" is no range; write rate=LOW..HIGH, or add log behind it; "
        + "a range is written 0.1..1"),
    Case(
      .refused, "tune slide --over rate --maximise height",
      says: "no option or knob \"--maximise\"; did you mean --maximize?"),
    Case(
      .refused, "run slide --josn",
      says: "no option or knob \"--josn\"; did you mean --json?"),
    Case(
      .refused, "tune slide --over rate=2..1",
      says: "rate 2..1 begins at or above its end; write LOW..HIGH"),
    Case(
      .refused, "tune slide --over rate=0..1",
      says: "rate 0 is out of range; it takes 0.001 … 10"),
    Case(
      .refused, "tune slide --over surface=snow|mud",
      says: "surface cannot be \"mud\"; there are snow, ice"),
    Case(
      .refused, "tune slide --over surface=snow|snow",
      says: "surface names a choice twice, or none; name each once"),
    Case(
      .refused, "tune slide --over rate",
      says: "no metric of slide is better low or high; name one with --minimize or --maximize"),
    Case(
      .refused, "tune slide --over rate --minimize height --maximize growth",
      says: "--minimize and --maximize are both given; keep one"),
    Case(
      .refused, "tune slide --over rate --minimize height --search randon",
      says: "no search \"randon\"; did you mean random?"),
    Case(
      .refused, "tune slide --over rate --minimize height --search grid,grid",
      says: "grid is named twice; keep one"),
    Case(
      .refused, "tune slide --over rate --minimize height --search halving",
      says: "slide has no epochs or steps; name what to buy with --resource"),
    Case(
      .refused, "tune slide --over rate --minimize height --search halving --resource surface",
      says: "surface has no amounts; name a knob that is a number with --resource"),
    Case(
      .refused, "tune slide --over pushes --minimize height --search halving --resource pushes",
      says: "pushes is both searched and bought; search without it"),
    Case(
      .refused, "tune slide --over rate --minimize height --resource pushes",
      says: "--resource is for halving and hyperband; name one of them with --search"),
    Case(
      .refused, "tune slide --over rate --minimize height --budget updates",
      says: "--budget \"updates\" is no amount; write 'multiply-adds 1e9'"),
    Case(
      .refused, "tune slide --over rate --minimize height --subject-to height",
      says: "--subject-to \"height\" has no <= or >=; write \"METRIC <= NUMBER\" in quotes"),
    Case(
      .refused, "tune slide --over rate --minimize height --subject-to height<=x",
      says: "height is bound by \"x\", which is not a number"),
    Case(
      .refused, "tune slide --over rate --minimize height --set pushes",
      says: "--set \"pushes\" sets nothing; write KNOB=VALUE"),
    Case(
      .refused, "tune --study no/such",
      says: "there is no no/such; name what to search to begin a study"),
    Case(
      .refused, "sweep slide", says: "give one knob a range LOW..HIGH, such as --rate 0.001..10"),
    Case(
      .done, "sweep slide --rate 1..2 --pushes 1..3 --points 3",
      says: "height against rate and pushes"
    ),
    Case(
      .done, "sweep slide --rate 1..2 --points 2 --table growth,bytes", says: "bytes"),
    Case(
      .refused, "sweep slide --rate 1..2 --table growth,hight",
      says: "no metric \"hight\" in slide; did you mean height?"),
    Case(
      .refused, "sweep slide --rate 1..2 --table growth,growth",
      says: "growth stands twice in the table; keep one"),
    Case(
      .refused, "sweep slide --rate 1..2 --table growth,",
      says: "no metric \"\" in slide; there are height, growth, predicted-growth, landing, "
        + "gradient-evaluations, updates, multiply-adds, bytes"),
    Case(.refused, "sweep slide --rate 1..", says: "rate 1.. lacks an end; write LOW..HIGH"),
    Case(.refused, "sweep slide --rate ..1", says: "rate ..1 lacks an end; write LOW..HIGH"),
    Case(
      .refused, "sweep slide --surface snow..ice", says: "surface has no numbers to sweep"),
    Case(
      .refused, "sweep slide --rate 1..1",
      says: "rate 1..1 begins at or above its end; write LOW..HIGH"
    ),
    Case(
      .refused, "sweep slide --rate 2..1",
      says: "rate 2..1 begins at or above its end; write LOW..HIGH"
    ),
    Case(
      .refused, "sweep slide --rate 1..2 --metric hight",
      says: "no metric \"hight\" in slide; did you mean height?"),
    Case(
      .refused, "sweep toss --load 0..1 --seed 4294967196",
      says: "seed 4294967196 leaves no room for 5 seeds; take a smaller one"),
    Case(
      .refused, "throughput --rounds 0", says: "rounds \"0\" is not a whole number 1 … 101"),
    Case(
      .refused, "throughput --rounds 102", says: "rounds \"102\" is not a whole number 1 … 101"),
    Case(
      .refused, "sweep toss --load 0..1 --seeds 0",
      says: "seeds \"0\" is not a whole number 1 … 100"),
    Case(
      .refused, "sweep toss --load 0..1 --seeds 101",
      says: "seeds \"101\" is not a whole number 1 … 100"),
    Case(
      .refused, "sweep toss --load 0..1 --points 1",
      says: "points \"1\" is not a whole number 2 … 201"),
    Case(
      .refused, "sweep toss --load 0..1 --points 202",
      says: "points \"202\" is not a whole number 2 … 201"),
    Case(
      .refused, "check",
      says: "check what? name an exercise, such as LESSON/EXERCISE; knobs lessons lists all"),
    Case(
      .refused, "check slides/get-dwn",
      says: "no exercise \"get-dwn\" in slides; did you mean get-down?"),
    Case(
      .refused, "check slides/get-down --pushes 1",
      says: "pushes is not yours to choose in slides/get-down; choose rate (0.001 … 10) and "
        + "surface (snow, ice)"),
    Case(.refused, "hint", says: "a hint for what? name an exercise, such as LESSON/EXERCISE"),
    Case(
      .refused, "hint bare/one --lessons FOLDER/odd", says: "bare/one has no hints"),
    Case(
      .refused, "solution", says: "the solution of what? name an exercise, such as LESSON/EXERCISE"),
    Case(
      .refused, "check slides/get-down --defaults", "check slides/get-down --rate 0.2",
      "solution slides/get-down",
      says: "the solution of slides/get-down opens after a pass or 3 graded attempts; "
        + "you have made 2"),
    Case(
      .refused, "check hard/one --defaults --lessons FOLDER/odd",
      "check hard/one --defaults --lessons FOLDER/odd",
      "check hard/one --defaults --lessons FOLDER/odd",
      "solution hard/one --lessons FOLDER/odd",
      says: "the search found nothing that passes hard/one; tell the lesson's author"),
    Case(
      .refused, "reset slides/get-dwn",
      says: "no exercise \"get-dwn\" in slides; did you mean get-down?"),
    Case(
      .refused, "learn slides#a-rum", says: "no section \"a-rum\" in slides; did you mean a-run?"),
    Case(
      .refused, "learn slide#a-run", says: "no lesson \"slide\"; did you mean slides?"),
    Case(
      .refused, "learn slides#",
      says: "no section \"\" in slides; there are slides-how-hard-to-push, a-run, foresee-it, "
        + "your-turn, to-keep"),
    Case(
      .refused, "learn slides/get-dwn",
      says: "no exercise \"get-dwn\" in slides; did you mean get-down?"),
    Case(
      .refused, "find",
      says: "find what? name words of letters or digits, such as: knobs find momentum"),
    Case(
      .refused, "find ?!",
      says: "find what? name words of letters or digits, such as: knobs find momentum"),
    Case(
      .refused, "progress --csv --json",
      says: "standard output holds one document; ask for one of --csv, --json and --svg -"),
    Case(
      .refused, "progress --csv --svg -",
      says: "standard output holds one document; ask for one of --csv, --json and --svg -"),
    Case(.refused, "progress --svg x/", says: "x/ is a folder; name a file in it"),
    Case(.refused, "reset slide", says: "no lesson \"slide\"; did you mean slides?"),
    Case(
      .refused, "author new",
      says: "a new lesson of what name? such as knobs author new first-steps"),
    Case(
      .refused, "author new First",
      says: "\"First\" cannot name a lesson; use lowercase letters, digits and single hyphens, "
        + "such as first-steps"),
    Case(
      .refused, "author new fresh --simulation slyde",
      says: "no simulation \"slyde\"; did you mean slide?"),
    Case(
      .refused, "author new a --lessons FOLDER/sound",
      says: "a lesson named a stands already in FOLDER/sound/01-a.md; give the new one another name"
    ),
    Case(
      .refused, "author check nowhere",
      says: "no file, folder or lesson nowhere; name a file such as 01-name.md, or a folder"),
    Case(
      .refused, "author check --format xml", says: "no format \"xml\"; there are text, json, github"
    ),
    Case(
      .refused, "author check --json --format github",
      says: "--json and --format github are two formats; keep one"),
    Case(
      .refused, "author check --json --format text",
      says: "--json and --format text are two formats; keep one"),
    Case(
      .refused, "author check FOLDER/sound/README.md",
      says: "FOLDER/sound/README.md is not a lesson; a lesson is a file such as 01-name.md"),
    Case(
      .refused, "author preview --watch",
      says: "--watch needs a terminal; without it the lesson is printed"),
    Case(.refused, "author preview slidse", says: "no file slidse; did you mean slides?"),
    Case(
      .refused, "author calibrate",
      says: "calibrate what? name an exercise, such as LESSON/EXERCISE"),
    Case(
      .refused, "author calibrate slides/get-down --json --csv",
      says: "--json and --csv are two formats; keep one"),
    Case(
      .refused, "author calibrate slides/get-dwn --lessons FOLDER/sound",
      says: "no exercise \"slides/get-dwn\" in FOLDER/sound; there is a/one"),
    Case(
      .refused, "completions", says: "completions for which shell? there is bash, zsh and fish"),
    Case(.refused, "completions zhs", says: "no completions for \"zhs\"; did you mean zsh?"),
    Case(.refused, "completions zsh bash", says: "knobs completions takes one shell at a time"),
    Case(.refused, "help chek", says: "no command \"chek\"; did you mean check?"),
    Case(
      .refused, "help author chek",
      says: "no command \"author chek\"; did you mean author check?"),
    Case(.refused, "help run slyde", says: "no simulation \"slyde\"; did you mean slide?"),
    Case(
      .refused, "lessons --jsn", says: "no option \"--jsn\" for knobs lessons; did you mean --json?"
    ),
    Case(.refused, "--jsn", says: "no option \"--jsn\" for knobs; did you mean --json?"),
  ]

  /// Folders of lessons: sound, at fault, at fault beside what is asked for, and hard to use.
  static func write(to folder: String) throws {
    let sound = Written.lesson("A", ["one"])
    try Written.write(["01-a": sound, "README": "# Readme\n"], to: folder + "/sound")
    try Written.write(["01-a": Written.broken], to: folder + "/faulty")
    try Written.write(
      ["01-a": sound.replacing("minutes: 5", with: "minutes: x")], to: folder + "/partly")
    try Written.write([:], to: folder + "/empty")
    try Written.write(
      [
        "01-bare": Written.lesson("Bare", ["one"], hints: 0),
        "02-hard": Written.lesson("Hard", ["one"]).replacing("<= 1e-6", with: "> 1e300"),
      ], to: folder + "/odd")
  }

  @Test(arguments: done + notPassed + refused) func isAsPromised(_ each: Case) async throws {
    try await Fixture.withFolder { folder in
      try Self.write(to: folder)
      let (status, text) = await Session(folder: folder).last(of: each.lines)
      #expect(status == each.status, "\(text)")
      if status == .refused {
        #expect(text == each.says)
      } else {
        #expect(text.contains(each.says), "\(text)")
      }
    }
  }

  /// What needs another surrounding than lines and lessons.
  @Test func whatIsMissingIsRefused() async throws {
    try await Fixture.withFolder { folder in
      var session = Session(folder: folder)
      session.context.workload = nil
      #expect(
        await session.run("throughput") == (.refused, "there is nothing to time in this program"))
      let screen = session.context.screen
      session.context = Context(
        catalog: Catalog([]), environment: [:], screen: screen, errorScreen: screen, canAsk: false)
      #expect(
        await session.run("author new fresh")
          == (.refused, "there is no simulation to write a lesson on"))
    }
  }

  /// Every command ends with 0 and with 2; those that judge end with 1 too.
  @Test func everyStatusOfEveryCommandIsTried() {
    let judges = ["check", "publish", "author check", "author preview"]
    for command in Commands.all {
      func isTried(_ cases: [Case]) -> Bool {
        cases.contains { each in
          let words = (each.lines.last ?? "").split(separator: " ").map(String.init)
          return (Commands.beginning(words)?.command ?? HomeCommand.self) == command
        }
      }
      #expect(isTried(Self.done), "\(command.name)")
      #expect(isTried(Self.notPassed) == judges.contains(command.name), "\(command.name)")
      #expect(
        isTried(Self.refused.filter { $0.status == .refused }) || command == LogCommand.self,
        "\(command.name)")
    }
  }

  /// The status of several packs is that of the worst, whichever it is, in every format.
  @Test(arguments: [
    (["sound", "other"], Shell.ExitStatus.done), (["sound", "faulty"], .notPassed),
    (["faulty", "sound"], .notPassed), (["faulty", "bad"], .notPassed),
    (["sound", "other", "faulty"], .notPassed),
  ])
  func severalPacksAreAsGoodAsTheWorst(_ packs: [String], _ status: Shell.ExitStatus) async throws {
    try await Fixture.withFolder { folder in
      try Written.write(["01-a": Written.lesson("A", ["one"])], to: folder + "/sound")
      try Written.write(["01-b": Written.lesson("B", ["two"])], to: folder + "/other")
      try Written.write(["01-c": Written.broken], to: folder + "/faulty")
      try Written.write(["01-d": Written.broken], to: folder + "/bad")
      let words = packs.map { "--lessons FOLDER/\($0)" }.joined(separator: " ")
      let session = Session(folder: folder)
      for format in ["", " --json", " --format github", " --format json"] {
        let (found, text) = await session.run("author check \(words)\(format)")
        #expect(found == status, "\(format) \(text)")
      }
    }
  }
}
