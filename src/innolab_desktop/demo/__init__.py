"""The demo: three vaults in which an invented mission has gone its way.

The story is data (``resources/demo/story.toml``); it is played through the same use cases that
people use, bundles and all. May import ``services`` and below.
"""
