"""Define the nouns: frozen records and their invariants; no I/O, no language processing, no third-party import."""
