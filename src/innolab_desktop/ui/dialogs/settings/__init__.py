"""The settings: one dialog, one module for each part of it."""
