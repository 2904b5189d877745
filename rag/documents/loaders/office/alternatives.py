"""Content in two forms: one for programs that know a newer kind of it, one that stands in for it elsewhere."""

from typing import Any

COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES = COMPATIBLE + "AlternateContent"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_FORMULA = "{http://schemas.microsoft.com/office/drawing/2010/main}m"
_AMONG_SHAPES = frozenset({_P + "spTree", _P + "grpSp"})


def chosen(alternatives: Any) -> Any:
    """Newer content before the older one that stands in for it."""
    return next((each for each in _forms(alternatives) if each is not None and len(each)), ())


def unfold_shapes(slide: Any) -> None:
    """Puts shapes in the place of their alternatives, among which python-pptx looks for none.

    PowerPoint writes a text box in two forms as soon as one formula stands in it: the newer has its words, the older a
    picture of them. Of other kinds (charts, ink) the older one is more than nothing.
    """
    for alternatives in list(slide.iter(ALTERNATIVES)):
        parent = alternatives.getparent()
        if parent is not None and parent.tag in _AMONG_SHAPES:
            newer, older = _forms(alternatives)
            shown = newer if older is None or _says_something(newer) else older
            for shape in () if shown is None else list(shown):
                alternatives.addprevious(shape)
            parent.remove(alternatives)


def _says_something(form: Any | None) -> bool:
    return form is not None and any(each.tag == _FORMULA or each.text for each in form.iter(_FORMULA, _TEXT))


def _forms(alternatives: Any) -> tuple[Any | None, Any | None]:
    return alternatives.find(COMPATIBLE + "Choice"), alternatives.find(COMPATIBLE + "Fallback")
