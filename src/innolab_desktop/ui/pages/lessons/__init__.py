"""Erkenntnisse und Transfer: what was learned across all missions."""
