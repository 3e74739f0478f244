#!/usr/bin/env bash
# Makes the names model from openly licensed corpora: environment, documents, stories, training, package. Every step can be run again.
#   CORPORA   folder of the corpora (default: ../shared/corpora beside the checkout)
#   PYTHON    a Python 3.11 (default: python3.11)
#   OUT       where the package goes (default: into the product)
set -euo pipefail
cd "$(dirname "$0")/.."
corpora=${CORPORA:-../../shared/corpora}
work=work
python=.venv/bin/python
mkdir -p "$work"
if [ ! -f .venv/complete ]; then
    "${PYTHON:-python3.11}" -m venv .venv
    "$python" -m pip install --quiet -r names/requirements.txt
    touch .venv/complete
fi
data=("$work/corpora.jsonl" "$work/near.jsonl" "$work/stories.jsonl:0.35")
layers=3
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
"$python" names/corpora.py "$corpora" "$work/corpora.jsonl" "$work/near.jsonl" "$work/unlabelled.jsonl"
"$python" names/invented.py "$work/corpora.jsonl" "$work/stories.jsonl" "$work/exchanged.jsonl" "$work/reports.jsonl"
"$python" names/train.py "$work/teacher.pt" --layers 6 --epochs 2 --data "${data[@]}" "$work/exchanged.jsonl:0.35" "$work/reports.jsonl"
student=("${data[@]}" "$work/exchanged.jsonl:0.25" "$work/reports.jsonl" "$work/unlabelled.jsonl")
"$python" names/train.py "$work/student.pt" --layers "$layers" --epochs 2 --data "${student[@]}" --start "$work/teacher.pt" --teachers "$work/teacher.pt"
"$python" names/train.py "$work/last.pt" --layers "$layers" --epochs 2 --rate 1.5e-4 --seed 1 --data "${student[@]}" --start "$work/student.pt" --teachers "$work/teacher.pt"
"$python" names/export.py "$work/last.pt" "${OUT:-../pipeline/annotate/name_model/model}" --layers "$layers" --version 3 --data "$work/corpora.jsonl"
