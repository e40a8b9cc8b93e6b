"""Parse, compare and show what a slot can hold: one module per value type."""
