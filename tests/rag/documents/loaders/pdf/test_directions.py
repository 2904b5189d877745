from tests.rag.documents.loaders.pages import Words, lines_from
from tests.rag.documents.loaders.pdf.reading import raw, told

LINES = [
    "Kepala desa mengundang seluruh warga untuk hadir dalam musyawarah",
    "yang membahas rencana jembatan gantung di dusun tiga pada hari Sabtu.",
    "Musyawarah dibuka pukul delapan dan ditutup sebelum tengah hari.",
    "Warga yang berhalangan menitipkan usul kepada ketua rukun tetangga.",
]


def turned(degrees: float, at):
    return [Words(*at(number), line, degrees=degrees) for number, line in enumerate(LINES)]


def test_text_set_sideways_or_upside_down_is_read_in_its_own_direction() -> None:
    expected = " ".join(LINES)
    assert " ".join(told([turned(90, lambda n: (100 + 14 * n, 60))])) == expected
    assert " ".join(told([turned(270, lambda n: (400 - 14 * n, 700))])) == expected
    assert " ".join(told([turned(180, lambda n: (500, 300 + 14 * n))])) == expected


def test_a_page_turned_as_a_whole_reads_as_it_is_shown() -> None:
    assert " ".join(told([turned(90, lambda n: (100 + 14 * n, 60))], rotate=90)) == " ".join(LINES)


def test_marks_in_another_direction_are_left_out_and_said() -> None:
    page = [
        *lines_from(700, LINES),
        Words(120, 560, "SALINAN", 60, degrees=50),
        Words(590, 100, "diunduh 3 Mei", 8, 90),
    ]
    found = raw([page])
    assert " ".join(block.text for block in found.blocks) == " ".join(LINES)
    assert {(each.text, each.page) for each in found.left_out} == {("SALINAN", 1), ("diunduh 3 Mei", 1)}
