"""Who may do what: the only place that decides it. An address without an entry is closed to everybody."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from rag.wording.words import N_
from web.records.keys import Scope


class Role(StrEnum):
    """Of an account; a visitor without one is nobody in particular."""

    STAFF = "staff"
    EVALUATOR = "evaluator"
    ADMINISTRATOR = "administrator"


ROLE_NAMES = {
    Role.STAFF: N_("staff"),
    Role.EVALUATOR: N_("evaluator"),
    Role.ADMINISTRATOR: N_("administrator"),
}


class Permission(StrEnum):
    """What an address is for."""

    READ = "read"  # the public pages and interfaces
    ENTER = "enter"  # the front page of staff, one's own account
    BRIEF = "brief"
    MANAGE_DOCUMENTS = "manage_documents"
    HANDLE_FEEDBACK = "handle_feedback"
    EVALUATE = "evaluate"
    MANAGE_USERS = "manage_users"
    READ_AUDIT = "read_audit"
    MANAGE_KEYS = "manage_keys"
    NOTIFY = "notify"  # the notice above the public page
    OPERATE = "operate"  # switch parts of the service off


EVERYBODY_INSIDE = frozenset(Role)
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})

# READ needs no account and is therefore not here.
ROLES: Mapping[Permission, frozenset[Role]] = MappingProxyType(
    {
        Permission.ENTER: EVERYBODY_INSIDE,
        Permission.BRIEF: frozenset({Role.STAFF, Role.ADMINISTRATOR}),
        Permission.MANAGE_DOCUMENTS: frozenset({Role.STAFF, Role.ADMINISTRATOR}),
        Permission.HANDLE_FEEDBACK: EVERYBODY_INSIDE,
        Permission.EVALUATE: frozenset({Role.EVALUATOR, Role.ADMINISTRATOR}),
        Permission.MANAGE_USERS: ADMINISTRATORS,
        Permission.READ_AUDIT: ADMINISTRATORS,
        Permission.MANAGE_KEYS: ADMINISTRATORS,
        Permission.NOTIFY: frozenset({Role.STAFF, Role.ADMINISTRATOR}),
        Permission.OPERATE: ADMINISTRATORS,
    }
)

# By the path of the route, as it was declared.
ROUTES: Mapping[str, Permission] = MappingProxyType(
    {
        "/": Permission.READ,
        "/answers/{answer_id}": Permission.READ,
        "/answers/{answer_id}/export/{kind}": Permission.READ,
        "/answers/{answer_id}/next": Permission.READ,
        "/api/ask": Permission.READ,
        "/api/ask/stream": Permission.READ,
        "/api/feedback": Permission.READ,
        "/api/search": Permission.READ,
        "/bahasa": Permission.READ,
        "/channels/telegram": Permission.READ,
        "/channels/whatsapp": Permission.READ,
        "/documents": Permission.READ,
        "/documents/{document_id:path}": Permission.READ,
        "/feed.xml": Permission.READ,
        "/healthz": Permission.READ,
        "/how": Permission.READ,
        "/originals/{document_id:path}": Permission.READ,
        "/pictures/{document_id:path}": Permission.READ,
        "/llms.txt": Permission.READ,
        "/login": Permission.READ,
        "/login/oidc": Permission.READ,
        "/login/oidc/back": Permission.READ,
        "/masukan": Permission.READ,
        "/mcp": Permission.READ,
        "/metrics": Permission.READ,
        "/openapi.json": Permission.READ,
        "/privacy": Permission.READ,
        "/readyz": Permission.READ,
        "/tampilan": Permission.READ,
        "/v1/chat/completions": Permission.READ,
        "/v1/documents": Permission.READ,
        "/v1/models": Permission.READ,
        "/v1/models/{name}": Permission.READ,
        "/widget.js": Permission.READ,
        "/evaluations": Permission.EVALUATE,
        "/evaluations/compare": Permission.EVALUATE,
        "/evaluations/runs/{name}": Permission.EVALUATE,
        "/evaluations/sheets": Permission.EVALUATE,
        "/evaluations/sheets/{sheet_id}": Permission.EVALUATE,
        "/evaluations/sheets/{sheet_id}/export/{kind}": Permission.EVALUATE,
        "/evaluations/sheets/{sheet_id}/questions/{number}": Permission.EVALUATE,
        "/evaluations/standing": Permission.EVALUATE,
        "/evaluations/start": Permission.EVALUATE,
        "/evaluations/stop": Permission.EVALUATE,
        "/evaluations/verdict": Permission.EVALUATE,
        "/account": Permission.ENTER,
        "/account/end": Permission.ENTER,
        "/account/end-all": Permission.ENTER,
        "/account/password": Permission.ENTER,
        "/logout": Permission.ENTER,
        "/staff": Permission.ENTER,
        "/staff/audit": Permission.READ_AUDIT,
        "/staff/audit/export.csv": Permission.READ_AUDIT,
        "/staff/briefings": Permission.BRIEF,
        "/staff/briefings/{briefing_id}": Permission.BRIEF,
        "/staff/briefings/{briefing_id}/export/{kind}": Permission.BRIEF,
        "/staff/documents": Permission.MANAGE_DOCUMENTS,
        "/staff/documents/edition": Permission.MANAGE_DOCUMENTS,
        "/staff/documents/one": Permission.MANAGE_DOCUMENTS,
        "/staff/documents/original": Permission.MANAGE_DOCUMENTS,
        "/staff/documents/preview": Permission.MANAGE_DOCUMENTS,
        "/staff/asked": Permission.HANDLE_FEEDBACK,
        "/staff/asked/export/{kind}": Permission.HANDLE_FEEDBACK,
        "/staff/feedback": Permission.HANDLE_FEEDBACK,
        "/staff/feedback/export/{kind}": Permission.HANDLE_FEEDBACK,
        "/staff/feedback/{case_id}": Permission.HANDLE_FEEDBACK,
        "/staff/feedback/{case_id}/gold": Permission.HANDLE_FEEDBACK,
        "/staff/notice": Permission.NOTIFY,
        "/staff/keys": Permission.MANAGE_KEYS,
        "/staff/keys/{key_id}": Permission.MANAGE_KEYS,
        "/staff/publishing": Permission.MANAGE_DOCUMENTS,
        "/staff/publishing/rollback": Permission.MANAGE_DOCUMENTS,
        "/staff/publishing/standing": Permission.MANAGE_DOCUMENTS,
        "/staff/sources": Permission.MANAGE_DOCUMENTS,
        "/staff/sources/one": Permission.MANAGE_DOCUMENTS,
        "/staff/switches": Permission.OPERATE,
        "/staff/users": Permission.MANAGE_USERS,
        "/staff/users/{account_id}": Permission.MANAGE_USERS,
    }
)


# What a key must open, by the path of the route; None: any key will do. Other addresses ask for none.
SCOPES: Mapping[str, Scope | None] = MappingProxyType(
    {
        "/api/ask": Scope.ASK,
        "/api/ask/stream": Scope.ASK,
        "/v1/chat/completions": Scope.ASK,
        "/api/search": Scope.SEARCH,
        "/v1/documents": Scope.READ,
        "/mcp": None,  # each tool asks for its own, see TOOLS
        "/v1/models": None,
        "/v1/models/{name}": None,
    }
)


# The same for the tools of /mcp.
TOOLS: Mapping[str, Scope] = MappingProxyType(
    {"ask": Scope.ASK, "search": Scope.SEARCH, "open_document": Scope.READ, "list_documents": Scope.READ}
)


def may(role: Role | None, permission: Permission) -> bool:
    """Whether a visitor of this role, or of none, may do it."""
    return permission is Permission.READ or (role is not None and role in ROLES[permission])
