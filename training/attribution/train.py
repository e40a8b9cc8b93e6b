"""Train the tagger: `python -m training.attribution.train --shared FOLDER --minilm FOLDER --out FILE`."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import nn
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from standoff.attributing.tagging.pieces import Pieces
from standoff.attributing.tagging.wordpiece import WordPiece
from training.attribution.data import Item, Text, items, polnear, real, written
from training.attribution.nesting import nest
from training.attribution.network import CUE_LABELS, Tagger, restored
from training.attribution.vocabulary import pieces_of

PIECES_A_BATCH = 1152
LONGEST = 400
NEW = ("heads", "cue_", "roles", "labels", "norm")  # layers that MiniLM does not have


class Encoded(Pieces):
    """Hold one labelled window as pieces."""

    __slots__ = ("item",)

    def __init__(self, item: Item, vocabulary: WordPiece) -> None:
        super().__init__(item.window, vocabulary, item.style)
        self.item = item


def batches(encoded: list[Encoded], chance: random.Random) -> list[list[Encoded]]:
    """Return batches of like length, at most PIECES_A_BATCH pieces each, in random order."""
    order = list(encoded)
    chance.shuffle(order)
    found: list[list[Encoded]] = []
    for start in range(0, len(order), 2000):
        batch: list[Encoded] = []
        for one in sorted(order[start : start + 2000], key=lambda e: len(e.ids)):
            if batch and (len(batch) + 1) * len(one.ids) > PIECES_A_BATCH:
                found.append(batch)
                batch = []
            batch.append(one)
        found.append(batch)
    chance.shuffle(found)
    return found


def tensors(batch: list[Encoded]) -> tuple[torch.Tensor, ...]:
    """Return pieces, mask, types, style and BIO labels of a batch, padded."""
    longest = max(len(one.ids) for one in batch)
    pieces, mask, types = (torch.zeros(len(batch), longest, dtype=torch.long) for _ in range(3))
    labels = torch.full((len(batch), 3, longest), -1, dtype=torch.long)
    for row, one in enumerate(batch):
        pieces[row, : len(one.ids)] = torch.tensor(one.ids)
        types[row, : len(one.ids)] = torch.tensor(one.types)
        mask[row, : len(one.ids)] = 1
        for kind in range(3):
            labels[row, kind, one.first] = torch.tensor(one.item.rows[kind])
    return pieces, mask, types, labels


def cue_tensors(batch: list[Encoded], longest: int) -> tuple[torch.Tensor, ...] | None:
    """Return row, cue mask, role labels and cue labels of all cues of a batch, or nothing where it has none."""
    rows, masks, roles, labels = [], [], [], []
    for row, one in enumerate(batch):
        for cue in one.item.cues:
            mask = torch.zeros(longest)
            mask[one.first[cue.first] : one.first[cue.after - 1] + 1] = 1
            role = torch.full((longest,), -1, dtype=torch.long)
            role[one.first] = torch.tensor(cue.roles)
            rows.append(row)
            masks.append(mask)
            roles.append(role)
            labels.append(torch.tensor(cue.labels))
    if not rows:
        return None
    return torch.tensor(rows), torch.stack(masks), torch.stack(roles), torch.stack(labels)


def loss_of(model: Tagger, batch: list[Encoded], entropy: nn.CrossEntropyLoss) -> torch.Tensor:
    """Return the summed loss of BIO heads, roles and cue labels on a batch."""
    pieces, mask, types, labels = tensors(batch)
    cues = cue_tensors(batch, pieces.shape[1])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, bio = model.encode(pieces, mask, types)
        if cues is not None:
            role_scores, label_scores = model.condition(hidden[cues[0]], cues[1], mask[cues[0]])
    total = torch.zeros(())
    for kind in range(3):
        total = total + entropy(bio[..., 3 * kind : 3 * kind + 3].float().reshape(-1, 3), labels[:, kind].reshape(-1))
    if cues is not None:
        total = total + entropy(role_scores.float().reshape(-1, 5), cues[2].reshape(-1))
        start = 0
        for index, size in enumerate(CUE_LABELS):
            wanted = cues[3][:, index]
            if (wanted >= 0).any():
                total = total + 0.3 * entropy(label_scores[:, start : start + size].float(), wanted)
            start += size
    return total


@dataclass(frozen=True, slots=True)
class Plan:
    """Hold how long and how fast to train: epochs, rate of the encoder (new layers learn 4 times as fast), seed."""

    epochs: int
    rate: float
    mean: float
    seed: int


def train(model: Tagger, encoded: list[Encoded], plan: Plan, out: Path) -> None:
    """Train with AdamW and linear decay, and save the running mean of the weights after each epoch."""
    chance = random.Random(plan.seed)
    total = len(batches(encoded, chance)) * plan.epochs
    optimiser, schedule = _optimiser(model, plan, total)
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(plan.mean))
    entropy = nn.CrossEntropyLoss(ignore_index=-1)
    began, step = time.time(), 0
    for epoch in range(plan.epochs):
        model.train()
        for batch in batches(encoded, chance):
            loss = loss_of(model, batch, entropy)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            schedule.step()
            mean.update_parameters(model)
            step += 1
            if step % 50 == 0:
                row = {"step": step, "of": total, "loss": round(loss.item(), 4), "minutes": _since(began)}
                print(json.dumps(row), flush=True)
        torch.save(mean.module.state_dict(), out if epoch + 1 == plan.epochs else out.with_suffix(f".{epoch + 1}.pt"))


def _optimiser(model: Tagger, plan: Plan, total: int) -> tuple[torch.optim.Optimizer, LambdaLR]:
    """Return the optimiser and its schedule: a short warm-up, then linear decay."""
    trained = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    fresh = [p for name, p in trained if name.startswith(NEW)]
    old = [p for name, p in trained if not name.startswith(NEW)]
    groups = [{"params": old, "lr": plan.rate}, {"params": fresh, "lr": 4 * plan.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = min(100, total // 10)
    return optimiser, LambdaLR(optimiser, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / total))


def _since(began: float) -> float:
    """Return minutes since a time."""
    return round((time.time() - began) / 60, 1)


def texts(options: argparse.Namespace) -> Iterator[Text]:
    """Yield all training texts: a share of PolNeAR, our own several times, and made-up nesting."""
    chance = random.Random(options.seed)
    news = list(polnear(options.shared / "benchmarks" / "polnear", "train")) if options.polnear else []
    yield from chance.sample(news, int(options.polnear * len(news)))
    reports = list(real(options.shared / "gold" / "real", options.leave_out)) if options.real else []
    passages = list(written(options.shared / "gold" / "written" / "train.jsonl"))
    yield from reports * options.real
    yield from passages * options.written
    yield from nest([*reports, *passages], options.nested, chance)


def windows_of(options: argparse.Namespace) -> Iterator[Item]:
    """Yield the windows of all texts, those of our own with nested statements again and again."""
    for text in texts(options):
        for item in items(text):
            again = options.again if any(cue.nested for cue in item.cues) else 0
            yield from (item,) * (1 + again)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the data, train, save."""
    options = _parser().parse_args(arguments)
    torch.manual_seed(options.seed)
    vocabulary = WordPiece({piece: number for number, piece in enumerate(pieces_of(options.minilm))})
    encoded = [Encoded(item, vocabulary) for item in windows_of(options)]
    encoded = [one for one in encoded if len(one.ids) <= LONGEST]
    print(len(encoded), "windows", sum(len(one.ids) for one in encoded), "pieces", flush=True)
    start = torch.load(options.start, weights_only=True) if options.start else None
    model = restored(options.minilm, start) if start else Tagger(options.minilm)
    if options.keep:
        model.thin(options.keep)
    train(model, encoded, Plan(options.epochs, options.rate, options.mean, options.seed), options.out)


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; the defaults train the base."""
    parser = argparse.ArgumentParser(prog="training.attribution.train", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with benchmarks/polnear and gold/")
    parser.add_argument("--minilm", type=Path, required=True, help="folder of the MiniLM-L6 encoder")
    parser.add_argument("--out", type=Path, required=True, help="file for the weights")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--keep", type=int, nargs="*", help="numbers of the encoder's layers to keep, from 0")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-4, help="learning rate of the encoder")
    parser.add_argument("--mean", type=float, default=0.997, help="decay of the running mean of the weights")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--polnear", type=float, default=1.0, help="share of PolNeAR's articles, 0 to 1")
    parser.add_argument("--real", type=int, default=0, help="how often real reports are read in an epoch")
    parser.add_argument("--written", type=int, default=2, help="how often written passages are read in an epoch")
    parser.add_argument("--again", type=int, default=1, help="how often more windows with nested statements are")
    parser.add_argument("--nested", type=int, default=0, help="made-up nested sentences")
    parser.add_argument("--leave-out", nargs="*", default=[], help="beginnings of names of reports to leave out")
    return parser


if __name__ == "__main__":
    main()
