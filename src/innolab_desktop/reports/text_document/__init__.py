"""Reports as text documents (DOCX), for colleagues who write on in them.

``python-docx`` is imported here only, and this package only when a document is asked for.
"""
