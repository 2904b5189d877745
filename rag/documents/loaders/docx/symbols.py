"""Characters that a font of symbols shows in place of letters, and figures raised or lowered."""

_WINGDINGS = {
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), "☐"),
    **{0xFD: "☒", 0xFE: "☑", 0x78: "☒", 0xFB: "✗", 0xFC: "✓"},
    **dict.fromkeys((0x6C, 0x6E, 0x9F, 0xA7, 0x75, 0x76, 0xD8), "•"),
    **{0xE0: "→", 0xE8: "→", 0xDF: "←", 0xF0: "→", 0x28: "☎", 0x2A: "✉"},
}
_WINGDINGS_2 = {0x50: "✓", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x4F: "✗", 0x51: "☒", 0xA3: "☐", 0x30: "☐", 0x97: "•"}
_SYMBOL = {
    **{0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈"},
    **{0xA5: "∞", 0xAE: "→", 0xAC: "←", 0xDE: "⇒", 0xD6: "√", 0xE5: "∑", 0x61: "α", 0x62: "β", 0x67: "γ"},
    **{0x64: "δ", 0x44: "Δ", 0x6D: "µ", 0x70: "π", 0x73: "σ", 0x53: "Σ", 0x57: "Ω", 0x6C: "λ", 0x71: "θ"},
}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
UNKNOWN = "\ufffd"


def is_symbol_font(font: str | None) -> bool:
    """Whether the letters of a font are pictures."""
    return (font or "").lower() in _FONTS


def symbol(font: str | None, code: int) -> str:
    """What a reader sees for a character of a font of symbols; UNKNOWN for what has no like in Unicode."""
    table = _FONTS.get((font or "").lower())
    if table is None:
        return chr(code) if 0x20 <= code < 0xE000 else UNKNOWN
    code -= 0xF000 if code >= 0xF000 else 0  # Word shifts such characters into the private use area
    plain = table is _SYMBOL and 0x20 < code < 0x7F and not chr(code).isalpha()
    return table.get(code, chr(code) if plain else UNKNOWN)
