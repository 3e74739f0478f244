"""Who holds a lease: a process of this machine that lives, one that is dead, or somebody elsewhere.

A lease names machine, process and start of the process, so that what a killed publisher held is free at once where that
can be known (Linux), and when the lease ends everywhere else.
"""

from __future__ import annotations

import os
import uuid
from pathlib import Path

_PROC = Path("/proc")


def new_lease() -> str:
    """A lease that no other claim has."""
    pid = os.getpid()
    return f"{_machine()}/{pid}/{_started(pid)}/{uuid.uuid4().hex[:16]}"


def is_dead(lease: str) -> bool:
    """Whether the holder was a process of this machine that has ended; False where that cannot be known."""
    machine, pid, started, _ = (lease.split("/") + [""] * 4)[:4]
    if not machine or machine != _machine() or not pid.isdigit():
        return False
    return _started(int(pid)) != started


def _machine() -> str:
    """Boot and process namespace: a process number means the same process only within both. Empty where unknown."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot[:8]}-{(_PROC / 'self/ns/pid').stat().st_ino}"
    except OSError:
        return ""


def _started(pid: int) -> str:
    """The start of a process in clock ticks since boot (proc(5), ``stat`` field 22); empty if it is not there or a zombie."""
    try:
        fields = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in {"Z", "X"} else fields[19]
