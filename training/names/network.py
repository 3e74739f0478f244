"""The network: MiniLM's first layers, a word-shape channel beside the word pieces, a two-layer head over BIO labels."""

from __future__ import annotations

import torch
from torch import nn
from transformers import BertModel

from encoding import ENCODER, LABELS, SHAPES


class Names(nn.Module):
    def __init__(self, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(ENCODER, add_pooling_layer=False, attn_implementation="sdpa")
        self.bert.encoder.layer = self.bert.encoder.layer[:layers]
        self.bert.config.num_hidden_layers = layers
        size = self.bert.config.hidden_size
        self.shape_in = nn.Embedding(SHAPES, size)
        nn.init.normal_(self.shape_in.weight, std=0.02)
        self.shape_out = nn.Embedding(SHAPES, 32)
        nn.init.normal_(self.shape_out.weight, std=0.2)
        self.head = nn.Sequential(
            nn.Dropout(dropout), nn.Linear(size + 32, size // 2), nn.GELU(), nn.Linear(size // 2, len(LABELS))
        )

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logits of the labels for every piece."""
        inside = self.bert.embeddings.word_embeddings(ids) + self.shape_in(shapes)
        hidden = self.bert(inputs_embeds=inside, attention_mask=mask).last_hidden_state
        return self.head(torch.cat([hidden, self.shape_out(shapes)], -1))
