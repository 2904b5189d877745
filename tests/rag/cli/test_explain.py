from pathlib import Path

from rag.cli.explain import explained

PAGE = """<html><head><title>Pajak Desa</title></head><body><h1>Pajak Desa</h1>
<p>Pajak desa dibayar di kantor desa pada hari kerja sampai akhir bulan Maret setiap tahun.</p>
<h2>Tarif</h2><table><tr><th>Tanah</th><th>Tarif</th></tr><tr><td>Sawah</td><td>Rp20.000</td></tr></table>
</body></html>"""


def test_the_structure_of_a_file_is_told_with_its_tables(tmp_path: Path) -> None:
    file = tmp_path / "pajak.html"
    file.write_text(PAGE, encoding="utf-8")
    told = list(explained([file], 1_000_000, recognise=False))
    assert told[0] == f"{file}: Pajak Desa"
    assert "  heading 2: Tarif" in told
    assert "  table: Tanah | Tarif; 1 rows" in told


def test_what_cannot_be_read_is_told_with_the_reason(tmp_path: Path) -> None:
    (line,) = explained([tmp_path / "tiada.txt"], 1_000_000, recognise=False)
    assert "tiada.txt" in line
    assert "no such file" in line


def test_all_files_of_a_folder_are_told_but_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "desa").mkdir()
    for name in ("b.html", "desa/a.html", ".git.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    told = [line for line in explained([tmp_path], 1_000_000, recognise=False) if not line.startswith("  ")]
    assert told == [f"{tmp_path / 'b.html'}: Pajak Desa", f"{tmp_path / 'desa/a.html'}: Pajak Desa"]
