"""The frozen records that flow between the stages, and nothing else."""
