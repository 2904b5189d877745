import pytest

from rag.models.chat.clean import clean


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("4.\ud800584 orang", "4.584 orang"),
        ("4.584\x00 orang\x1b[2K", "4.584 orang[2K"),
        ("\u202e485.4\u202c orang", "485.4 orang"),
        ("4.5\u200b84 \u2066orang\u2069\ufeff", "4.584 orang"),
        ("４．５８４ ｏｒａｎｇ", "4.584 orang"),
        ("٤.٥٨٤ orang", "4.584 orang"),
        ("𝟒.𝟓𝟖𝟒 𝐨𝐫𝐚𝐧𝐠", "4.584 orang"),
        ("ti\u00addak", "tidak"),
        ("4\u0336.\u03365\u033684\u20dd", "4.584"),
        ("2½ juta", "2 1/2 juta"),
        ("kafe\u200b\u0301", "kafé"),
        ("baris\u2028baru\u00a0ini\ttab", "baris\nbaru ini tab"),
        ("\U000e0041\ue000ya\ufdd0", "ya"),
        ("“Jum’at” – R&D, 5 %", "“Jum’at” – R&D, 5 %"),
    ],
)
def test_text_is_what_it_looks_like(said: str, left: str) -> None:
    assert clean(said) == left
