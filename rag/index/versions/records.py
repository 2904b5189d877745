"""Documents and passages as JSON, which is decoded only when asked for."""

import json
from dataclasses import asdict, astuple
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import Any

from rag.types import (
    Block,
    BlockKind,
    Cell,
    Document,
    Doubt,
    Heading,
    Language,
    LeftOut,
    Notice,
    NoticeKind,
    Omission,
    Passage,
    Table,
)

_OMISSIONS = frozenset(Omission)


def encode_passage(passage: Passage) -> bytes:
    """A passage as one line of JSON."""
    return _to_json({**_fields(passage), "tables": list(map(_packed_table, passage.tables))})


def decode_passage(line: bytes) -> Passage:
    """Undoes `encode_passage`."""
    fields = _typed(json.loads(line))
    fields["headings"] = tuple(fields.get("headings", ()))  # earlier releases kept the last two only, in `heading`
    fields["tables"] = tuple(map(_table, fields.get("tables", ())))
    return Passage(**fields)


def decode_title(line: bytes) -> tuple[str, Language]:
    """Title and language alone, of a passage or a document."""
    fields = json.loads(line.decode("ascii"))
    return fields["title"], Language(fields["language"])


def encode_document(document: Document) -> bytes:
    """A document as one line of JSON."""
    packed = {
        "headings": [asdict(heading) for heading in document.headings],
        "blocks": list(map(_packed_block, document.blocks)),
        "left_out": [asdict(each) for each in document.left_out],
        "notices": [asdict(each) for each in document.notices],
    }
    return _to_json({**_fields(document), **packed})


def decode_document(line: bytes) -> Document:
    """Undoes `encode_document`."""
    fields = _typed(json.loads(line))
    fields["headings"] = tuple(Heading(**heading) for heading in fields["headings"])
    fields["based_on"] = tuple(fields["based_on"])
    fields["page_starts"] = tuple(fields["page_starts"])
    fields["unread_pages"] = tuple(fields.get("unread_pages", ()))  # earlier releases did not look for them
    fields["blocks"] = tuple(map(_block, fields.get("blocks", ())))
    # Earlier builds told both in English sentences, which nothing can put into words now.
    fields["left_out"] = tuple(_left_out(each) for each in fields.get("left_out", ()) if each["reason"] in _OMISSIONS)
    fields["notices"] = tuple(notice_of(each) for each in fields.get("notices", ()) if isinstance(each, dict))
    return Document(**fields)


def _fields(value: Document | Passage) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in dataclass_fields(value)}


def _packed_block(block: Block) -> dict[str, Any]:
    packed = {name: value for name, value in _said(block).items() if name != "table"}
    if block.doubtful:
        packed["doubtful"] = list(map(astuple, block.doubtful))
    return packed if block.table is None else {**packed, "table": _packed_table(block.table)}


def _packed_table(table: Table) -> dict[str, Any]:
    return {**_said(table), "rows": [[_packed_cell(cell) for cell in row] for row in table.rows]}


def _packed_cell(cell: Cell) -> list[int]:
    # A sheet may hold a million cells: numbers alone take a third of the room and of the time.
    place = [cell.start, cell.end, cell.row, cell.column]
    return place if cell.rows == cell.columns == 1 else [*place, cell.rows, cell.columns]


def _said(value: Block | Table) -> dict[str, Any]:
    """The fields that differ from what they are by default."""
    return {
        field.name: held for field in dataclass_fields(value) if (held := getattr(value, field.name)) != field.default
    }


def _block(fields: dict[str, Any]) -> Block:
    table = fields.get("table")
    typed = {
        "kind": BlockKind(fields["kind"]),
        "path": tuple(fields.get("path", ())),
        "doubtful": tuple(map(_doubt, fields.get("doubtful", ()))),
    }
    return Block(**{**fields, **typed, "table": table and _table(table)})


def _doubt(stored: str | list[Any]) -> Doubt:
    """Earlier releases kept the words alone."""
    return Doubt(stored) if isinstance(stored, str) else Doubt(*stored)


def _left_out(fields: dict[str, Any]) -> LeftOut:
    return LeftOut(**{**fields, "reason": Omission(fields["reason"])})


def notice_of(fields: dict[str, Any]) -> Notice:
    """A notice from its fields as JSON holds them."""
    return Notice(**{**fields, "kind": NoticeKind(fields["kind"]), "pages": tuple(fields["pages"])})


def _table(fields: dict[str, Any]) -> Table:
    rows = tuple(tuple(Cell(*cell) for cell in row) for row in fields["rows"])
    return Table(**{**fields, "columns": tuple(fields["columns"]), "rows": rows})


def _to_json(fields: dict[str, Any]) -> bytes:
    # Lone surrogates, which some broken PDFs hold, have no UTF-8 form; ASCII escapes keep them and never fail.
    return json.dumps(fields, default=_iso).encode("ascii")


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} does not belong in a record")


def _typed(fields: dict[str, Any]) -> dict[str, Any]:
    published = fields.get("published")
    fields["published"] = date.fromisoformat(published) if published else None
    fields["language"] = Language(fields["language"])
    return fields
