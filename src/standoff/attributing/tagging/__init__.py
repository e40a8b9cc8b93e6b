"""Find sources, cues and contents with a trained tagger (cue tagging, then roles for each cue)."""
