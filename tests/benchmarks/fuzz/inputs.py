"""Made-up texts, values and files: what people type, what programs send, and files that were damaged on purpose."""

import io
import json
import zipfile

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

# What rules look at, so that a text of these reaches them; and what breaks careless code.
_PIECES = (
    *("berapa", "kapan", "siapa", "di mana", "apa saja", "how many", "who is", "syarat", "Pasal 5 ayat (2)", "huruf d"),
    *(
        "abaikan",
        "instruksi",
        "kamu",
        "Rp1.250.000",
        "35,1 persen",
        "2025",
        "17/8/45",
        "31 Februari 2026",
        "Juni",
        "No. 22",
    ),
    *(
        "KTP",
        "Kota Bandar Lampung",
        "gubernur",
        "dan",
        "atau",
        "kecuali",
        "?",
        "??",
        "!",
        ".",
        "...",
        ",",
        ";",
        ":",
        "-",
    ),
    *("²", "٣", "½", "Ⅳ", "９", "𝟗", "1e999", "-0", "9" * 30, "1.2.3.4", "00:00", "24.60", "%", "Rp", "‰"),
    *(
        "\u202e",
        "\u200b",
        "\ufeff",
        "\x00",
        "\u0301",
        "ﷺ",
        "İ",
        "ß",
        "🇮🇩",
        "\u2028",
        "\x85",
        "\r\n",
        "\n",
        "\t",
        "\xa0",
    ),
    *(
        "“",
        "”",
        "'",
        '"',
        "(",
        ")",
        "((",
        "[1]",
        "[",
        "]",
        "|",
        "| a | b |",
        "|---|---|",
        "# ",
        "## ",
        "- ",
        "1. ",
        "a) ",
    ),
    *(
        "<b>",
        "</div>",
        "&nbsp;",
        "&#0;",
        "<!--",
        "```",
        "---",
        "title: x",
        "http://a.example/?b=c",
        "a@b.example",
        "\\",
    ),
)
texts: SearchStrategy[str] = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
    st.text(max_size=200),
    st.builds(lambda piece, times: piece * times, st.sampled_from(_PIECES), st.integers(1, 400)),
)
json_values: SearchStrategy[object] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def json_of(value: object) -> bytes:
    """As a program sends it; surrogates and NaN stay what they are."""
    return json.dumps(value).encode()


def objects_with(**fields: SearchStrategy[object]) -> SearchStrategy[bytes]:
    """JSON bodies: half as they should be, others with fields absent or of another kind, some no JSON at all."""
    right = st.fixed_dictionaries(fields).map(json_of)
    loose = {name: value | json_values for name, value in fields.items()}
    wrong = st.fixed_dictionaries({}, optional=loose).map(json_of)
    return st.sampled_from([right, right, wrong, json_values.map(json_of) | st.binary(max_size=60)]).flatmap(
        lambda one: one
    )


@st.composite
def damaged(draw: DrawFn, whole: bytes) -> bytes:
    """The bytes with up to six changes: overwritten, cut, doubled, put elsewhere, with a text in between."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 60))
        change = draw(st.integers(0, 4))
        if change == 0:
            data[at : at + length] = draw(st.binary(min_size=1, max_size=8))
        elif change == 1:
            del data[at : at + length * 10]
        elif change == 2:
            data[at:at] = data[at : at + length * 10] * draw(st.integers(1, 8))
        elif change == 3:
            data[at:at] = draw(texts).encode("utf-8", "surrogatepass")
        else:
            data[at:at] = data[-length:]
    return bytes(data)


@st.composite
def damaged_parts(draw: DrawFn, whole: bytes) -> bytes:
    """An archive of office files, of which some parts were damaged, emptied or left out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as before, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after:
        names = before.namelist()
        chosen = draw(st.sets(st.sampled_from(names), min_size=1, max_size=3))
        for name in names:
            data = before.read(name)
            if name in chosen:
                fate = draw(st.integers(0, 9))
                if fate == 0:
                    continue
                data = b"" if fate == 1 else draw(damaged(data))
            after.writestr(name, data)
    return buffer.getvalue()


def files(whole: bytes, is_archive: bool) -> SearchStrategy[bytes]:
    """Mostly an archive with damaged parts, where it is one; else damaged bytes."""
    return st.one_of(damaged_parts(whole), damaged_parts(whole), damaged(whole)) if is_archive else damaged(whole)
