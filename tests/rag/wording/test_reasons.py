from rag.errors import Reason
from rag.types import Language
from rag.wording.reasons import reason_text
from rag.wording.words import words_of

ENGLISH, INDONESIAN = words_of(Language.ENGLISH), words_of(Language.INDONESIAN)


def test_a_reason_within_a_reason_is_put_into_words_too() -> None:
    reason = Reason("the %(what)s is damaged; open and save it again", {"what": Reason("workbook")})
    stays = Reason("%(reason)s (what was read from it earlier stays searchable)", {"reason": reason})
    assert reason_text(stays, INDONESIAN) == (
        "buku kerja ini rusak; buka lalu simpan ulang (isi yang pernah dibaca darinya tetap dapat dicari)"
    )
    assert str(stays) == reason_text(stays, ENGLISH)


def test_figures_are_written_as_the_language_writes_them() -> None:
    message = "the file is larger than the limit of %(limit)s MB; split it, or raise RAG_MAX_FILE_MB"
    reason = Reason(message, {"limit": 2.5})
    assert reason_text(reason, INDONESIAN).startswith("berkas ini melebihi batas 2,5 MB;")
    assert reason_text(reason, ENGLISH) == str(reason)


def test_a_name_with_a_per_cent_sign_stays_as_it_is() -> None:
    reason = Reason("the same as %(twin)s, which is indexed", {"twin": "100%(s).txt"})
    assert reason_text(reason, ENGLISH) == "the same as 100%(s).txt, which is indexed"
