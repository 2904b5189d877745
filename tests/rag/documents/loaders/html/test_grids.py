import pytest

from rag.types import BlockKind
from tests.rag.documents.loaders.html.reading import document, text


def test_header_rows_of_two_levels_bind_each_cell() -> None:
    table = (
        "<table><thead><tr><th rowspan=2>Desa<th colspan=2>Kios<tr><th>2024<th>2025</thead>"
        "<tr><td>Sukajadi<td>7<td>9</table>"
    )
    assert text(table) == ["Desa: Sukajadi; Kios 2024: 7; Kios 2025: 9"]


KINDS = "<tr><th>No</th><th>Surat</th></tr>"
ROWS = "<tr><td>1</td><td>Surat pindah</td></tr>", "<tr><td>2</td><td>Surat usaha</td></tr>"
READ = ["No: 1; Surat: Surat pindah", "No: 2; Surat: Surat usaha"]


@pytest.mark.parametrize(
    "table",
    [
        f"<thead>{KINDS}</thead>" + "".join(f"<thead>{row}</thead>" for row in ROWS),
        f"<thead>{KINDS}{''.join(ROWS)}</thead>",
        f"<thead>{KINDS.replace('th>', 'td>')}{''.join(ROWS)}</thead>",
        f"<thead>{KINDS}{''.join(ROWS).replace('td>', 'th>')}</thead>",
        f"<thead>{KINDS}</thead><tfoot>{KINDS.upper()}</tfoot><tbody>{''.join(ROWS)}</tbody>",
    ],
)
def test_only_the_first_rows_of_a_head_name_columns_where_rows_stand_in_heads_too(table: str) -> None:
    assert text(f"<table>{table}</table>") == READ


def test_a_foot_is_shown_below_the_rows_and_a_head_of_two_rows_keeps_both() -> None:
    foot = "<tfoot><tr><th>Jumlah</th><th>9</th></tr></tfoot>"
    assert text(f"<table><thead>{KINDS}</thead>{foot}<tr><td>1</td><td>7</td></tr></table>") == [
        "No: 1; Surat: 7",
        "No: Jumlah; Surat: 9",
    ]
    head = "<tr><th rowspan=2>Desa</th><th colspan=2>Kios</th></tr><tr><th>2024</th><th>2025</th></tr>"
    row = "<tr><td>Sukajadi</td><td>7</td><td>9</td></tr>"
    assert text(f"<table><thead>{head}{row}</thead></table>") == ["Desa: Sukajadi; Kios 2024: 7; Kios 2025: 9"]


def test_a_bold_first_row_over_plain_ones_names_the_columns() -> None:
    rows = "<tr><td>Senin</td><td>Ani</td><td>Buka</td></tr>"
    head = "<tr><td><b>Hari</b></td><td><b>Petugas</b></td><td><strong>Loket</strong></td></tr>"
    assert text(f"<table>{head}{rows}</table>") == ["Hari: Senin; Petugas: Ani; Loket: Buka"]
    assert text(f"<table>{head}{head}</table>") == ["Hari; Petugas; Loket"] * 2


def test_the_caption_of_a_table_gives_its_unit() -> None:
    read = document("<table><caption>Sewa (dalam ribu rupiah)</caption><tr><th>Kios<th>Sewa<tr><td>A<td>90</table>")
    (table,) = [block.table for block in read.blocks if block.table is not None]
    assert (table.caption, table.unit) == ("Sewa (dalam ribu rupiah)", "ribu rupiah")


@pytest.mark.parametrize(
    "tiles",
    [
        "<div class=t><h3>412</h3><p>Kios</p></div><div class=t><h3>388</h3><p>Los</p></div>",
        "<div class=t><span>Kios</span><span>412</span></div><div class=t><span>Los</span><span>388</span></div>",
        "<li><strong>412</strong><em>Kios</em></li><li><strong>388</strong><em>Los</em></li>",
    ],
)
def test_tiles_of_a_label_and_a_figure_are_pairs(tiles: str) -> None:
    assert text(f"<div>{tiles}</div>") == ["Kios: 412", "Los: 388"]


def test_figures_that_count_on_before_words_are_numbers_of_steps() -> None:
    step = "<div class=t><span>{}</span><h4>{}</h4></div>"
    assert text(f"<div>{step.format('01', 'Daftar akun')}{step.format('02', 'Unggah berkas')}</div>") == [
        "1. Daftar akun",
        "2. Unggah berkas",
    ]
    tile = "<div class=t><span>{}</span><b>{}</b></div>"
    assert text(f"<div>{tile.format('Kios', '1')}{tile.format('Los', '2')}</div>") == ["Kios: 1", "Los: 2"]


def test_a_figure_with_its_unit_and_a_label_is_a_tile() -> None:
    tile = "<div class=t><b>{}</b><small>orang</small><p>{}</p></div>"
    assert text(f"<div>{tile.format('412', 'Pedagang')}{tile.format('9', 'Petugas')}</div>") == [
        "Pedagang: 412 orang",
        "Petugas: 9 orang",
    ]


def test_items_that_only_begin_with_a_figure_are_no_tiles() -> None:
    assert text("<ul><li><b>2</b> lembar foto</li><li><b>1</b> surat</li></ul>") == ["- 2 lembar foto", "- 1 surat"]


def test_definitions_are_pairs_and_questions_are_headings() -> None:
    assert text("<dl><dt>Ketua</dt><dd>Ratna</dd><dt>Telepon:</dt><dd>0812</dd><dd>0813</dd></dl>") == [
        "Ketua: Ratna",
        "Telepon: 0812; 0813",
    ]
    read = document("<dl><dt>Siapa ketua?</dt><dd>Ratna.</dd></dl>")
    assert read.blocks[0].kind is BlockKind.HEADING


def test_a_table_that_only_lays_the_page_out_is_read_cell_by_cell() -> None:
    assert text("<table><tr><td><h2>Sewa</h2><p>Rp9.000 sehari.</p><td><p>Buka Rabu.</p></table>") == [
        "Sewa",
        "Rp9.000 sehari.",
        "Buka Rabu.",
    ]


def test_labels_and_values_that_only_a_style_sets_apart_are_pairs() -> None:
    tiles = "<div><span>Harga anak</span><b>Rp25.000</b></div><div><span>Hari jalan</span><b>Sabtu dan Minggu</b></div>"
    assert text(f"<div>{tiles}</div>") == ["Harga anak: Rp25.000", "Hari jalan: Sabtu dan Minggu"]


def test_inline_elements_that_only_a_style_sets_apart_are_not_glued() -> None:
    assert text("<p><span>Harga anak</span><b>Rp25.000</b> sehari.</p>") == ["Harga anak Rp25.000 sehari."]
    assert text("<p><b>K</b><span>epala desa hadir di sini.</span></p>") == ["Kepala desa hadir di sini."]
    assert text("<p>Luas <i>m</i><sup>2</sup> saja yang dicatat.</p>") == ["Luas m² saja yang dicatat."]
