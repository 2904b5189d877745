"""WCAG 2.2 contrast, computed from the tokens themselves: 4.5 for text, 3 for what shapes a control."""

import re
from pathlib import Path

import pytest

import web

STATIC = Path(web.__file__).parent / "static/css"
CSS = (STATIC / "tokens.css").read_text("utf-8")
THEMES = {"light": ":root {", "dark": ':root[data-theme="dark"] {', "device-dark": ':root:not([data-theme="light"]) {'}
TEXT = [
    *[(ink, ground) for ink in ("ink", "ink-soft", "accent") for ground in ("ground", "surface", "surface-sunk")],
    ("gold-text", "ground"),
    ("gold-text", "surface"),
    ("gold-text", "surface-sunk"),
    ("accent", "accent-wash"),
    ("accent-strong", "ground"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-mark", "mark"),
    ("on-cloth", "cloth"),
]
CONTROLS = [
    ("line-strong", "ground"),
    ("line-strong", "surface"),
    ("focus", "ground"),
    ("focus", "surface"),
    ("thread", "cloth"),
    ("on-cloth", "cloth"),  # the ring in the footer
]


def tokens(theme: str) -> dict[str, str]:
    block = CSS.split(THEMES[theme], 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
def test_text_stands_out_from_its_ground(theme: str) -> None:
    colours = tokens(theme)
    weak = {
        (i, g): round(contrast(colours[i], colours[g]), 2) for i, g in TEXT if contrast(colours[i], colours[g]) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("theme", THEMES)
def test_borders_of_controls_and_the_focus_ring_stand_out(theme: str) -> None:
    colours = tokens(theme)
    weak = {
        (i, g): round(contrast(colours[i], colours[g]), 2) for i, g in CONTROLS if contrast(colours[i], colours[g]) < 3
    }
    assert weak == {}


def test_a_dark_device_and_a_chosen_dark_look_the_same() -> None:
    assert tokens("dark") == tokens("device-dark")
    assert tokens("dark").keys() == tokens("light").keys()


def test_in_the_footer_the_ring_takes_the_colour_of_its_text() -> None:
    assert ".site-foot :focus-visible { outline-color: var(--on-cloth); }" in (STATIC / "base.css").read_text("utf-8")
