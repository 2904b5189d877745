"""Names stand whole in the source, and people keep their offices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rag.answering.guard.lexicon import is_indonesian
from rag.answering.guard.terms import Kind, Term, all_keys, raw_words, supported
from rag.language.function_words import ANY_AND
from rag.language.named_things import may_be_called
from rag.language.offices import Office, offices_in, same_kind_of_office

# Concepts that are offices.
_OFFICES = frozenset(
    "gubernur,wakil gubernur,presiden,menteri,bupati,wali kota,kepala dinas,kepala,inspektur,staf ahli,plt,pj,"
    "sekretaris daerah,sekretaris,atase,duta besar,pemimpin".split(",")
)
_ORGANISATIONS = frozenset("dinas,kementerian,kantor,badan,balai,universitas,bank,lembaga".split(","))
_ENGLISH_OFFICE = re.compile(r"(?:attach[eé]|office|agency|department|ministry|minister)s?$", re.IGNORECASE)
_VERB = re.compile(r"(?:me|di|ber|ter)\w{4}", re.IGNORECASE)
_HELD_BY = frozenset({"dipegang", "dijabat", "diisi", "dipimpin"})  # verbs that stand between an office and its holder
_ACTING = frozenset({"plt", "pj"})
_POSITION = "jabatan"
_NEAR = 60  # characters between a name and its office
_COMMA = 20
_NO_INITIALS = frozenset({"dan", "di", "yang", "untuk", "atau", "and", "of", "the", "for", "in", "|"})
_SLACK = 2  # words that may stand between those of a name
# A place, not a person.
_LOCATED = re.compile(r"\b(?:di|ke|dari|(?<!wali )kota|kabupaten|in|at|from|city of)\s+$", re.IGNORECASE)
_AND_ANOTHER = re.compile(rf"\b(?:{ANY_AND}|bersama|along with|as well as)\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:para|beberapa|semua|seluruh|all|both|\d+|(?:ke)?(?:dua|tiga|empat|lima|enam)|two|three|four|five|six)\s+$",
    re.IGNORECASE,
)
_SAME_PHRASE = re.compile(r"[\s-]*(?:\b(?:of|the|for|in|di|pada|bidang|province|provinsi)\b[\s-]*)*")


@dataclass(frozen=True, slots=True)
class Title:
    """An office and who holds it; `field` is what the office is for, or of which place."""

    name: Term
    office: Term
    field: tuple[Term, ...]


def stands_in(name: Term, words: Sequence[str]) -> bool:
    """Whether all words of the name stand together in `words`; the initial of a given name may be left out.

    A word may stand for one of the other language ("Teluk Sumenanga", "Sumenanga Bay"), initials for the words.
    """
    telling = [word for word in name.words if len(word) > 1] or name.words
    wanted = [may_be_called(word) for word in telling]
    size = len(name.words) + _SLACK
    if any(all(found & one for one in wanted) for found in _windows(words, size)):
        return True
    return _spelt_by_initials(name, words)


def _windows(words: Sequence[str], size: int) -> Iterator[frozenset[str]]:
    return (frozenset(words[start : start + size]) for start in range(len(words)))


def _spelt_by_initials(name: Term, words: Sequence[str]) -> bool:
    """ "PMK" where the source has "penyakit mulut dan kuku", or the other way round."""
    if len(name.words) == 1 and name.text.isupper() and len(name.text) > 2:
        told = [word for word in words if word not in _NO_INITIALS]
        return name.words[0] in "".join(word[0] for word in told)
    initials = "".join(word[0] for word in name.words if word not in _NO_INITIALS)
    return len(initials) > 2 and initials in words


def offices_stand(said: str, source: str, meant: Sequence[Title] = ()) -> bool:
    """Whether the source, or whom it means, has each office that is named, of the same level and the same place.

    "Anggota" is no office of one, and an English "head" may be a "camat", a "rektor" or a "ketua".
    """
    wanted = [office for office in offices_in(said) if not _is_anybody(office)]
    told = offices_in(" ".join([source, *(title.office.text for title in meant)])) if wanted else ()
    return all(any(same_kind_of_office(office, other) for other in told) for office in wanted)


def _is_anybody(office: Office) -> bool:
    return office.head == "anggota" or (office.head == "kepala" and office.unit.english)


def keep_their_offices(
    said: tuple[str, Sequence[Term]], source: tuple[str, Sequence[Term]], meant: Sequence[Title] = ()
) -> bool:
    """Whether nobody has an office in the answer that somebody else has in the source; both are (text, terms).

    `meant` are the people whom the source means without naming them.
    """
    held = (*surely_held(tuple(titles(*source))), *meant)
    return all(_agrees(title, held) for title in titles(*said))


def surely_held(found: Sequence[Title]) -> tuple[Title, ...]:
    """Only the nearest office of each name: "Atase A Rina, dan Atase B" gives Rina one office, not two."""
    nearest: dict[Term, Title] = {}
    for title in found:
        other = nearest.get(title.name)
        if other is None or _gap(title) < _gap(other):
            nearest[title.name] = title
    return tuple(nearest.values())


def unnamed_offices(text: str, found: Sequence[Term]) -> Iterator[Title]:
    """Each office in a sentence that names nobody near it; its own word stands for the name."""
    named = {title.office for title in titles(text, found)}
    for index, office in enumerate(found):
        if _offices(office) - _ACTING and office not in named and not _SEVERAL.search(text, 0, office.start):
            yield Title(office, office, tuple(_field(text, found, index)))


def same_holder(office: Title, held: Title) -> bool:
    """Whether the holder of one office may be the holder of the other: the same office, of no other place or thing."""
    return bool(_offices(office.office) & _offices(held.office)) and _same_field(office, held)


def _gap(title: Title) -> int:
    ends = (min(t.start for t in (title.office, *title.field)), max(t.end for t in (title.office, *title.field)))
    return max(ends[0], title.name.start) - min(ends[1], title.name.end)


def titles(text: str, found: Sequence[Term]) -> Iterator[Title]:
    """Each office with the name nearest to it."""
    names = [term for term in found if term.kind is Kind.NAME and not _LOCATED.search(text, 0, term.start)]
    for index, office in enumerate(found):
        if not names or not _offices(office):
            continue
        field = tuple(_field(text, found, index))
        if _only_acting(office, field):
            continue
        phrase = (min(term.start for term in (office, *field)), max(term.end for term in (office, *field)))
        distance, name = min(((_distance(text, phrase, name), name) for name in names), key=lambda pair: pair[0])
        if distance <= _NEAR:
            yield Title(name, office, field)


def _only_acting(office: Term, field: Sequence[Term]) -> bool:
    """ "Plt. Kepala Dinas" is one office, not two."""
    return _offices(office) <= _ACTING and any(_offices(term) - _ACTING for term in field)


def _agrees(title: Title, held: Sequence[Title]) -> bool:
    own = [other for other in held if _same_person(title.name, other.name)]
    others = [other for other in held if not _same_person(title.name, other.name)]
    if own and not any(_offices(other.office) & _offices(title.office) for other in own):
        return False
    if not own and any(_offices(other.office) & _offices(title.office) for other in others):
        return False
    told = [other for other in own if other.field] or own
    if own and not any(_same_field(title, other) for other in told):
        return False
    mine = frozenset(key for other in own for term in other.field for key in term.keys)
    theirs = frozenset(key for other in others for term in other.field for key in term.keys)
    return not any(term.keys & theirs and not term.keys & mine for term in title.field)


def _same_field(title: Title, held: Title) -> bool:
    """Whether the office is of no other place and for no other thing: "Gubernur Jawa Tengah", "Atase Pendidikan"."""
    if not _offices(title.office) & _offices(held.office):
        return True
    keys = all_keys((held.office, *held.field))
    places = all_keys([term for term in held.field if term.kind is Kind.PLACE])
    for term in title.field:
        if term.kind is Kind.PLACE and places and not supported(term, places):
            return False
        telling = term.kind is Kind.WORD and _adjacent(term, title.office) and _POSITION not in term.keys
        if telling and held.field and not supported(term, keys):
            return False
    return True


def office_fields(found: Sequence[Term]) -> Iterator[Term]:
    """The words in small letters that tell which office is meant: "trade" of "trade attaché", "dinas pariwisata"."""
    for before, after in pairwise(found):
        if not _adjacent(before, after):
            continue
        if before.kind is Kind.WORD and _is_english_office(after):
            yield before
        if after.kind is Kind.WORD and _is_indonesian_office(before) and not _VERB.match(after.text):
            yield after


def _is_office(term: Term) -> bool:
    return bool(all_keys((term,)) & (_OFFICES | _ORGANISATIONS))


def _is_english_office(term: Term) -> bool:
    return _is_office(term) and _ENGLISH_OFFICE.search(term.text) is not None


def _is_indonesian_office(term: Term) -> bool:
    """Only there does what the office is for follow it; after "governor" comes the verb."""
    return _is_office(term) and is_indonesian(term.words)


def _adjacent(one: Term, other: Term) -> bool:
    return -1 <= max(one.start, other.start) - min(one.end, other.end) <= 1


def _field(text: str, found: Sequence[Term], index: int) -> Iterator[Term]:
    """The terms that stand in one phrase with the office, before it ("Labour Attaché") and after it."""
    for step in (-1, 1):
        position = index
        while 0 <= position + step < len(found):
            one, other = sorted((found[position], found[position + step]), key=lambda term: term.start)
            position += step
            between = text[one.end : other.start]
            near = _SAME_PHRASE.fullmatch(between.removeprefix(".") if one.keys & _ACTING else between)
            if found[position].kind not in {Kind.WORD, Kind.PLACE} or not near or _is_verb(found[position]):
                break
            if step == 1 and not between.strip() and _ends_in_english(one):
                break  # an office is "of" or "for" something; what follows it at once is a verb
            yield found[position]


def _ends_in_english(term: Term) -> bool:
    return term.kind is Kind.WORD and not term.keys & _ACTING and not is_indonesian(term.words)


def _is_verb(term: Term) -> bool:
    """Of an Indonesian sentence; nothing that follows it tells what the office is for."""
    return term.text.islower() and _VERB.match(term.text) is not None and term.text not in _HELD_BY


def _offices(term: Term) -> frozenset[str]:
    return all_keys((term,)) & _OFFICES


def _distance(text: str, phrase: tuple[int, int], name: Term) -> int:
    """Characters between; a comma ("the trade attaché A, the labour attaché B") counts for many.

    A new line, "and" after a name ("A, B, and the transport attaché") or a verb after the office part them altogether.
    """
    start, end = min(phrase[1], name.end), max(phrase[0], name.start)
    between = text[start:end]
    another = name.end <= phrase[0] and _AND_ANOTHER.search(between) is not None
    acts_on = phrase[1] <= name.start and any(_VERB.match(word) for word in between.split() if word not in _HELD_BY)
    parted = between.count("\n") + another + acts_on
    return len(between) + _COMMA * len(re.findall("[,;]", between)) + (_NEAR + 1) * parted


def _same_person(one: Term, other: Term) -> bool:
    return stands_in(one, raw_words(other.text)) or stands_in(other, raw_words(one.text))
