// The room Simulations.
