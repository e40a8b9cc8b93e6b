"""Load the tagger's weights from the package, and name them by a digest."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from standoff.errors import ModelError

if TYPE_CHECKING:
    from standoff.attributing.tagging.tagger import Tagger

FOLDER = Path(__file__).parent / "weights"
SLOW = ("SkipLayerNormFusion", "BiasSkipLayerNormFusion")  # a fifth of the time on one thread
FILES = ("encoder.onnx", "roles.onnx", "vocabulary.txt", "labels.json")


def load(folder: Path = FOLDER) -> Tagger:
    """Load the weights of a folder; raises ModelError where they or ONNX Runtime are missing."""
    name = digest(folder)
    import onnxruntime  # heavy, like numpy below: only what analyses text pays for it

    from standoff.attributing.tagging.tagger import Tagger
    from standoff.attributing.tagging.wordpiece import read

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # a run has as many processes as cores
    encoder, roles = (
        onnxruntime.InferenceSession(str(folder / file), options, ["CPUExecutionProvider"], disabled_optimizers=SLOW)
        for file in FILES[:2]
    )
    acts = tuple(json.loads((folder / "labels.json").read_text(encoding="utf-8"))["acts"])
    return Tagger(encoder, roles, read(folder / "vocabulary.txt"), acts, name)


@cache
def digest(folder: Path = FOLDER) -> str:
    """Return the first 16 hex digits of a SHA-256 over the weights, which takes no loading of them.

    Raises ModelError where they or ONNX Runtime are missing.
    """
    if find_spec("onnxruntime") is None:
        raise ModelError("the package onnxruntime is missing; install standoff again")
    total = hashlib.sha256()
    for name in FILES:
        try:
            total.update((folder / name).read_bytes())
        except OSError as error:
            raise ModelError(
                f"the tagger's {name} cannot be read ({error.strerror}); install standoff again"
            ) from error
    return total.hexdigest()[:16]
