#!/usr/bin/env bash
# Makes the facts model from the extracts, in the environment that names/train.sh makes.
#   OUT       where the package goes (default: into the product)
set -euo pipefail
cd "$(dirname "$0")/.."
work=work
python=${FACTS_PYTHON:-.venv/bin/python}
mkdir -p "$work"
export PYTHONPATH=names OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
"$python" facts/train.py "$work/facts.pt" --layers 2
"$python" facts/export.py "$work/facts.pt" "${OUT:-../pipeline/annotate/fact_model/model}" --version 2
