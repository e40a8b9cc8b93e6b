"""Train the attribution tagger."""
