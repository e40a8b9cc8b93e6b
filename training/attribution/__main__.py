"""Train the tagger from nothing: `python -m training.attribution --shared FOLDER --minilm FOLDER --work FOLDER`.

First the base, on PolNeAR and our own passages; from it, with real reports, one set of weights for each conflict left
out, which give the honest figures, and one with all. Shipped is the mean of the four, which is better than each of them
on texts of others (Wortsman et al. 2022). Takes about an hour and a half on two cores.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.attribution import export, train

FOLDS = {
    "karabakh": ("0", "1", "20"),
    "gaza": ("61", "62", "63", "64", "65", "66", "67", "68"),
    "donbas": ("69", "7"),
    "all": (),
}  # beginnings of the names of the reports left out
BASE = ("--epochs", "4", "--rate", "1.5e-4", "--mean", "0.997", "--polnear", "1", "--written", "2", "--again", "1")
TUNED = (
    *("--epochs", "2", "--rate", "8e-5", "--mean", "0.99", "--polnear", "0.1", "--real", "3", "--written", "1"),
    *("--again", "2", "--nested", "300"),
)
WEIGHTS = Path(__file__).parents[2] / "src" / "standoff" / "attributing" / "tagging" / "weights"


def main() -> None:
    """Train the base and from it each fold, and export them; the weights of all go into the package."""
    parser = argparse.ArgumentParser(prog="python -m training.attribution", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with benchmarks/polnear and gold/")
    parser.add_argument("--minilm", type=Path, required=True, help="folder of the MiniLM-L6 encoder")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and the weights of folds")
    parser.add_argument("--into", type=Path, default=WEIGHTS, help="folder for the weights that are shipped")
    parser.add_argument("--no-polnear", action="store_true", help="train without PolNeAR, whose texts have no licence")
    parser.add_argument("--only", choices=FOLDS, help="this set of weights alone, from a base made before")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    data = ("--shared", str(options.shared), "--minilm", str(options.minilm))
    without = ("--polnear", "0") if options.no_polnear else ()
    base = options.work / "base.pt"
    if not (options.only and base.exists()):
        train.main([*data, "--out", str(base), *BASE, *without])
    for name in [options.only] if options.only else FOLDS:
        out = options.work / f"{name}.pt"
        left_out = ("--leave-out", *FOLDS[name]) if FOLDS[name] else ()
        train.main([*data, "--start", str(base), "--out", str(out), *TUNED, *without, *left_out])
        export.main(["--weights", str(out), "--minilm", str(options.minilm), "--out", str(options.work / name)])
    made = [str(path) for path in (options.work / f"{name}.pt" for name in FOLDS) if path.exists()]
    export.main(["--weights", *made, "--minilm", str(options.minilm), "--out", str(options.into)])


if __name__ == "__main__":
    main()
