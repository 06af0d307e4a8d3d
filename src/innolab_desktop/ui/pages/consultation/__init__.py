"""A Fallberatung that leads through its phases."""
