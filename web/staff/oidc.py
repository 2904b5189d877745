"""Signing in through an OpenID Connect service: code flow with PKCE; the role comes from a claim of the service."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode, urlsplit

import httpx
from authlib.common.security import generate_token
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oauth2 import OAuth2Error
from fastapi import APIRouter, Depends, FastAPI, Request
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from sqlalchemy import select
from starlette.responses import RedirectResponse, Response

from rag.errors import BadInput
from rag.settings import Settings
from rag.wording.words import N_
from web.protection.gate import in_thread
from web.protection.permissions import Role
from web.protection.problems import Problem
from web.protection.visitors import keep_session, lifetimes_of, on_this_machine, same
from web.public.preferences import local_path
from web.records.accounts import NewAccount, add, begin, named, plain_name, set_role
from web.records.audit import record
from web.records.database import Database
from web.records.failures import Unfit
from web.records.models import AccountRow
from web.services import ServicesNow, allowed
from web.staff.pages import show

PATH = "/login/oidc"
COOKIE = "masuk"  # what the way out and the way back have in common
_WAY_S = 600
_PATIENCE_S = 10.0
_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]  # none of them works with a shared secret, or with none
_STRONGEST = (Role.ADMINISTRATOR, Role.EVALUATOR, Role.STAFF)

NO_ROLE = N_("The sign-in service knows you, but none of your groups has a role here. Ask an administrator.")
NAME_TAKEN = N_("There is another account %(name)s here already. Ask an administrator.")
CLOSED = N_("Your account is closed. Ask an administrator.")

router = APIRouter(prefix=PATH, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Provider:
    """What the service says about itself."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who the service says it is."""

    subject: str  # unique among all services
    name: str
    full_name: str
    role: Role


def add_oidc(app: FastAPI, settings: Settings) -> None:
    """Adds the way to the service and back. Raises BadInput for settings that do not fit."""
    address = urlsplit(settings.oidc_issuer or "")
    if address.scheme != "https" and address.hostname not in ("localhost", "127.0.0.1"):
        raise BadInput(N_("RAG_OIDC_ISSUER must be an https:// address"))
    if not settings.oidc_client_id or not settings.oidc_roles:
        raise BadInput(N_("with RAG_OIDC_ISSUER, RAG_OIDC_CLIENT_ID and RAG_OIDC_ROLES must be set too"))
    unknown = set(settings.oidc_roles.values()) - set(Role)
    if unknown:
        raise BadInput(N_("RAG_OIDC_ROLES: no such role: %(names)s"), names=", ".join(sorted(unknown)))
    app.include_router(router)


@router.get("", dependencies=[Depends(allowed)])
async def leave(request: Request, services: ServicesNow, next: str = "/staff") -> Response:
    """Sends the browser to the service; the cookie binds the way back to it."""
    provider = await _provider(services.settings)
    state, nonce, verifier = generate_token(32), generate_token(32), generate_token(64)
    async with _client(request, services.settings) as client:
        address, _ = client.create_authorization_url(
            provider.authorization_endpoint, state=state, nonce=nonce, code_verifier=verifier
        )
    response = RedirectResponse(address, 303)
    kept = urlencode({"state": state, "nonce": nonce, "verifier": verifier, "next": local_path(next)})
    response.set_cookie(
        COOKIE, kept, max_age=_WAY_S, path=PATH, httponly=True, samesite="lax", secure=not on_this_machine(request)
    )
    return response


@router.get("/back", dependencies=[Depends(allowed)])
async def back(request: Request, services: ServicesNow, code: str = "", state: str = "") -> Response:
    """The code becomes an identity, the identity an account, the account a session."""
    kept = httpx.QueryParams(request.cookies.get(COOKIE, ""))
    if not code or not kept.get("state") or not same(state, kept["state"]):
        raise Problem(403, "sign_in_interrupted")
    claims = await _claims(request, services.settings, code, kept)
    browser = request.headers.get("user-agent", "")
    try:
        person = person_of(claims, services.settings)
        token = await in_thread(_sign_in, services.database, services.settings, person, browser)
    except Unfit as error:
        return show(request, "refused", 403, problem=error)
    response = RedirectResponse(local_path(kept.get("next", "/staff")), 303)
    response.delete_cookie(COOKIE, path=PATH)
    keep_session(response, request, token, services.settings)
    return response


