"""Templates that speak: Jinja's i18n extension, in the language of the `words` that a template is rendered with."""

from jinja2 import Environment, pass_context
from jinja2.runtime import Context


def teach_words(environment: Environment) -> None:
    """Gives the templates `_("...", name=value)`, `ngettext` and `{% trans %}`; a macro that uses them is imported
    `with context`."""
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]


@pass_context
def _gettext(context: Context, message: str) -> str:
    # The extension fills in the names, escaped.
    return str(context["words"].catalogue.gettext(message))


@pass_context
def _ngettext(context: Context, one: str, many: str, count: int) -> str:
    return str(context["words"].catalogue.ngettext(one, many, count))
