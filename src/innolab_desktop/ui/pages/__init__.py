"""Pages show; one module per page, and what a page consists of beside it."""
