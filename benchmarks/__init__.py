"""Quality and speed, printed as tables; never a timed assertion. Run from the root: ``python -m benchmarks.quality``."""
