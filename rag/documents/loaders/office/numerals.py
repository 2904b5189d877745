"""Numbers of lists in the formats of office programs, and raised and lowered figures."""

_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True)
)
_MARKS = "*†‡§"
_MAX_ROMAN = 4000
_MAX_LETTERS = 780  # "zzz...": thirty of them
_RAISED = str.maketrans("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")


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


def raised(text: str) -> str:
    """Raised characters as such: the mark of a note must not become a figure of the number before it."""
    return text.translate(_RAISED)


def lowered(text: str) -> str:
    return text.translate(_LOWERED)
