"""Web pages as a content management system leaves them."""


def page(title: str, body: str, *, head: str = "") -> str:
    """`body` below the title, between a menu and a foot."""
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        '<header><nav><ul><li><a href="/">Beranda</a></li><li><a href="/berita">Berita</a></li>'
        '<li><a href="/kontak">Kontak</a></li></ul></nav></header>'
        f"<main><h1>{title}</h1>{body}</main>"
        "<footer><p>Hak cipta pemerintah daerah</p></footer></body></html>"
    )


def rows(*texts: str, cell: str = "td") -> str:
    """Table rows of "a | b | c"; a cell that begins with "#" is a `th`."""
    return "".join(f"<tr>{''.join(_cell(one.strip(), cell) for one in text.split('|'))}</tr>" for text in texts)


def items(*texts: str) -> str:
    return "".join(f"<li>{text}</li>" for text in texts)


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _cell(text: str, cell: str) -> str:
    return f"<th>{text[1:].strip()}</th>" if text.startswith("#") else f"<{cell}>{text}</{cell}>"
