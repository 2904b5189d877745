"""One answer from the answers to several questions that were asked in one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rag.answering.composing.phrases import phrases
from rag.types import Answer, Citation, Outcome, Question, Sentence

_Place = tuple[str, int, int]


def combined(question: Question, answers: Sequence[tuple[str, Answer]]) -> Answer:
    """`answers`: each question as typed, with its answer; those without one are named, at least one has one.

    A stretch of a document has one number, and is quoted again only where nothing else answers. The confidence is that
    of the least sure answer.
    """
    given = [(asked, answer) for asked, answer in answers if answer.outcome is Outcome.ANSWERED]
    without = tuple(asked for asked, answer in answers if answer.outcome is not Outcome.ANSWERED)
    numbers: dict[_Place, Citation] = {}
    for _, answer in given:
        for citation in answer.citations:
            numbers.setdefault(_place(citation), replace(citation, number=len(numbers) + 1))
    sentences: list[Sentence] = []
    for asked, answer in given:
        first, *others = _renumbered(asked, answer, numbers)
        said = {sentence.text for sentence in sentences}
        sentences += [first, *(sentence for sentence in others if sentence.text not in said)]
    say = phrases(question.language)
    missing = (say.part_not_found.format(asked=asked) for asked in without)
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.ANSWERED,
        text=" ".join([*_told(sentences), *missing]),
        sentences=tuple(sentences),
        citations=tuple(numbers.values()),
        confidence=min(answer.confidence for _, answer in given),
        differing=any(answer.differing for _, answer in given),
        unanswered=without,
        objections=tuple(dict.fromkeys(reason for _, answer in answers for reason in answer.objections)),
    )


def marked(sentence: Sentence) -> str:
    """The sentence with the numbers of its citations: "4.584 orang. [1]"."""
    return sentence.text + "".join(f" [{number}]" for number in sentence.citations)


def _renumbered(asked: str, answer: Answer, numbers: dict[_Place, Citation]) -> Iterator[Sentence]:
    place = {citation.number: _place(citation) for citation in answer.citations}
    for sentence in answer.sentences:
        cited = tuple(numbers[place[number]].number for number in sentence.citations)
        yield Sentence(sentence.text, cited, asked)


def _told(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Each sentence, the first of every part behind what was asked."""
    part = None
    for sentence in sentences:
        yield marked(sentence) if sentence.part == part else f"“{sentence.part}”: {marked(sentence)}"
        part = sentence.part


def _place(citation: Citation) -> _Place:
    return citation.document_id, citation.start, citation.end
