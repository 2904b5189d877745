"""What a person is told of how a file was read: what needs a look, and why words were left out."""

from rag.types import Document, Notice, NoticeKind, Omission
from rag.wording.words import N_, Words

_NOTICES = {
    NoticeKind.UNREAD_PAGES: N_(
        "page %(pages)s: no text, probably scanned; run text recognition (OCR) and add the file again"
    ),
    NoticeKind.RECOGNISED_PAGES: N_(
        "page %(pages)s: read by text recognition (OCR); compare figures with the original"
    ),
    NoticeKind.GARBLED_PAGES: N_(
        "page %(pages)s: its fonts do not say which letters they draw; save the file again from the program it was "
        "written with, or run text recognition (OCR) on it"
    ),
    NoticeKind.UNREAD_DATE: N_("the date “%(name)s” cannot be read, so there is none; write it as 2025-08-27"),
    NoticeKind.UNREAD_FORMULAS: N_("formulas are not read; where one stands, the text says so"),
    NoticeKind.UNREAD_OBJECTS: N_("objects of other programs set into the document are not read"),
    NoticeKind.UNREAD_SYMBOLS: N_("characters of a font of symbols are not known; a question mark stands for each"),
    NoticeKind.UNREAD_CHART: N_("a chart could not be read"),
    NoticeKind.UNREAD_INSERT: N_("another document set into this one is not read; paste its text instead"),
    NoticeKind.HIDDEN_SLIDE: N_("slide %(pages)s is hidden in the file and not read"),
    NoticeKind.HIDDEN_SHEET: N_("sheet “%(name)s” is hidden in the file and not read"),
    NoticeKind.HIDDEN_CELLS: N_(
        "sheet “%(name)s”: rows (%(count)s) and columns (%(columns)s) with values are hidden in the file and not read"
    ),
    NoticeKind.NEVER_COMPUTED: N_(
        "sheet “%(name)s”: formulas (%(count)s) were never computed and are not read; open the file in Excel or "
        "LibreOffice and save it"
    ),
    NoticeKind.LONG_TABLE: N_(
        "the table is too long: only its first %(count)s rows are read; split it into several files"
    ),
    NoticeKind.LONG_SHEET: N_(
        "sheet “%(name)s” is too long: only its first %(count)s rows are read; split it into several files"
    ),
    NoticeKind.BY_PROGRAM: N_(
        "a program of the page shows much of it in the browser (%(count)s words), and that is not read; open the page "
        "in a browser and save it as PDF"
    ),
    NoticeKind.PUT_BACK: N_(
        "more than a third of the page looks like menus and notices: the least certain of these are kept in the text "
        "(%(count)s)"
    ),
}
_OMISSIONS = {
    Omission.HIDDEN: N_("hidden in the file"),
    Omission.STRUCK: N_("struck out"),
    Omission.DELETED: N_("deleted with changes tracked"),
    Omission.PROMPT: N_("the prompt of a form field that nobody filled in"),
    Omission.NOTE_MARK: N_("the mark of a note"),
    Omission.TEMPLATE: N_("a mark of the template that the page is made from"),
    Omission.CONTENTS: N_("a table of contents"),
    Omission.NAVIGATION: N_("a menu or foot of the page"),
    Omission.BUTTON: N_("a button or notice of the page"),
    Omission.COUNTER: N_("a counter of the page"),
    Omission.OUTSIDE: N_("outside of the main part of the page"),
    Omission.LINK: N_("a link to another page"),
    Omission.LIST: N_("a list of other pages"),
    Omission.BYLINE: N_("who wrote it"),
    Omission.TITLE: N_("the title of the page, said again"),
    Omission.DATE: N_("the date of the page"),
    Omission.TEASER: N_("words of the story, said before it begins"),
    Omission.DATELINE: N_("where it was reported and by whom"),
    Omission.MARK: N_("a link in brackets, or the mark that ends a report"),
    Omission.STAMP: N_("stamped on a page that is a picture"),
    Omission.ASLANT: N_("set in another direction than the page"),
    Omission.CATCHWORD: N_("the first words of the next page"),
    Omission.COLUMN_NUMBERS: N_("a row of a table that numbers its columns"),
}


def notices_of(document: Document) -> tuple[Notice, ...]:
    """All that a person must know of how a document was read, pages without text first."""
    garbled = {page for each in document.notices if each.kind is NoticeKind.GARBLED_PAGES for page in each.pages}
    pictures = tuple(page for page in document.unread_pages if page not in garbled)
    unread = (Notice(NoticeKind.UNREAD_PAGES, pictures),) if pictures else ()
    return (*unread, *document.notices)


def notice_text(notice: Notice, words: Words) -> str:
    """What a person must know, and what to do; begins in small letters, without a full stop."""
    return words.gettext(
        _NOTICES[notice.kind],
        pages=", ".join(map(str, notice.pages)),
        name=notice.name,
        count=words.number(notice.count),
        columns=words.number(notice.columns),
    )


def omission_text(reason: Omission, words: Words) -> str:
    """Why words are not part of the document: "the mark of a note"."""
    return words.gettext(_OMISSIONS[reason])
