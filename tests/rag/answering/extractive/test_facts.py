from rag.answering.extractive.facts import Told, facts_of


def test_a_text_is_looked_through_once() -> None:
    assert facts_of("Puskesmas buka pukul 8.") is facts_of("Puskesmas buka pukul 8.")


def test_what_a_sentence_names() -> None:
    facts = facts_of("Pada 2024 Jepang menunda 30 proyek selama 2 tahun.")
    assert facts.territories == {"JP"}
    assert facts.years == {"2024"}
    assert {"30", "2"} <= facts.figures
    assert facts.events == facts_of("The projects were postponed.").events != frozenset()


def test_the_evidence_names_what_any_of_its_texts_does() -> None:
    told = Told.by(["Ke Jepang.", "Ke Taiwan.", "Ke Jepang.", "2025-11-04"])
    assert told.territories == {"JP", "TW"}
    assert told.dated == {"2025"}
    assert len(told.texts) == 3
