"""What has been filled into the fields of a form, where it stands on the page."""

from collections.abc import Callable, Iterator
from ctypes import byref, c_ushort
from typing import Any

from pypdfium2 import raw

from rag.documents.loaders.office.unread import TICKED, UNTICKED
from rag.documents.loaders.pdf.fragments import Fragment
from rag.documents.loaders.pdf.words import Word

_TEXTS = frozenset({raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX})
_TICKS = frozenset({raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON})
_LINE = 11.0  # points, of a line in a field
_LONGEST = 20_000  # characters of one value


def filled_in(page: Any, form: Any) -> list[Word]:
    """The values of a page's fields as words of its text, boxes ticked or not as signs."""
    return [Word(fragment, 0) for annotation in _annotations(page) for fragment in _field(annotation, form)]


def _annotations(page: Any) -> Iterator[Any]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        try:
            if annotation and raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
                yield annotation
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _field(annotation: Any, form: Any) -> Iterator[Fragment]:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    box = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(annotation, byref(box)):
        return
    if kind in _TICKS:
        sign = TICKED if raw.FPDFAnnot_IsChecked(form, annotation) else UNTICKED
        yield Fragment(sign, box.left, box.bottom, box.right, box.top, filled=True)
    elif kind in _TEXTS:
        value = _wide(lambda buffer, size: raw.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))
        lines = [line for line in value.splitlines() if line.strip()]
        height = min(_LINE, (box.top - box.bottom) / max(1, len(lines)))
        # A single line stands in the middle of its field, several from the top.
        top = (box.top + box.bottom + height) / 2 if len(lines) == 1 else box.top
        for number, line in enumerate(lines):
            upper = top - number * height
            yield Fragment(line, box.left, upper - height, box.right, upper, filled=True)


def _wide(read: Callable[[Any, int], int]) -> str:
    """A text that pdfium writes as UTF-16 into a buffer of so many bytes."""
    size = min(read(None, 0), 2 * _LONGEST)
    buffer = (c_ushort * (size // 2 + 1))()
    read(buffer, size)
    return bytes(buffer)[: max(0, size - 2)].decode("utf-16-le", errors="replace")
