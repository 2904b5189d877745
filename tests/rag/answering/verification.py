"""Whether every number and name that an answer shows stands in what it cites; shares no rule with the guard.

Coarser than the guard, so that it cannot make the same mistake: digits are compared with digits, capitalised words
with the words of the source. What it objects to is to be looked at by a person.
"""

import re
import unicodedata
from collections.abc import Iterable

from babel import Locale
from babel.dates import format_date

from rag.answering.base import DocumentOf
from rag.types import Answer, Citation, Document
from rag.wording.prose import sentence_text, text_of

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_NUMBER_WORDS = {
    word: str(number)
    for words in (
        "dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas",
        "two three four five six seven eight nine ten eleven",
    )
    for number, word in enumerate(words.split(), start=2)
}
# English for what the sources say in Indonesian; wider than needed, every entry lets through more than it should.
_TRANSLATED = {
    "governor": "gubernur",
    "vice": "wakil",
    "deputy": "wakil",
    "attaché": "atase",
    "attache": "atase",
    "trade": "perdagangan",
    "labour": "tenaga",
    "labor": "tenaga",
    "manpower": "tenaga",
    "province": "provinsi",
    "provincial": "provinsi",
    "government": "pemerintah",
    "ministry": "kementerian",
    "minister": "menteri",
    "embassy": "kedutaan",
    "indonesian": "indonesia",
    "malaysian": "malaysia",
    "japanese": "jepang",
    "program": "program",
    "programme": "program",
    "villages": "desa",
    "village": "desa",
    "city": "kota",
    "head": "kepala",
    "acting": "plt",
    "office": "dinas",
    "agency": "badan",
    "transportation": "perhubungan",
    "transport": "perhubungan",
    "tourism": "pariwisata",
    "thursday": "kamis",
    "saturday": "sabtu",
    "grade": "kelas",
    "java": "jawa",
    "sumatra": "sumatera",
}
_OPENING = frozenset(
    "the a an in on at for to from of and as both di pada untuk menurut dalam dari ke dan para".split()
)
_FRAME = "Indonesian Inggris"  # names the language of a quote
_MARK = "￼"


def unsupported(answer: Answer, document_of: DocumentOf) -> tuple[str, ...]:
    """What an answer shows without support, a line each: quotes that are not exact, numbers and names of no source."""
    wrong = [f"quote {c.number} is not exact: {c.quote}" for c in answer.citations if not _exact(c, document_of)]
    for sentence in answer.sentences:
        said, cited = sentence_text(sentence, answer.language), sentence.citations
        if not cited or not set(cited) <= set(answer.citations):
            wrong.append(f"cites nothing, or what is not there: {said}")
        else:
            wrong += _objections(said, cited, [document_of(c.document_id) for c in cited])
    if answer.sentences and text_of(answer) != " ".join(
        sentence_text(s, answer.language) + "".join(f" [{c.number}]" for c in s.citations) for s in answer.sentences
    ):
        wrong.append("the text says something else than its sentences")
    return tuple(wrong)


def _exact(citation: Citation, document_of: DocumentOf) -> bool:
    return document_of(citation.document_id).text[citation.start : citation.end] == citation.quote


def _objections(text: str, cited: Iterable[Citation], documents: Iterable[Document]) -> list[str]:
    cited = tuple(cited)
    quotes = [citation.quote for citation in cited]
    said, framed = text, False
    for citation in cited:
        shown = citation.quote if citation.table else f"“{citation.quote}”"
        framed = framed or shown in said
        said = said.replace(shown, _MARK)
    facts = " ".join(quotes)
    about = " ".join((facts, *(_about(document) for document in documents)))
    missing = sorted(_numbers(said) - _numbers(about if framed else facts))
    sources = f"{about} {_texts(documents)} {_FRAME if framed else ''}"
    missing += sorted(name for name in _names(said) if not _stands(name, sources))
    return [f"{', '.join(missing)} of no source: {text}"] if missing else []


def _about(document: Document) -> str:
    """What a frame may name: who published it, when, and whom it retells."""
    days = [format_date(document.published, "d MMMM yyyy", one) for one in ("id", "en") if document.published]
    return " ".join((document.publisher or "", document.title, *document.based_on, *days))


def _texts(documents: Iterable[Document]) -> str:
    return " ".join(document.text for document in documents)


def _numbers(text: str) -> set[str]:
    """Digits in one way of writing: 4.584 and 4,584 are 4584, 35,1 and 35.1 are 35.1, tiga and three are 3."""
    found = {_plain(number) for number in _NUMBER.findall(text)}
    return found | {_NUMBER_WORDS[word] for word in _WORD.findall(text.lower()) if word in _NUMBER_WORDS}


def _plain(number: str) -> str:
    if _GROUPED.fullmatch(number):
        return re.sub("[.,]", "", number)
    return number.replace(",", ".").lstrip("0") or "0"


def _names(text: str) -> set[str]:
    """Capitalised words; the one that opens a sentence too, unless only the opening can have made it so."""
    found = set()
    for match in _WORD.finditer(text):
        word = match.group()
        opens = not text[: match.start()].strip(f" \n\"'“‘(*#•-{_MARK}") or text[: match.start()].rstrip()[-1] in ".!?:"
        follows = text[match.end() : match.end() + 2].strip()
        if opens and (word.lower() in _OPENING or (word[1:].islower() and not follows[:1].isupper())):
            continue
        if word[0].isupper():
            found.add(word.removesuffix("'s").removesuffix("’s"))
    return found


def _stands(name: str, source: str) -> bool:
    words = set(_WORD.findall(unicodedata.normalize("NFKC", source).lower()))
    wanted = name.lower()
    return any(form in words for form in {wanted, _TRANSLATED.get(wanted, wanted), *_in_indonesian(wanted)})


def _in_indonesian(word: str) -> set[str]:
    """Words of the Indonesian names of months and territories whose English names have the word."""
    english, indonesian = Locale("en"), Locale("id")
    pairs = [(english.months["format"]["wide"][n], indonesian.months["format"]["wide"][n]) for n in range(1, 13)]
    pairs += [(name, indonesian.territories.get(code, "")) for code, name in english.territories.items()]
    pairs += [("Central East West North South", "Tengah Timur Barat Utara Selatan"), ("Islands", "Kepulauan")]
    return {form for name, other in pairs if word in name.lower().split() for form in other.lower().split()}
