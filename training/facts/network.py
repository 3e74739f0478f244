"""The network: the encoder's first layers over word pieces, to which is added what our annotator found; tags for words, scores for
pairs. The pieces' vectors are kept in `rank` numbers each, which makes them small."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional
from transformers import BertModel

from encoding import ENCODER, SHAPES
from examples import KINDS, RELATIONS, TITLES, TRIGGERS

DISTANCES = (0, 1, 2, 3, 5, 8, 12, 20, 35, 60)
CROWDS = 4 * 4 * 3
WIDTH = 128


class Facts(nn.Module):
    def __init__(self, layers: int, rank: int, dropout: float = 0.1) -> None:
        super().__init__()
        bert = BertModel.from_pretrained(ENCODER, add_pooling_layer=False, attn_implementation="sdpa")
        size = bert.config.hidden_size
        self.layers = bert.encoder.layer[:layers]
        self.embeddings = bert.embeddings
        self.embeddings.word_embeddings = shortened(bert.embeddings.word_embeddings.weight.detach(), rank)
        self.shape_in = nn.Embedding(SHAPES, size)
        self.kind_in = nn.Embedding(len(KINDS), size)
        for each in (self.shape_in, self.kind_in):
            nn.init.normal_(each.weight, std=0.02)
        self.drop = nn.Dropout(dropout)
        self.titles = nn.Linear(size, len(TITLES))
        self.triggers = nn.Linear(size, len(TRIGGERS))
        self.left, self.right = nn.Linear(2 * size, WIDTH), nn.Linear(2 * size, WIDTH)
        self.distance = nn.Embedding(2 * len(DISTANCES) + 2, 16)
        self.relation = nn.Embedding(len(RELATIONS), 32)
        self.between = nn.Linear(size, WIDTH)
        self.crowd = nn.Embedding(CROWDS, 16)
        self.pair = nn.Sequential(nn.Linear(4 * WIDTH + 64, WIDTH), nn.GELU(), nn.Dropout(dropout), nn.Linear(WIDTH, 2))

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor | None = None
    ) -> torch.Tensor:
        """States of every piece."""
        inside = self.embeddings.word_embeddings(ids) + self.shape_in(shapes) + self.kind_in(kinds)
        hidden = self.embeddings(inputs_embeds=inside)
        bias = None if mask is None else (1 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            made = layer(hidden, attention_mask=bias)
            hidden = made[0] if isinstance(made, tuple) else made
        return self.drop(hidden)

    def of_pairs(self, hidden: torch.Tensor, pairs: torch.Tensor) -> torch.Tensor:
        """Two scores for each pair: whether it belongs together, whether this is over."""
        row, a, z, b, y, relation, crowd = pairs.unbind(1)
        left = self.left(torch.cat([hidden[row, a], hidden[row, z]], -1))
        right = self.right(torch.cat([hidden[row, b], hidden[row, y]], -1))
        gap = torch.where(b > z, b - z, a - y)
        steps = (gap[:, None] >= torch.tensor(DISTANCES)).sum(1)
        near = self.distance(torch.where(b > z, steps, steps + len(DISTANCES) + 1))
        passed = self.passed(hidden, row, torch.minimum(z, y), torch.maximum(a, b))
        told = [passed, self.crowd(crowd), left, right, left * right, near, self.relation(relation)]
        return self.pair(torch.cat(told, -1))

    def passed(self, hidden: torch.Tensor, row: torch.Tensor, first: torch.Tensor, last: torch.Tensor) -> torch.Tensor:
        """What stands between the two: a soft maximum, from running sums, so that a pair costs the same however far apart."""
        weight = torch.exp(5 * torch.tanh(self.between(hidden) / 5))
        sums = functional.pad(weight.cumsum(1), (0, 0, 1, 0))
        return torch.log((sums[row, torch.maximum(last, first + 1)] - sums[row, first + 1]).clamp(min=0) + 0.02)


def shortened(vectors: torch.Tensor, rank: int) -> nn.Sequential:
    """The vectors as fixed short ones and a matrix that is trained (singular value decomposition)."""
    left, strength, right = torch.linalg.svd(vectors, full_matrices=False)
    made = nn.Sequential(
        nn.Embedding.from_pretrained(left[:, :rank] * strength[:rank]), nn.Linear(rank, vectors.shape[1], bias=False)
    )
    made[1].weight.data = right[:rank].T.contiguous()
    return made