def person_of(claims: Mapping[str, Any], settings: Settings) -> Person:
    """Raises Unfit when no group of the claim has a role."""
    held = claims.get(settings.oidc_claim)
    groups = {held} if isinstance(held, str) else {each for each in held or () if isinstance(each, str)}
    roles = {role for group, role in settings.oidc_roles.items() if group in groups}
    role = next((each for each in _STRONGEST if each in roles), None)
    if role is None:
        raise Unfit(NO_ROLE)
    name = str(claims.get("preferred_username") or claims.get("email") or claims["sub"])
    return Person(f"{claims['iss']} {claims['sub']}"[:500], name, str(claims.get("name", "")), role)


def _sign_in(database: Database, settings: Settings, person: Person, browser: str) -> str:
    """The token of the session. Raises Unfit; an account with a password is never taken over by its name."""
    with database.writing() as session:
        account = session.scalars(select(AccountRow).where(AccountRow.subject == person.subject)).first()
        if account is None:
            if named(session, person.name) is not None:
                raise Unfit(NAME_TAKEN, name=plain_name(person.name))
            new = NewAccount(person.name, person.full_name, person.role.value, None, subject=person.subject)
            account = add(session, "oidc", new)
            session.flush()
        if account.disabled_at is not None:
            raise Unfit(CLOSED)
        if account.role != person.role.value:
            set_role(session, "oidc", account, person.role.value)
        record(session, account.name, "session.began", f"account:{account.name}", {"by": settings.oidc_issuer or ""})
        return begin(session, account, browser, lifetimes_of(settings))


def _client(request: Request, settings: Settings) -> AsyncOAuth2Client:
    secret = settings.oidc_client_secret
    return AsyncOAuth2Client(
        settings.oidc_client_id,
        secret.get_secret_value() if secret else None,
        scope="openid profile email",
        redirect_uri=str(request.url_for("back")),
        code_challenge_method="S256",
        token_endpoint_auth_method="client_secret_basic" if secret else "none",
        timeout=_PATIENCE_S,
    )


async def _claims(request: Request, settings: Settings, code: str, kept: httpx.QueryParams) -> Mapping[str, Any]:
    """Of the identity token, its signature, issuer, audience, time and nonce checked. Raises Problem."""
    provider = await _provider(settings)
    try:
        async with _client(request, settings) as client:
            held = await client.fetch_token(provider.token_endpoint, code=code, code_verifier=kept["verifier"])
        keys = KeySet.import_key_set(cast(Any, await _fetched(provider.jwks_uri)))
        token = jwt.decode(str(held.get("id_token", "")), keys, algorithms=_ALGORITHMS)
        jwt.JWTClaimsRegistry(
            leeway=60,
            iss={"essential": True, "value": provider.issuer},
            aud={"essential": True, "value": settings.oidc_client_id},
            exp={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": kept["nonce"]},
        ).validate(token.claims)
    except (OAuth2Error, JoseError, ValueError) as error:
        raise Problem(403, "sign_in_interrupted") from error
    except httpx.HTTPError as error:
        raise Problem(503, "sign_in_service", retry_after_s=30) from error
    return token.claims


async def _provider(settings: Settings) -> Provider:
    """As the service describes itself. Raises Problem with status 503."""
    issuer = (settings.oidc_issuer or "").rstrip("/")
    said = await _fetched(f"{issuer}/.well-known/openid-configuration")
    if str(said.get("issuer", "")).rstrip("/") != issuer:
        raise Problem(503, "sign_in_service", retry_after_s=30)
    return Provider(said["issuer"], said["authorization_endpoint"], said["token_endpoint"], said["jwks_uri"])


async def _fetched(address: str) -> dict[str, Any]:
    try:
        async with httpx.AsyncClient(timeout=_PATIENCE_S) as client:
            found: dict[str, Any] = (await client.get(address)).raise_for_status().json()
            return found
    except (httpx.HTTPError, ValueError) as error:
        raise Problem(503, "sign_in_service", retry_after_s=30) from error
