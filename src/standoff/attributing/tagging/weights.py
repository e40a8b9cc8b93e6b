"""Load the tagger's weights from the package, and name them by a digest."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from standoff.attributing.tagging.tagger import Tagger
from standoff.attributing.tagging.wordpiece import read
from standoff.errors import ModelError

FOLDER = Path(__file__).parent / "weights"
FILES = ("encoder.onnx", "roles.onnx", "vocabulary.txt", "labels.json")


def load(folder: Path = FOLDER) -> Tagger:
    """Load the weights of a folder; raises ModelError where they or ONNX Runtime are missing."""
    try:
        import onnxruntime  # heavy: only what analyses text pays for it

        acts = tuple(json.loads((folder / "labels.json").read_text(encoding="utf-8"))["acts"])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # a run has as many processes as cores
        encoder, roles = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in FILES[:2]
        )
        vocabulary = read(folder / "vocabulary.txt")
    except ImportError as error:
        raise ModelError(f"The package {error.name} is missing: install standoff again.") from error
    except OSError as error:
        raise ModelError(f"The tagger's weights cannot be read ({error}): install standoff again.") from error
    return Tagger(encoder, roles, vocabulary, acts, digest(folder))


@cache
def digest(folder: Path = FOLDER) -> str:
    """Return the first 16 hex digits of a SHA-256 over the weights; raises OSError where they are missing."""
    total = hashlib.sha256()
    for name in FILES:
        total.update((folder / name).read_bytes())
    return total.hexdigest()[:16]
