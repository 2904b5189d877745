"""Scans made of the PDF pages of a test: a grey picture of each, noisy and a little askew, and not one letter."""

import math
import zlib

import numpy as np
import numpy.typing as npt
import pypdfium2

from tests.rag.documents.loaders.pages import assembled, pdf_of, rows_from

Picture = npt.NDArray[np.uint8]
_NOISE, _INK, _PAPER = 12.0, 45, 235  # standard deviation of shades; the darkest and the lightest


def scan_of(data: bytes, dpi: int = 200, degrees: float = 0.4, stamp: bytes | None = None) -> bytes:
    """A picture of each page of 600 by 800 points. `stamp`: a PDF, laid over the lower right of each as a picture."""
    noise = np.random.default_rng(7)
    pictures = [_aged(picture, noise) for picture in _pictures(data, dpi)]
    seal = _pictures(stamp, dpi // 2)[0] if stamp else None
    objects, kids = [b"<< /Type /Catalog /Pages 2 0 R >>", b""], []
    for picture in pictures:
        first = len(objects) + 1
        objects += [_image(picture), _image(picture if seal is None else seal), _shown(degrees, seal is not None)]
        kids.append(b"%d 0 R" % (first + 3))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R"
            b" /Resources << /XObject << /P %d 0 R /S %d 0 R >> >> >>" % (first + 2, first, first + 1)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return assembled(objects)


def _pictures(data: bytes, dpi: int) -> list[Picture]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [np.array(page.render(scale=dpi / 72, grayscale=True).to_numpy()) for page in document]
    finally:
        document.close()


def _aged(picture: Picture, noise: np.random.Generator) -> Picture:
    shades = _INK + picture.astype(np.float32) * (_PAPER - _INK) / 255
    return np.clip(shades + noise.normal(0, _NOISE, picture.shape), 0, 255).astype(np.uint8)


def _image(picture: Picture) -> bytes:
    data = zlib.compress(picture.tobytes())
    height, width = picture.shape[:2]
    return (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (width, height, len(data), data)
    )


def _shown(degrees: float, stamped: bool) -> bytes:
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    turn = (600 * cosine, 600 * sine, -800 * sine, 800 * cosine)
    drawn = b"q %.4f %.4f %.4f %.4f 0 0 cm /P Do Q" % turn + (b" q 150 0 0 200 400 20 cm /S Do Q" if stamped else b"")
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)


_LINES = (
    "Laporan Pelatihan Wirausaha Desa Tahun 2025",
    "",
    "Sebanyak 4.217 warga mengikuti pelatihan wirausaha sepanjang tahun 2025, naik dari 3.868",
    "orang pada tahun sebelumnya. Pelatihan berlangsung 45 hari di Balai Latihan Rantau Jaya dan",
    "dibuka oleh Kepala Dinas, Ratna Puspita Dewi, pada 17 Maret 2025. Biaya seluruhnya sebesar",
    "Rp1.386.500.000 berasal dari anggaran kabupaten, dan setiap peserta menerima uang saku",
    "Rp275.000 sehari.",
    "",
    "Peserta harus berumur 18 sampai 35 tahun dan membawa fotokopi KTP serta akta kelahiran.",
    "Pendaftaran dibuka kembali pada 9 Februari 2026 melalui nomor 0812-5567-3098.",
    "",
    "Peserta pelatihan menurut kecamatan",
)
_ROWS = (
    ("Kecamatan", "2023", "2024", "2025", "Lulus"),
    ("Rantau Jaya", "612", "688", "741", "702"),
    ("Bukit Sari", "389", "402", "467", "451"),
    ("Teluk Asri", "1.045", "1.113", "1.290", "1.204"),
    ("Muara Indah", "530", "571", "608", "577"),
    ("Suka Damai", "277", "298", "333", "310"),
)
REPORT_WORDS = tuple(" ".join((*_LINES, *(cell for row in _ROWS for cell in row))).split())


def report() -> bytes:
    """A page of invented prose, figures and a table, as PDF with its text."""
    prose = [(70.0, 740.0 - 15 * at, line) for at, line in enumerate(_LINES) if line]
    return pdf_of([[*prose, *rows_from(545, _ROWS, (70, 220, 290, 360, 430), step=18)]])
