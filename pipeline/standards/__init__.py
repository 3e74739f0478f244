"""Public standards with no news in them; each module cites its specification."""
