"""What other programs calculate and plan with: Excel, CSV and calendar files.

May import ``services`` and below.
"""
