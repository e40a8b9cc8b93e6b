"""Export trained weights as two int8 ONNX graphs: `python -m training.attribution.export --help`."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions
from torch import nn

from training.attribution.data import ACTS, FORMS
from training.attribution.network import TYPES, Tagger, restored
from training.attribution.vocabulary import pieces_of


class Encoder(nn.Module):
    """Offer `encode` as a graph of its own."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> object:
        """Return hidden states and BIO scores."""
        return self.model.encode(pieces, mask, types)


class Roles(nn.Module):
    """Offer `condition` as a graph of its own."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, hidden: torch.Tensor, cue: torch.Tensor, mask: torch.Tensor) -> object:
        """Return role scores and label scores."""
        return self.model.condition(hidden, cue, mask)


def export(model: Tagger, out: Path) -> None:
    """Write encoder.onnx and roles.onnx, fused and quantised per channel."""
    model.eval()
    pieces = torch.randint(1000, 30000, (3, 17))
    mask = torch.ones_like(pieces)
    mask[1, 10:] = 0
    types, cue = torch.randint(0, TYPES, (3, 17)), torch.zeros(3, 17)
    cue[:, 4:6] = 1
    with torch.no_grad():
        hidden, _ = model.encode(pieces, mask, types)
    parts = {
        "encoder": (
            Encoder(model),
            {"pieces": pieces, "mask": mask, "types": types},
            ["hidden", "bio"],
        ),
        "roles": (Roles(model), {"hidden": hidden, "cue": cue, "mask": mask}, ["roles", "labels"]),
    }
    for name, (graph, inputs, outputs) in parts.items():
        axes = {key: {0: "batch", 1: "length"} for key in (*inputs, *outputs)}
        axes["labels"] = {0: "batch"}
        with tempfile.TemporaryDirectory() as folder:
            plain, fused = f"{folder}/plain.onnx", f"{folder}/fused.onnx"
            torch.onnx.export(
                graph, tuple(inputs.values()), plain, input_names=list(inputs), output_names=outputs,
                dynamic_axes={key: value for key, value in axes.items() if key in (*inputs, *outputs)},
                opset_version=17, dynamo=False,
            )  # fmt: skip
            optimised = optimizer.optimize_model(
                plain, model_type="bert", num_heads=12, hidden_size=384, opt_level=0, optimization_options=_fusions()
            )
            optimised.save_model_to_file(fused)
            quantize_dynamic(
                fused, str(out / f"{name}.onnx"), weight_type=QuantType.QInt8, per_channel=True,
                extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
            )  # fmt: skip


def mean(weights: Sequence[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Return the mean of weights by name; numbers that are no weights are those of the first."""
    first = weights[0]
    return {
        name: torch.stack([one[name] for one in weights]).mean(0) if value.is_floating_point() else value
        for name, value in first.items()
    }


def _fusions() -> FusionOptions:
    """Return what is fused: all but the norm with the sum before it, whose fused form is slower on one thread."""
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Load the weights, export, and put vocabulary and label names beside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="of several the mean is exported")
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    model = restored(options.minilm, mean([torch.load(path, weights_only=True) for path in options.weights]))
    options.out.mkdir(parents=True, exist_ok=True)
    export(model, options.out)
    (options.out / "vocabulary.txt").write_text("\n".join(pieces_of(options.minilm)), encoding="utf-8")
    (options.out / "labels.json").write_text(json.dumps({"acts": ACTS, "forms": FORMS}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
