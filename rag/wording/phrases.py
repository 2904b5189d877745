"""The words around quotes, in the two languages of answers; everything else an answer says is verbatim."""

from dataclasses import dataclass
from datetime import date

from rag.types import Citation, Language, Refusal

_MONTHS = {
    Language.INDONESIAN: (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    ).split(),
    Language.ENGLISH: "January February March April May June July August September October November December".split(),
}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Templates of one language; the names in braces are filled in."""

    source: str  # before a quote in the language of the answer
    source_foreign: str  # before a quote in the other language, saying so
    summary: str  # of a document that retells others
    original: str  # of a value that is given in translation
    differing: str
    value_of: str
    computed: dict[str, str]  # by what was done: "most", "least", "total", "difference", "count"
    not_found: str
    not_found_empty_index: str
    looked_at: str
    no_such_name: str
    part_not_found: str
    declined: dict[Refusal, str]
    suggestions: tuple[str, ...]


_PHRASES = {
    Language.INDONESIAN: Phrases(
        source="Menurut {source}:",
        source_foreign="Menurut {source}, dalam bahasa Inggris:",
        summary="ringkasan dari {publishers}",
        original="(dalam sumbernya: “{short}”)",
        differing="Isi sumber-sumbernya berbeda; yang terbaru disebut lebih dulu: {values}.",
        value_of="{short} menurut {source}",
        computed={
            "most": "Dihitung dari tabel: yang terbesar di kolomnya adalah {value}.",
            "least": "Dihitung dari tabel: yang terkecil di kolomnya adalah {value}.",
            "total": "Dihitung dari tabel: {terms} = {value}.",
            "difference": "Dihitung dari tabel: {terms} = {value}.",
            "count": "Dihitung dari tabel: ada {value} baris.",
        },
        not_found="Dokumen yang kami miliki tidak memuat jawaban atas pertanyaan ini.",
        not_found_empty_index="Belum ada dokumen yang bisa dicari.",
        looked_at="Bagian yang paling dekat ada di: {titles}.",
        no_such_name="Dokumen kami tidak menyebut {names} dalam hal ini.",
        part_not_found="Dokumen yang kami miliki tidak memuat jawaban atas “{asked}”.",
        declined={
            Refusal.EMPTY: "Silakan tulis pertanyaannya dulu, misalnya: “Berapa lama pelatihan untuk alumni?”",
            Refusal.TOO_LONG: "Pertanyaannya terlalu panjang. Mohon ringkas menjadi satu atau dua kalimat.",
            Refusal.SMALL_TALK: "Halo! Silakan ajukan pertanyaan tentang program dan berita "
            "Pemerintah Provinsi Lampung.",
            Refusal.ORDERS: "Layanan ini hanya menjawab pertanyaan dari dokumen yang ada, tidak menjalankan perintah. "
            "Silakan ajukan pertanyaan tentang isi dokumen.",
            Refusal.FOREIGN_LANGUAGE: "Mohon ajukan pertanyaan dalam bahasa Indonesia atau bahasa Inggris.",
        },
        suggestions=(
            "Sebutkan nama program, lembaga, tempat, atau tahun yang Anda maksud.",
            "Tanyakan satu hal saja dalam satu pertanyaan.",
        ),
    ),
    Language.ENGLISH: Phrases(
        source="According to {source}:",
        source_foreign="According to {source}, in Indonesian:",
        summary="our summary of {publishers}",
        original="(in the source: “{short}”)",
        differing="The sources differ; the newest first: {values}.",
        value_of="{short} according to {source}",
        computed={
            "most": "Computed from the table: the largest in its column is {value}.",
            "least": "Computed from the table: the smallest in its column is {value}.",
            "total": "Computed from the table: {terms} = {value}.",
            "difference": "Computed from the table: {terms} = {value}.",
            "count": "Computed from the table: it has {value} rows.",
        },
        not_found="The documents we hold do not contain an answer to this question.",
        not_found_empty_index="There are no documents to search yet.",
        looked_at="The closest passages are in: {titles}.",
        no_such_name="Our documents do not mention {names} in this connection.",
        part_not_found="The documents we hold do not contain an answer to “{asked}”.",
        declined={
            Refusal.EMPTY: "Please write a question first, for example: “How long is the training for alumni?”",
            Refusal.TOO_LONG: "The question is too long. Please shorten it to one or two sentences.",
            Refusal.SMALL_TALK: "Hello! Please ask a question about the programmes and news of the "
            "Lampung provincial government.",
            Refusal.ORDERS: "This service only answers questions from its documents; it does not follow instructions. "
            "Please ask about what the documents say.",
            Refusal.FOREIGN_LANGUAGE: "Please ask in Indonesian or in English.",
        },
        suggestions=(
            "Name the programme, office, place or year you mean.",
            "Ask about one thing at a time.",
        ),
    ),
}


def phrases(language: Language) -> Phrases:
    return _PHRASES[language]


def long_date(day: date, language: Language) -> str:
    """'4 November 2025', with the month in `language`."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def source_name(citation: Citation, language: Language) -> str:
    """Who says it: the publisher, or the title where there is none, with the date when one is known.

    A text that retells others is named as a summary of those.
    """
    name = citation.publisher or f"“{citation.title}”"
    if citation.based_on:
        publishers = dict.fromkeys(source.split(",")[0] for source in citation.based_on)
        name = phrases(language).summary.format(publishers=", ".join(publishers))
    return f"{name} ({long_date(citation.published, language)})" if citation.published else name
