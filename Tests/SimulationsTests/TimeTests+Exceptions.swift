/// What is not held to the rule, and why.
extension TimeTests {
  /// Lines that are no part of the way, and why.
  static let exempt: [String: [String: String]] = [
    "epoch-overfitting": [
      "training, beyond": "what would have come after the end",
      "validation, beyond": "what would have come after the end",
    ],
    "training-run": ["knowing nothing": "a level across the figure, drawn by its two ends"],
    "eight-knobs": ["knowing nothing": "a level across the figure, drawn by its two ends"],
  ]

  /// Simulations that draw a long way by some of its places, so that a shorter one has others.
  static let thinned: Set<String> = [
    "optimizer-race", "batch-noise", "one-fifth-rule", "evolution-race", "dropout-masks",
  ]

  /// Figures of places that are found one after another, which stay where they are.
  static let found: [String: (figure: String, series: String)] = [
    "curve-search": ("curve", "looks")
  ]

  /// Figures whose lines go on as a knob rises, and why it is no way through time.
  static let otherwise: [String: String] = [
    "step-size path by steps": "its axes are the coordinates; it goes on beside its time figures",
    "optimizer-race path by steps":
      "its axes are the parameters; it goes on beside its time figure",
    "gradient-chain signal by depth": "layers are no time, and gradients come from the other end",
    "initial-weights signal by depth": "layers are no time, and gradients come from the other end",
    "initial-weights networks by depth": "layers are no time, as above",
    "double-descent curve by features":
      "each sample is a fit by itself, that of the knob one of them",
    "training-budget memory by rows": "each sample is a batch size by itself, and rows end them",
    "population-diversity best by evaluations":
      "where fewer are judged than a generation has, there are fewer members",
  ]

  /// Knobs named after what passes in a run that are not time, and why; ``nothingElseGoesOn`` shows
  /// of each that nothing goes on as it rises, but for what is said above.
  static let withoutTime: [String: String] = [
    "rate-schedule steps": "the schedule is stretched over them",
    "fine-tuning steps": "no figure is over them",
    "hidden-width epochs": "no figure is over them",
    "training-budget epochs": "nothing is trained: what training takes is counted",
    "early-look epochs": "the figure is over all numbers of epochs; the knob marks one",
    "hyperband-search epochs": "brackets are planned by them",
    "digit-halving epochs": "what is kept, and what it is held against, is decided by them",
    "digit-duel epochs": "they are those of one of two trainings; its time is splits",
    "random-coverage trials": "the figures are over all numbers of trials; the knob marks one",
    "search-race trials": "a grid of more points has others",
    "search-range trials": "the figures are over widths and values",
    "budget-curve trials": "the figure is over all numbers of trials; the knob marks one",
    "promised-quality trials": "the figure is over all numbers of trials; the knob marks one",
    "trial-budget trials": "what a trial may cost is decided by them",
    "trial-budget evaluations": "what a trial may cost is decided by them",
    "tuned-knobs trials": "the figure is over all numbers of trials; the knob marks one",
    "tuning-contest trials": "no figure is over them",
    "branin-search looks": "a grid of more points has others",
    "branin-search searches": "lines are means over them",
    "search-race searches": "lines are means over them",
    "repeated-look looks": "the figure is over all numbers of looks; the knob marks one",
    "population-diversity evaluations": "fewer than a generation has make a smaller one",
    "joint-effect samples": "no figure is over them",
    "sensitivity-indices samples": "the figure is over all numbers of samples; the knob marks one",
    "fair-comparison runs": "the figure is over all numbers of runs; the knob marks one",
    "random-splits splits": "the figure is over all numbers of splits; the knob marks one",
    "task-transfer splits": "losses are means over them",
    "repeated-folds repeats": "the figure is over all numbers of repeats; the knob marks one",
  ]

  static let words: Set<String> = [
    "steps", "epochs", "iterations", "trials", "looks", "evaluations", "samples", "splits", "runs",
    "searches", "repeats", "generations", "updates", "horizon",
  ]
}
