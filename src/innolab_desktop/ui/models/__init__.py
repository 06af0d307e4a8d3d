"""Qt models over frozen read models: large lists come from SQL page by page."""
