"""The handbook inside the program: read, searched and shown as structured plain text."""
