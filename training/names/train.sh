#!/usr/bin/env bash
# Makes the names model from openly licensed corpora: environment, documents, stories, training, package. Every step can be run again.
#   CORPORA   folder of the corpora (default: ../shared/corpora beside the checkout)
#   PYTHON    a Python 3.11 (default: python3.11)
set -euo pipefail
cd "$(dirname "$0")/.."
corpora=${CORPORA:-../../shared/corpora}
work=work
python=.venv/bin/python
mkdir -p "$work"
if [ ! -x "$python" ]; then
    "${PYTHON:-python3.11}" -m venv .venv
    "$python" -m pip install --quiet -r names/requirements.txt
fi
data=("$work/corpora.jsonl" "$work/near.jsonl" "$work/stories.jsonl:0.4" "$work/exchanged.jsonl:0.5")
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-1}
"$python" names/corpora.py "$corpora" "$work/corpora.jsonl" "$work/near.jsonl"
"$python" names/invented.py "$work/corpora.jsonl" "$work/stories.jsonl" "$work/exchanged.jsonl"
"$python" names/train.py "$work/teacher.pt" --layers 6 --epochs 2 --data "${data[@]}"
"$python" names/train.py "$work/student.pt" --layers 3 --epochs 2 --data "${data[@]}" --start "$work/teacher.pt" --teacher "$work/teacher.pt"
"$python" names/export.py "$work/student.pt" ../pipeline/annotate/name_model/model --layers 3 --version 2 --data "$work/corpora.jsonl"
