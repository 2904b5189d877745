"""Marks of the template that a page is made from, where the file is the template itself: no visitor sees them.

Sites are often kept, and handed on, as they stand in their program: between `<?php` and `?>`, in `{{ }}`, `{% %}` or
`<% %>`, or as a directive of Blade: with its brackets, or alone at the beginning of a line, for in a sentence "@show"
is somebody's name. What stands from `@php` to `@endphp` is all code. A reader of HTML takes the end of such a
mark for text.
"""

import re

from rag.documents.loaders.html.loops import with_loops_written_out
from rag.types import LeftOut, Omission

_NESTED = r"\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\)"  # brackets within brackets within brackets
_LONGEST = 20_000  # characters of code in one block
_DIRECTIVES = (
    "auth|can|case|component|csrf|else|elseif|empty|env|error|extends|for|foreach|forelse|guest|if|include|includeIf"
    "|isset|method|parent|php|prepend|push|section|show|slot|stack|switch|unless|vite|while|yield"
)
_AT = r"(?m:^[ \t]*)@"
_MARK = re.compile(
    rf"{_AT}php\b(?![ \t]*\().{{0,{_LONGEST}}}?@endphp\b"
    rf"|<\?(?!xml\b).*?(?:\?>|\Z)|<%.*?%>|\{{\{{--.*?--\}}\}}|\{{\{{[^{{}}\n]*\}}\}}|\{{!![^\n]*?!!\}}|\{{%[^\n]*?%\}}"
    rf"|(?<![\w@.])@(?:end)?(?:{_DIRECTIVES})\b[ \t]*{_NESTED}|{_AT}(?:end)?(?:{_DIRECTIVES})\b(?![ \t]*\()(?=\s|<|\Z)",
    re.DOTALL,
)
_BEGINS = ("<?", "<%", "{{", "{!!", "{%", "@")


def without_template_marks(source: str) -> tuple[str, tuple[LeftOut, ...]]:
    """The page without them, line by line where it was, and what they were."""
    if not any(mark in source for mark in _BEGINS):
        return source, ()
    taken: list[LeftOut] = []
    source = with_loops_written_out(source)

    def take(mark: re.Match[str]) -> str:
        taken.append(LeftOut(" ".join(mark[0].split()), Omission.TEMPLATE))
        return " " if mark[0].lstrip()[0] in "<@" else ""

    return _MARK.sub(take, source), tuple(taken)
