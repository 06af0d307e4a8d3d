"""The vault database: SQLCipher through SQLAlchemy Core. Here SQL begins.

May import ``services`` and below. Only frozen read models leave this package.
"""
