from jinja2 import DictLoader, Environment

from rag.types import Language
from rag.wording.templates import teach_words
from rag.wording.words import words_of


def environment(**templates: str) -> Environment:
    made = Environment(loader=DictLoader(templates), autoescape=True)
    teach_words(made)
    return made


def shown(source: str, language: Language, **more: str) -> str:
    pages = environment(page=source, **more)
    return pages.get_template("page").render(words=words_of(language), name="<b>")


def test_a_template_speaks_the_language_of_its_words_and_escapes_what_it_fills_in() -> None:
    source = '{{ _("page %(page)s", page=name) }}'
    assert shown(source, Language.ENGLISH) == "page &lt;b&gt;"
    assert shown(source, Language.INDONESIAN) == "halaman &lt;b&gt;"


def test_what_is_included_speaks_the_words_it_is_given() -> None:
    source = '{{ _("Sources") }} {% with words = other %}{% include "part" %}{% endwith %}'
    pages = environment(page=source, part='{{ _("Sources") }}')
    said = pages.get_template("page").render(words=words_of(Language.ENGLISH), other=words_of(Language.INDONESIAN))
    assert said == "Sources Sumber"


def test_plurals_are_chosen_by_number() -> None:
    source = '{{ ngettext("%(num)s file", "%(num)s files", 2) }}'
    assert shown(source, Language.ENGLISH) == "2 files"
