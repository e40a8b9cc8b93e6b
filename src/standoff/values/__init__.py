"""Say what a slot can hold: one module per value type, each with parse, normalise, compare and show."""
