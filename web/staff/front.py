"""The front page of staff: what one's role may do."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from rag.wording.words import N_
from web.protection.permissions import Permission
from web.staff.pages import VisitorNow, show

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Room:
    """A part of the pages of staff; title and text are msgids."""

    href: str
    title: str
    text: str
    permission: Permission


# In the order in which they are shown; a new part is entered here.
ROOMS = (
    Room(
        "/staff/briefings",
        N_("Briefings"),
        N_("What the documents say about a topic, every sentence a quote; to be edited and exported."),
        Permission.BRIEF,
    ),
    Room(
        "/staff/documents",
        N_("Documents"),
        N_("Add, edit, replace and withdraw documents; drafts stay here until they are published."),
        Permission.MANAGE_DOCUMENTS,
    ),
    Room(
        "/staff/sources",
        N_("Watched sources"),
        N_("Folders and lists of addresses that are looked at on a schedule; what is new becomes drafts."),
        Permission.MANAGE_DOCUMENTS,
    ),
    Room(
        "/staff/publishing",
        N_("Publishing"),
        N_("What publishing would change, publish it, and go back to an earlier version."),
        Permission.MANAGE_DOCUMENTS,
    ),
    Room(
        "/staff/feedback",
        N_("Feedback"),
        N_("What was rated and what was not answered, grouped by meaning; assign it, resolve it, make a test of it."),
        Permission.HANDLE_FEEDBACK,
    ),
    Room(
        "/staff/asked",
        N_("What people ask"),
        N_("Topics, trend and the share that was not answered."),
        Permission.HANDLE_FEEDBACK,
    ),
    Room(
        "/evaluations",
        N_("Evaluations"),
        N_("Runs over the gold questions, and how they compare."),
        Permission.EVALUATE,
    ),
    Room(
        "/staff/notice",
        N_("Notice"),
        N_("One line above the public page, until a day that you choose."),
        Permission.NOTIFY,
    ),
    Room(
        "/staff/switches",
        N_("Switches"),
        N_("Switch the public page, programs, messengers or the language model off, and on again."),
        Permission.OPERATE,
    ),
    Room("/staff/users", N_("Accounts"), N_("Who may sign in, and as what."), Permission.MANAGE_USERS),
    Room(
        "/staff/keys",
        N_("Keys of programs"),
        N_("Which programs may ask, search or read the list, and how often; make keys and revoke them."),
        Permission.MANAGE_KEYS,
    ),
    Room("/staff/audit", N_("Audit log"), N_("Who did what, and when."), Permission.READ_AUDIT),
    Room("/account", N_("My account"), N_("Password, and where you are signed in."), Permission.ENTER),
)


@router.get("/staff")
async def front(request: Request, visitor: VisitorNow) -> Response:
    """The parts that are open to the visitor."""
    return show(request, "front", rooms=[room for room in ROOMS if visitor.may(room.permission)])
