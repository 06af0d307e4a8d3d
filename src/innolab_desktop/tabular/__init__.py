"""Tables in and out: Excel, CSV, calendar and JSON files.

May import ``services`` and below. Empty until the first table use case lands.
"""
