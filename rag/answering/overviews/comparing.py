"""Both sides of a comparison, each with its quotes, or neither: half of one is no comparison."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rag.answering.composing.several import combined
from rag.answering.overviews.about import TopicWord, share_of, told_around, topic_words
from rag.retrieval.evidence import Evidence
from rag.types import Answer, Citation, Framing, Objection, Outcome

_MOST_OF_A_SIDE = 2
_Words = list[TopicWord]

AnswerOne = Callable[[Evidence, int], Answer]  # the evidence, and how many quotes there may be


@dataclass(frozen=True, slots=True)
class Side:
    """What is said of one side; `own` are the words that the other side does not have."""

    evidence: Evidence
    own: _Words
    answer: Answer

    @property
    def name(self) -> str:
        return self.evidence.query.typed

    @property
    def is_told(self) -> bool:
        return self.answer.outcome is Outcome.ANSWERED

    @property
    def value(self) -> str | None:
        return self.answer.short_answer.text if self.answer.short_answer else None


def compared(evidence: Evidence, answer_one: AnswerOne) -> Answer:
    """What was computed from one table, what is said of each side, or what one quote says of both; else not found."""
    if evidence.query.computation is not None:
        whole = answer_one(evidence, _MOST_OF_A_SIDE)
        if any(sentence.framing is Framing.COMPUTED for sentence in whole.sentences):
            return whole
    sides = sides_told(evidence, answer_one)
    if all(side.is_told for side in sides) and not _say_the_same(sides):
        return combined(evidence.query.question, [(side.name, side.answer) for side in sides])
    return _in_one_quote(evidence, sides, answer_one) or one_sided(evidence, sides)


def sides_told(evidence: Evidence, answer_one: AnswerOne, least: float = 1.0) -> list[Side]:
    """What is said of each of the two parts of a question, by quotes with at `least` that share of its own words."""
    first, second = (topic_words(part.query) for part in evidence.parts)
    owns = ([word for word in first if word not in second], [word for word in second if word not in first])
    found = []
    for part, own, other in zip(evidence.parts, owns, owns[::-1], strict=True):
        answer = answer_one(part, _MOST_OF_A_SIDE)
        about = tuple(one for one in answer.citations if _is_about(one, part, own, other, least))
        found.append(Side(part, own, _only(answer, about)))
    return found


def _is_about(quoted: Citation, part: Evidence, own: _Words, other: _Words, least: float) -> bool:
    """Whether a quote names this side, or what stands around it does and does not name the other as well."""
    around = told_around(part.hits, quoted.document_id, quoted.start)
    if share_of(own, [quoted.quote]) >= least:
        return True
    return share_of(own, around) >= least and share_of(other, around) < least


def _only(answer: Answer, about: tuple[Citation, ...]) -> Answer:
    """Without what rests on other quotes; none where the first of them, on which the answer rests, is another."""
    if not about or about[0] != answer.citations[0]:
        return replace(answer, outcome=Outcome.NOT_FOUND)
    kept = tuple(sentence for sentence in answer.sentences if {*sentence.citations} <= {*about})
    return replace(answer, sentences=kept, citations=about)


def _say_the_same(sides: Sequence[Side]) -> bool:
    """Whether both rest on one quote, with no value for each."""
    first, second = (side.answer.citations[0] for side in sides)
    values = {side.value for side in sides}
    return (first.document_id, first.start) == (second.document_id, second.start) and (
        None in values or len(values) == 1
    )


def _in_one_quote(evidence: Evidence, sides: Sequence[Side], answer_one: AnswerOne) -> Answer | None:
    """A sentence or a table that names both sides."""
    whole = replace(evidence, query=replace(evidence.query, wants_list=True), parts=())
    answer = answer_one(whole, 1)
    if answer.outcome is not Outcome.ANSWERED:
        return None
    first = answer.citations[:1]
    return _only(answer, first) if names_both(sides, first) else None


def names_both(sides: Sequence[Side], quotes: Sequence[Citation], least: float = 1.0) -> bool:
    """Whether the quotes hold at `least` that share of either side's own words."""
    return all(side.own and share_of(side.own, [one.quote for one in quotes]) >= least for side in sides)


def one_sided(evidence: Evidence, sides: Sequence[Side]) -> Answer:
    """Names the side that nothing is said of; what is said of the other is no answer, and shown as that."""
    missing = tuple(side.name for side in sides if not side.is_told) or tuple(side.name for side in sides)
    given = [side.answer for side in sides if side.is_told and len(missing) < len(sides)]
    looked_at = [one for side in sides for one in (*side.answer.citations, *side.answer.looked_at)]
    distinct = {(one.document_id, one.start): one for one in looked_at}.values()
    question = evidence.query.question
    return Answer(
        question=question.text,
        language=question.language,
        outcome=Outcome.NOT_FOUND,
        looked_at=tuple(replace(one, number=n) for n, one in enumerate(distinct, start=1))[:3],
        closest=tuple(replace(one, number=1) for answer in given for one in answer.citations[:1]),
        objections=(Objection("one_side", missing),),
    )
