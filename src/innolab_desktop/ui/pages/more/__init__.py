"""The start of „Weiteres": which areas there are, and the way to each of them."""
