import Tuning

/// Who is looked at when.
struct HalvingPlan: Equatable {
  struct Look: Equatable {
    /// How many trainings are left when it comes.
    let arms: Int

    /// After how many epochs it comes.
    let epochs: Double
  }

  let looks: [Look]

  /// From the first look on, each comes `factor` times as late, at so many times fewer trainings.
  ///
  /// Numbers of trainings are rounded down. The last look comes at the end, for whoever is left then;
  /// once a single one is left, nothing is seen of it before.
  init(arms: Int, firstLook: Int, factor: Int, whole: Int) {
    let rungs = Bracket(arms: arms, steps: whole, factor: factor).rungs
    var looks: [Look] = []
    var epochs = firstLook
    for count in rungs where count > 1 && epochs < whole {
      looks.append(Look(arms: count, epochs: Double(epochs)))
      epochs *= factor
    }
    let left = looks.count < rungs.count ? rungs[looks.count] : 1
    self.looks = looks + [Look(arms: left, epochs: Double(whole))]
  }

  /// The rungs of a bracket whose last is given all there is.
  init(_ bracket: Bracket, most: Double) {
    looks = bracket.rungs.enumerated().map { rung, arms in
      Look(arms: arms, epochs: bracket.resource(ofRung: rung, most: most))
    }
  }

  /// All epochs, where trainings begin afresh after every look.
  var epochs: Double { looks.reduce(0) { $0 + Double($1.arms) * $1.epochs } }

  /// All epochs, where trainings go on from where they were.
  var resumedEpochs: Double {
    zip(looks, [0] + looks.map(\.epochs)).reduce(0) {
      $0 + Double($1.0.arms) * ($1.0.epochs - $1.1)
    }
  }
}
