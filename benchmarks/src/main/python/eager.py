# SPDX-License-Identifier: Apache-2.0
"""Trains a perceptron with PyTorch in eager mode, one thread, for the benchmark "engine".

Arguments: inputs, width and number of the hidden layers, classes, rows of a batch, batches of an
epoch. Prints the software; then, for each line with a number of epochs on standard input, the
processor time and the wall clock time of a step in microseconds.
"""

import sys
import time

import torch

inputs, hidden, layers, classes, batch, steps = map(int, sys.argv[1:7])
torch.set_num_threads(1)
torch.manual_seed(1)


def network():
    widths = [inputs] + [hidden] * layers
    parts = []
    for before, after in zip(widths, widths[1:]):
        parts += [torch.nn.Linear(before, after), torch.nn.ReLU()]
    return torch.nn.Sequential(*parts, torch.nn.Linear(widths[-1], classes))


def adam(parameters):
    """The fastest form of Adam that this PyTorch has on a processor."""
    for form in ("fused", "foreach"):
        try:
            optimizer = torch.optim.Adam(parameters, lr=1e-3, **{form: True})
            for parameter in parameters:
                parameter.grad = torch.zeros_like(parameter)
            optimizer.step()
            return form, optimizer
        except (RuntimeError, TypeError):
            continue
    return "plain", torch.optim.Adam(parameters, lr=1e-3)


def epoch():
    order = torch.randperm(batch * steps)
    x, y = features[order], labels[order]
    for step in range(steps):
        rows = slice(step * batch, (step + 1) * batch)
        loss = torch.nn.functional.cross_entropy(model(x[rows]), y[rows])
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()


model = network()
features = torch.rand(batch * steps, inputs) * 4 - 2
labels = torch.randint(classes, (batch * steps,))
form, optimizer = adam(list(model.parameters()))
print(f"PyTorch {torch.__version__}, {form} Adam", flush=True)
for line in sys.stdin:
    epochs = int(line)
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(epochs):
        epoch()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(cpu * 1e6 / epochs / steps, wall * 1e6 / epochs / steps, flush=True)
