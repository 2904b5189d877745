"""Claims from translations."""

import json
import random
from pathlib import Path

from rag.reader.training.claims import translated_claims, with_a_fault

PAIRS = [
    (
        f"The council of town {n} bought {n + 20} new buses for the schools.",
        f"Dewan kota {n} membeli {n + 20} bus baru.",
    )
    for n in range(30)
]


def folder(tmp_path: Path) -> Path:
    (tmp_path / "bitext").mkdir()
    rows = [{"doc": f"d{n // 6}", "en": en, "id": local} for n, (en, local) in enumerate(PAIRS)]
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "bitext/ntrex.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / "bitext/tico19.jsonl").write_text(text.replace('"doc": "d', '"id_": "d:'), encoding="utf-8")
    return tmp_path


def test_a_claim_is_supported_exactly_when_its_sentence_or_translation_stands_in_the_passage(tmp_path: Path) -> None:
    claims = translated_claims(folder(tmp_path), 60, random.Random(4))
    translation = {text: other for en, local in PAIRS for text, other in ((en, local), (local, en))}
    assert len(claims) == 60
    for claim in claims:
        stands = claim.statement in claim.passage or translation.get(claim.statement, "\0") in claim.passage
        assert claim.supported == stands
    assert {claim.supported for claim in claims} == {True, False}


def test_a_changed_number_is_one_the_passage_does_not_have() -> None:
    for seed in range(20):
        found = with_a_fault("It bought 25 buses.", "Kota itu membeli 25 bus.", (), random.Random(seed))
        assert found is not None
        assert found != "It bought 25 buses."
        assert found.startswith("It bought ")


def test_a_statement_without_anything_to_change_has_no_fault() -> None:
    assert with_a_fault("it is so", "begitulah", (), random.Random(1)) is None
