"""How the interface looks: tokens, palette, one short style sheet, tinted icons, type scale.

Fusion on every platform; colours come from tokens, or from the system in high contrast.
"""
