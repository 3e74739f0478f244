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
data=("$work/corpora.jsonl" "$work/near.jsonl" "$work/stories.jsonl:0.25" "$work/exchanged.jsonl:0.3" "$work/reports.jsonl:0.7" "$work/extracts.jsonl:0.7")
common=(--less crossner:0.5 crossner_exchanged:0.5)
layers=3
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
"$python" names/corpora.py "$corpora" "$work/corpora.jsonl" "$work/near.jsonl" "$work/unlabelled.jsonl"
"$python" names/invented.py "$work/corpora.jsonl" "$work/stories.jsonl" "$work/exchanged.jsonl" "$work/reports.jsonl" "$work/extracts.jsonl"
"$python" names/train.py "$work/teacher.pt" --layers 6 --epochs 2 --data "${data[@]}" "${common[@]}"
"$python" names/train.py "$work/student.pt" --layers "$layers" --epochs 3 --lessons 0.5 --data "${data[@]}" "$work/unlabelled.jsonl" "${common[@]}" \
    --start "$work/teacher.pt" --teachers "$work/teacher.pt"
"$python" names/export.py "$work/student.pt" "${OUT:-../pipeline/annotate/name_model/model}" --layers "$layers" --version 4 --data "$work/corpora.jsonl"
