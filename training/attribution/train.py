"""Train the tagger: `python -m training.attribution.train --shared FOLDER --minilm FOLDER --out FILE`."""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn

from training.attribution.data import Item, items, polnear, real, written
from training.attribution.network import CUE_LABELS, Tagger

PIECES_A_BATCH = 1152
LONGEST = 400


class Encoded:
    """Hold one item as pieces: ids, types and the first piece of each word."""

    __slots__ = ("first", "ids", "item", "types")

    def __init__(self, item: Item, tokenizer: Tokenizer) -> None:
        encoding = tokenizer.encode(list(item.window.forms), is_pretokenized=True)
        first = [-1] * len(item.window.forms)
        types = []
        for index, word in enumerate(encoding.word_ids):
            types.append(0 if word is None else item.window.types[word])
            if word is not None and first[word] < 0:
                first[word] = index
        for word in range(len(first)):  # a word the tokenizer drops stands at the piece before it
            if first[word] < 0:
                first[word] = first[word - 1] if word else 0
        self.item, self.ids, self.types, self.first = item, encoding.ids, types, first


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
    return pieces, mask, types, torch.tensor([one.item.style for one in batch]), labels


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
    pieces, mask, types, style, labels = tensors(batch)
    cues = cue_tensors(batch, pieces.shape[1])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden, bio = model.encode(pieces, mask, types, style)
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


def train(model: Tagger, encoded: list[Encoded], epochs: int, out: Path) -> None:
    """Train with AdamW and linear decay, and save the weights after each epoch."""
    chance = random.Random(1)
    new = ("heads", "style", "cue_", "roles", "labels")
    fresh = [p for name, p in model.named_parameters() if p.requires_grad and name.startswith(new)]
    old = [p for name, p in model.named_parameters() if p.requires_grad and not name.startswith(new)]
    groups = [{"params": old, "lr": 1.5e-4}, {"params": fresh, "lr": 6e-4}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    total = len(batches(encoded, chance)) * epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / 100) * max(0.02, 1 - step / total)
    )
    entropy = nn.CrossEntropyLoss(ignore_index=-1)
    began, step, running = time.time(), 0, 0.0
    for epoch in range(epochs):
        model.train()
        for batch in batches(encoded, chance):
            loss = loss_of(model, batch, entropy)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            schedule.step()
            step, running = step + 1, running + loss.item()
            if step % 50 == 0:
                minutes = (time.time() - began) / 60
                print(
                    json.dumps(
                        {"step": step, "of": total, "loss": round(running / 50, 4), "minutes": round(minutes, 1)}
                    ),
                    flush=True,
                )
                running = 0.0
        torch.save(model.state_dict(), out.with_suffix(f".{epoch + 1}.pt"))


def texts(shared: Path, leave_out: list[str], repeat: int) -> Iterator[Item]:
    """Yield all training items: PolNeAR once, our own texts several times."""
    for text in polnear(shared / "benchmarks" / "polnear", "train"):
        yield from items(text)
    own = [*real(shared / "gold" / "real", leave_out), *written(shared / "gold" / "written" / "train.jsonl")]
    for _ in range(repeat):
        for text in own:
            yield from items(text)


def main() -> None:
    """Read the data, train, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--leave-out", nargs="*", default=[])
    options = parser.parse_args()
    torch.manual_seed(1)
    tokenizer = Tokenizer.from_file(str(options.minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    encoded = [Encoded(item, tokenizer) for item in texts(options.shared, options.leave_out, options.repeat)]
    encoded = [one for one in encoded if len(one.ids) <= LONGEST]
    print(len(encoded), "windows", sum(len(one.ids) for one in encoded), "pieces", flush=True)
    train(Tagger(options.minilm), encoded, options.epochs, options.out)


if __name__ == "__main__":
    main()
