"""Numbers of lists in the formats of office programs."""

_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True)
)
_MARKS = "*†‡§"
_MAX_ROMAN = 4000
_MAX_LETTERS = 780  # "zzz...": thirty of them


def formatted(number: int, style: str) -> str:
    """A number in one of Word's formats; figures for those that documents here do not use."""
    match style:
        case "none":
            return ""
        case "lowerLetter" | "upperLetter":
            letters = _letters(number)
            return letters.upper() if style == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            return _roman(number) if style == "upperRoman" else _roman(number).lower()
        case "decimalZero":
            return f"{number:02d}"
        case "numberInDash":
            return f"- {number} -"
        case "decimalEnclosedParen" | "decimalEnclosedCircle":
            return f"({number})"
        case "decimalEnclosedFullstop":
            return f"{number}."
        case "chicago":
            return _MARKS[(number - 1) % 4] * ((number - 1) // 4 + 1) if 0 < number < _MAX_LETTERS else str(number)
        case _:
            return str(number)


def _roman(number: int) -> str:
    if not 0 < number < _MAX_ROMAN:
        return str(number)
    shown = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        shown += letters * count
    return shown


def _letters(number: int) -> str:
    """a to z, then aa to zz, as Word goes on."""
    if not 0 < number <= _MAX_LETTERS:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
