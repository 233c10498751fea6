/// An optimizer by name, with the constants its source recommends.
///
/// A new one is a file and a line in `all`.
package struct OptimizerKind: Sendable {
  package let name: String
  package let make: @Sendable () -> any Optimizer

  /// Every optimizer there is.
  package static let all = [
    OptimizerKind(name: "sgd") { GradientDescent() },
    OptimizerKind(name: "momentum") { Momentum() },
    OptimizerKind(name: "nesterov") { Nesterov() },
    OptimizerKind(name: "adagrad") { Adagrad() },
    OptimizerKind(name: "rmsprop") { RMSprop() },
    OptimizerKind(name: "adam") { Adam() },
    OptimizerKind(name: "amsgrad") { AMSGrad() },
    OptimizerKind(name: "adamw") { AdamW() },
  ]
}
