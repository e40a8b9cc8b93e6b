"""Join events of many documents into incidents (step 6)."""
