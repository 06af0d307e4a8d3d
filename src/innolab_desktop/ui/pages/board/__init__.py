"""Records on a board: one column per state, a card for each record."""
