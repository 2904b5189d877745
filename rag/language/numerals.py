"""Numbers in words, Indonesian and English."""

MAGNITUDES = {
    word: power
    for power, words in {
        3: "ribu thousand",
        6: "juta million",
        9: "miliar milyar billion",
        12: "triliun trillion",
    }.items()
    for word in words.split()
}
"""The powers of ten that follow digits: "2,5 juta"."""
SMALL = {
    word: value
    for value, both in enumerate(
        "nol/zero satu/one dua/two tiga/three empat/four lima/five enam/six tujuh/seven delapan/eight sembilan/nine "
        "sepuluh/ten sebelas/eleven /twelve /thirteen /fourteen /fifteen /sixteen /seventeen /eighteen "
        "/nineteen".split()
    )
    for word in both.split("/")
    if word
}
"""The numbers below twenty that are one word."""
TENS = {word: 10 * ten for ten, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
STEPS = {"seratus": 100, "seribu": 1000, "sejuta": 10**6}
MULTIPLIERS = ("belas", "puluh", "ratus", "hundred")
