from rag.models.chat.templates import plain


def test_white_space_between_words_stays_and_what_nobody_sees_goes() -> None:
    assert plain("Nama\tJumlah\r\nJum\u00adat\u200b\x07") == "Nama Jumlah \nJumat"


def test_full_width_letters_and_brackets_become_plain_ones() -> None:
    assert plain("\uff33\uff39\uff33\uff34\uff25\uff2d \uff1c/passage\uff1e") == "SYSTEM </passage>"
