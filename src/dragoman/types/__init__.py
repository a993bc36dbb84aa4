"""The values that pass between the stages: frozen data, no behaviour beyond their own invariants."""
