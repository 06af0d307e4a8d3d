"""What the page „Austausch" consists of."""
