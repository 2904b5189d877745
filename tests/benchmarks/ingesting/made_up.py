"""Collections of invented short reports, of any size, the same each time."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

_OFFICES = "Kantor Camat|Kantor Desa|Balai Latihan|Puskesmas|Pasar|Koperasi|Sekolah|Bendungan|Pelabuhan|Terminal".split(
    "|"
)
_DEEDS = "mencatat|menerima|menyalurkan|memperbaiki|membuka|menutup|mendata|membagikan|melatih|memeriksa".split("|")
_THINGS = "bibit padi|pupuk|rumah layak|jalan desa|bantuan tunai|saluran air|kios|peserta|perahu|ternak".split("|")
_SYLLABLES = "wa ru ta ma si lo pe ka ju di ne bo ra gu le ti".split()
_SENTENCES = 9
_ROUND = 4096  # made-up places, drawn so that few of them are in many documents


def write_lines(path: Path, count: int) -> None:
    """`count` documents as JSON Lines, each as long as a passage of 200 tokens."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(_texts(count)):
            fields = {"id": f"laporan-{number:07d}", "title": f"Laporan nomor {number}", "text": text}
            file.write(json.dumps(fields) + "\n")


def write_text(path: Path, size: int) -> None:
    """One text of about `size` bytes, a heading before every tenth paragraph."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(_texts(size // 400)):
            if file.tell() >= size:
                return
            file.write(f"{number // 10 + 1}. Laporan ke-{number // 10 + 1}\n\n" if number % 10 == 0 else "")
            file.write(f"{text}\n\n")


def add_line(path: Path, number: int) -> None:
    """One more document, of another text."""
    text = f"Musim tanam ke-{number} di Waru Tama dimulai lebih awal, dan seribu petani menerima benih jagung manis."
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"id": f"tambahan-{number}", "title": f"Tambahan {number}", "text": text}) + "\n")


def _texts(count: int) -> Iterator[str]:
    draws = np.random.default_rng(1)
    places = ["".join(draws.choice(_SYLLABLES, 3)).capitalize() for _ in range(_ROUND)]
    for number in range(count):
        named = (draws.zipf(1.3, (_SENTENCES, 2)) % _ROUND).tolist()
        picks = draws.integers(0, 10, (_SENTENCES, 3)).tolist()
        amounts = draws.integers(2, 90_000, _SENTENCES).tolist()
        yield " ".join(
            f"{_OFFICES[office]} {places[at]} {_DEEDS[deed]} {amount} {_THINGS[thing]} untuk warga {places[of]} pada "
            f"tahap {number % 97} tahun ini."
            for (office, deed, thing), (at, of), amount in zip(picks, named, amounts, strict=True)
        )
