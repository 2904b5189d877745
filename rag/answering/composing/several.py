"""One answer from the answers to several questions that were asked in one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.types import Answer, Citation, Outcome, Question, Sentence

_Place = tuple[str, int, int]


def combined(question: Question, answers: Sequence[tuple[str, Answer]]) -> Answer:
    """`answers`: each question as typed, with its answer; those without one are named, at least one has one.

    A stretch of a document has one number, and is quoted again only where nothing else answers. The confidence is that
    of the least sure answer: where one is missing the whole is not answered.
    """
    given = [(asked, answer) for asked, answer in answers if answer.outcome is Outcome.ANSWERED]
    numbers: dict[_Place, Citation] = {}
    for _, answer in given:
        for citation in answer.citations:
            numbers.setdefault(_place(citation), replace(citation, number=len(numbers) + 1))
    sentences: list[Sentence] = []
    for asked, answer in given:
        first, *others = _renumbered(answer, numbers)
        said = {replace(sentence, part=None) for sentence in sentences}
        own = (first, *(sentence for sentence in others if sentence not in said))
        sentences += (replace(sentence, part=asked) for sentence in own)
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.ANSWERED,
        sentences=tuple(sentences),
        citations=tuple(numbers.values()),
        confidence=min(answer.confidence for _, answer in answers),
        differing=any(answer.differing for _, answer in given),
        unanswered=tuple(asked for asked, answer in answers if answer.outcome is not Outcome.ANSWERED),
        objections=tuple(dict.fromkeys(reason for _, answer in answers for reason in answer.objections)),
    )


def _renumbered(answer: Answer, numbers: dict[_Place, Citation]) -> Iterator[Sentence]:
    for sentence in answer.sentences:
        yield replace(sentence, citations=tuple(numbers[_place(citation)] for citation in sentence.citations))


def _place(citation: Citation) -> _Place:
    return citation.document_id, citation.start, citation.end
