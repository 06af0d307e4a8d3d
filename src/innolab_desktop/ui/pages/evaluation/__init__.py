"""The self-evaluation and the indicators: sheets to answer, results, trends."""
