from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from innolab_desktop.ui.help.blocks import Block, BlockKind, Span, plain, read_blocks


def test_every_kind_of_block_is_read() -> None:
    text = """# Titel

Ein Absatz,
der weitergeht.
## Teil
- **Stark:** und
  weiter
- zweitens
1. Schritt mit [einem Verweis](ziel.md)
### Klein
| Teil | Lizenz |
|---|---|
| Qt | LGPL |

Ende mit `code`."""
    assert read_blocks(text) == (
        plain(BlockKind.TITLE, "Titel"),
        plain(BlockKind.PARAGRAPH, "Ein Absatz, der weitergeht."),
        plain(BlockKind.HEADING, "Teil"),
        Block(BlockKind.BULLET, (Span("Stark:", strong=True), Span(" und weiter"))),
        plain(BlockKind.BULLET, "zweitens"),
        plain(BlockKind.STEP, "Schritt mit einem Verweis"),
        plain(BlockKind.SUBHEADING, "Klein"),
        plain(BlockKind.BULLET, "Teil: Lizenz"),
        plain(BlockKind.BULLET, "Qt: LGPL"),
        Block(BlockKind.PARAGRAPH, (Span("Ende mit "), Span("code"), Span("."))),
    )


@given(st.lists(st.text(alphabet="abcäöß <>&", min_size=1).filter(str.strip), max_size=6))
def test_no_word_is_lost(paragraphs: list[str]) -> None:
    blocks = read_blocks("\n\n".join(paragraphs))
    assert [block.text for block in blocks] == [text.strip() for text in paragraphs]
