from rag.types import BlockKind
from tests.rag.documents.loaders.pages import Words, lines_from, rows_from
from tests.rag.documents.loaders.pdf.reading import raw, told

NAMES = ["Sukamaju", "Tirtajaya", "Karangsari", "Bumiharjo"]


def test_heads_that_keep_their_place_and_count_the_pages_stand_apart() -> None:
    pages = [
        [
            (70, 770, "Laporan Dinas Perikanan"),
            (450, 770, f"Halaman {number} dari 4"),
            *lines_from(
                700,
                [
                    f"Nelayan {name} menangkap ikan di teluk.",
                    "Hasilnya yang banyak itu dijual di pasar pagi.",
                ],
            ),
            (300, 40, str(number)),
        ]
        for number, name in enumerate(NAMES, start=1)
    ]
    blocks = raw(pages).blocks
    heads = [block.text for block in blocks if block.kind is BlockKind.RUNNING_HEAD]
    assert heads[2:4] == ["Laporan Dinas Perikanan Halaman 2 dari 4", "2"]
    assert "Halaman" not in " ".join(told(pages))
    assert len(told(pages)) == 4


def test_a_page_for_each_village_keeps_its_lines() -> None:
    pages = [
        [
            (70, 770, "PROFIL DESA"),
            (70, 740, f"Desa {name}"),
            *rows_from(
                710, [("Jumlah rumah", ":", str(120 + 31 * at)), ("Tahun berdiri", ":", str(1950 + at))], (70, 200, 210)
            ),
        ]
        for at, name in enumerate(NAMES)
    ]
    said = told(pages)
    assert [line.strip("\f") for line in said[-3:]] == ["Desa Bumiharjo", "Jumlah rumah: 213", "Tahun berdiri: 1953"]
    assert [line for line in said if line.startswith("Jumlah rumah")] == [
        f"Jumlah rumah: {120 + 31 * at}" for at in range(4)
    ]


def test_figures_alone_at_the_edge_that_do_not_count_the_pages_stay() -> None:
    pages = [
        [(70, 700, f"Warga {name} yang memilih"), (70, 650, figure)]
        for name, figure in zip(NAMES, ("412", "388", "97", "610"), strict=True)
    ]
    assert [figure for figure in ("412", "388", "97", "610") if any(line.endswith(figure) for line in told(pages))] == [
        "412",
        "388",
        "97",
        "610",
    ]


def test_a_bold_line_names_what_stands_below_it() -> None:
    page = [
        Words(70, 700, "Kelompok Melati", bold=True),
        *lines_from(684, ["Kelompok ini menanam sayur di pekarangan.", "Hasilnya dibagi tiap bulan."]),
        Words(70, 640, "Kelompok Mawar", bold=True),
        *lines_from(624, ["Kelompok ini beternak lele."]),
    ]
    assert [(block.text, block.level) for block in raw([page]).blocks if block.is_heading] == [
        ("Kelompok Melati", 3),
        ("Kelompok Mawar", 3),
    ]
