"""The child records of an entry: a list with dialogs, or a table edited in place."""
