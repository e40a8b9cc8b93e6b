"""Define the network: a MiniLM encoder, BIO heads, and a layer that reads the window again for each cue."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from training.attribution.data import ACTS, FORMS

TYPES = 12  # case (3) x inside or outside a quotation (2) x style of marks (2)
CUE_LABELS = (len(ACTS), 2, 2, len(FORMS))


class Tagger(nn.Module):
    """Tag words as source, cue or content, then each cue's own source and content, act, negation, hedge and form."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
        old = self.encoder.embeddings.token_type_embeddings.weight.data[0:1]
        self.encoder.embeddings.token_type_embeddings = nn.Embedding.from_pretrained(old.repeat(TYPES, 1), freeze=False)
        self.encoder.pooler = None
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(size, 9)
        self.cue_mean = nn.Linear(size, size, bias=False)
        self.cue_mark = nn.Parameter(torch.randn(size) * 0.05)
        nn.init.normal_(self.cue_mean.weight, std=0.01)
        self.norm = nn.LayerNorm(size)
        self.layer = copy.deepcopy(self.encoder.encoder.layer[-1])
        self.roles = nn.Linear(size, 5)
        self.labels = nn.Linear(2 * size, sum(CUE_LABELS))

    def thin(self, kept: Sequence[int]) -> None:
        """Keep only some of the encoder's layers, by number."""
        layers = self.encoder.encoder.layer
        self.encoder.encoder.layer = nn.ModuleList([layers[number] for number in kept])
        self.encoder.config.num_hidden_layers = len(kept)

    def encode(
        self, pieces: torch.Tensor, mask: torch.Tensor, types: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return hidden states (b, l, d) and BIO scores (b, l, 9) of pieces (b, l) of given types (b, l)."""
        output = self.encoder(input_ids=pieces, attention_mask=mask, token_type_ids=types)
        hidden = output.last_hidden_state
        return hidden, self.heads(self.drop(hidden))

    def condition(
        self, hidden: torch.Tensor, cue: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return role scores (k, l, 5) and label scores (k, sum) of k cues, each a mask (k, l) over its window."""
        weight = cue.unsqueeze(-1)
        total = cue.sum(1, keepdim=True).clamp(min=1)
        mean = (hidden * weight).sum(1) / total
        state = self.norm(hidden + self.cue_mean(mean).unsqueeze(1) + self.cue_mark * weight)
        blocked = (1.0 - mask.to(state.dtype))[:, None, None, :] * -1e4
        state = self.layer(state, blocked)
        state = state[0] if isinstance(state, tuple) else state
        roles = self.roles(self.drop(state))
        content = torch.softmax(roles.float(), -1)[..., 3:].sum(-1) * mask
        about = (state * content.unsqueeze(-1)).sum(1) / content.sum(1, keepdim=True).clamp(min=0.5)
        at_cue = (state * weight).sum(1) / total
        return roles, self.labels(self.drop(torch.cat([at_cue, about], -1)))


def restored(folder: Path, weights: Mapping[str, torch.Tensor]) -> Tagger:
    """Return a tagger with trained weights, as deep as they are."""
    model = Tagger(folder)
    depth = 1 + max(int(name.split(".")[3]) for name in weights if name.startswith("encoder.encoder.layer."))
    model.thin(range(depth))
    model.load_state_dict(weights)
    return model
