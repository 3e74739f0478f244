"""Keeps a network's few outlying channels out of int8, where one scale must serve all inputs of a product.

Behind a GELU one or two channels reach four times as far as the others, and then the others are rounded four times as coarsely.
Those channels get a small product of their own, in full precision (as LLM.int8 does, Dettmers et al. 2022); the sum stays the same.
"""

from __future__ import annotations

import torch
from torch import nn

from decoding import encode, windows
from network import Names

CHANNELS = 4  # of each product
WHOLE = "few"  # what stays in full precision bears this name


class Parted(nn.Module):
    """A linear layer in two parts: `many` channels, and the `few` that reach farthest."""

    def __init__(self, layer: nn.Linear, few: torch.Tensor) -> None:
        super().__init__()
        kept = torch.ones(layer.in_features).index_fill(0, few, 0)
        self.kept, self.at = nn.Parameter(kept, requires_grad=False), nn.Parameter(few, requires_grad=False)
        self.many = nn.Linear(layer.in_features, layer.out_features)
        self.many.weight, self.many.bias = nn.Parameter(layer.weight.detach() * kept), layer.bias
        self.few = nn.Linear(len(few), layer.out_features, bias=False)
        self.few.weight = nn.Parameter(layer.weight.detach()[:, few])

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        return self.many(inputs * self.kept) + self.few(inputs.index_select(-1, self.at))


def part(model: Names, texts: list[str]) -> None:
    """Part the second product of every layer's feed-forward; the texts show how far each of its channels reaches."""
    layers = [each.output for each in model.bert.encoder.layer]
    for layer, far in zip(layers, reach(model, [each.dense for each in layers], texts), strict=True):
        layer.dense = Parted(layer.dense, far.topk(CHANNELS).indices.sort().values)


def reach(model: Names, products: list[nn.Linear], texts: list[str]) -> list[torch.Tensor]:
    """For each product the largest amount of every input channel over the texts."""
    farthest = [torch.zeros(each.in_features) for each in products]

    def note(at: int, inputs: tuple[torch.Tensor, ...]) -> None:
        farthest[at] = torch.maximum(farthest[at], inputs[0].detach().abs().flatten(0, -2).amax(0))

    hooks = [
        each.register_forward_pre_hook(lambda _, inputs, at=at: note(at, inputs)) for at, each in enumerate(products)
    ]
    with torch.inference_mode():
        for text in texts:
            for places in windows(text):
                ids, shapes, _ = encode(text, places)
                model(torch.tensor([ids]), torch.tensor([shapes]), torch.ones(1, len(ids), dtype=torch.long))
    for each in hooks:
        each.remove()
    return farthest
