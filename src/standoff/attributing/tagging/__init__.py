"""Find the spans of attributions with a trained tagger."""
