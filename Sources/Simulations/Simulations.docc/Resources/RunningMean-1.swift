import Experiments
import Learning

/// A running mean of noisy values: how much noise it keeps.
package enum RunningMean: Simulation {
  package static let name = "running-mean"
  package static let summary = "A running mean of noisy values: how much noise it keeps"
  package static let usesChance = true
}
