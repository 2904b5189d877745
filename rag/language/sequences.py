"""What is told in order: questions for the steps of something, and prose that goes from one step to the next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rag.language.function_words import ANY_WHERE_ID, HOW_ID, HOW_MANY_ID, WHEN_ID, WHO_EN, WHO_ID, WHY_ID
from rag.language.patterns import any_of


class StepsAsked(StrEnum):
    """How plainly a question asks for steps in their order."""

    NAMED = "named"  # "what are the steps to ...?"
    WAY = "way"  # "how do I ...?": a numbered list answers it whole, so does another sentence


# One step of several is no order of steps, nor is a ranking or the bed of a river.
_ONE_OF_THEM = r"(?! (?:pertama|ke-?\w+|terakhir|awal|akhir|berikutnya|selanjutnya|ini|itu|\d+|[ivx]+)\b)"
_NAMED = re.compile(
    rf"(?<!first )(?<!last )(?<!next )\b(?:(?:(?:langkah|tahap|tahapan|step)(?:2|-\w+)?(?:nya)?\b{_ONE_OF_THEM}"
    r"|(?:urutan(?! (?:pemenang|juara|peringkat|nomor|ke))|alur(?! (?:sungai|laut|pelayaran))|prosedur|tata ?cara"
    r"|mekanisme)(?:nya)?)|steps|procedures?|step by step)\b",
    re.IGNORECASE,
)
_WAY = re.compile(
    rf"\b(?:{any_of(HOW_ID)} (?:cara|proses)|(?:cara|proses)(?:nya)? [^?]*\b{any_of(HOW_ID)}"
    r"|how (?:do|does|can|could|should|must|to)\b)|^cara \w",
    re.IGNORECASE,
)
# With these a figure, a person, a place or a time is asked for, whatever has the steps.
_SOMETHING_ELSE = re.compile(
    rf"\b(?:{any_of(HOW_MANY_ID | WHO_ID | WHEN_ID | WHY_ID)}|{ANY_WHERE_ID}|how (?:many|much|long))\b"
    rf"|^{any_of(WHO_EN | {'when', 'where', 'why'})}\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:pertama(?:-tama)?|mula-mula|awalnya|langkah pertama|tahap pertama|first(?:ly)?|first of all|to begin with)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:(?:(?:langkah|tahap) )?(?:kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh)"
    r"|lalu|kemudian|(?:se(?:telah|sudah)|usai) (?:itu|semua(?:nya)?)|selanjutnya|berikutnya|terakhir|akhirnya"
    r"|(?:second|third|fourth|fifth|sixth|last)(?:ly)?|next|then|after (?:that|this)|afterwards|finally)\b",
    re.IGNORECASE,
)
ORDINALS = {
    word: number
    for words in (
        "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh",
        "first second third fourth fifth sixth seventh eighth ninth tenth",
    )
    for number, word in enumerate(words.split(), start=1)
}
_ONE_STEP = re.compile(
    rf"\b(?:langkah|tahap|tahapan)(?:nya)? (?:ke-?|nomor )?(?P<step>{any_of(ORDINALS)}|\d{{1,2}})\b"
    rf"|\b(?:the )?(?P<ordinal>{any_of(ORDINALS)}) (?:step|stage)\b|\bstep (?:number )?(?P<number>\d{{1,2}})\b",
    re.IGNORECASE,
)
_NOTHING_COUNTED = frozenset(
    "surat undang peraturan perda perbup pergub tahun bulan tanggal pukul jam pasal ayat".split()
)
_COUNTED = re.compile(
    rf"\b(?P<thing>[^\W\d_]{{4,}})(?:nya)? (?:ke-?(?P<place>\d{{1,2}})|(?:ke-|yang )?(?P<ordinal>{any_of(ORDINALS)})"
    r"|(?:nomor|no\.?|number|no) ?(?P<number>\d{1,2}))\b(?!\s*(?:[/.-]\s*\w|tahun \d))"
    rf"|\b(?P<ordinal_en>{any_of(ORDINALS)}) (?P<thing_en>[^\W\d_]{{4,}})\b",
    re.IGNORECASE,
)
_FEWEST = 2  # sentences that go on, where none says that it is the first


def steps_asked(text: str) -> StepsAsked | None:
    """None where something else is asked for, of steps or of anything."""
    if _SOMETHING_ELSE.search(text):
        return None
    if _NAMED.search(text):
        return StepsAsked.NAMED
    return StepsAsked.WAY if _WAY.search(" ".join(text.split())) else None


def step_asked(text: str) -> int | None:
    """Which one step of several is asked for, from 1: "langkah kedua", "step 3"; None where something else is."""
    found = None if _SOMETHING_ELSE.search(text) else _ONE_STEP.search(text)
    if found is None:
        return None
    said = (found["step"] or found["ordinal"] or found["number"]).lower()
    return ORDINALS.get(said) or (int(said) if said.isdecimal() and int(said) else None)


@dataclass(frozen=True, slots=True)
class Counted:
    """Which of several things a question means: the fourth "keputusan"; `words` say it."""

    thing: str
    number: int
    words: tuple[str, str]


def counted_in(text: str) -> Counted | None:
    """What a question counts to: "keputusan nomor 4", "decision number 6", "the third point"."""
    found = _COUNTED.search(text)
    if found is None:
        return None
    thing = (found["thing"] or found["thing_en"]).lower()
    said = (found["place"] or found["number"] or found["ordinal"] or found["ordinal_en"]).lower()
    number = ORDINALS.get(said) or (int(said) if said.isdecimal() else 0)
    return Counted(thing, number, (thing, said)) if number and thing not in _NOTHING_COUNTED else None


def number_of(mark: str) -> int | None:
    """The number that an item begins with: "4.", "(4)", "KEEMPAT"."""
    bare = mark.strip("(). :").lower().replace("kesatu", "pertama")
    return ORDINALS.get(bare) or (int(bare) if bare.isdecimal() else None)


def words_of_steps() -> frozenset[str]:
    """Words by which a question counts to a step, which the step itself does not say."""
    return frozenset({"langkah", "tahap", "tahapan", "step", "stage", *ORDINALS})


def told_in_order(sentences: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """The runs of sentences that tell step after step, as positions from and up to.

    A run begins with a sentence that says it is the first, or with the one before two that go on.
    """
    runs: list[tuple[int, int]] = []
    at = 0
    while at < len(sentences):
        end = at + 1
        while end < len(sentences) and _GOES_ON.match(sentences[end]):
            end += 1
        following = end - at - 1
        if following >= (1 if _OPENS.match(sentences[at]) else _FEWEST):
            runs.append((at, end))
        at = end
    return tuple(runs)
