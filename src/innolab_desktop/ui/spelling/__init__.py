"""Red waves below misspelled words, and what they may have been meant to be."""
