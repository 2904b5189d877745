"""A page of staff; who sees it, and the token of its forms, are known to every template."""

from typing import Annotated, Any

from fastapi import Depends, Path, Request
from starlette.responses import Response

from web.i18n import words_for
from web.protection.visitors import Visitor


def show(request: Request, template: str, status: int = 200, **context: Any) -> Response:
    """The page made of templates/staff/<template>.html."""
    response: Response = request.app.state.templates.TemplateResponse(
        request, f"staff/{template}.html", {"words": words_for(request), **context}, status_code=status
    )
    return response


def visitor_now(request: Request) -> Visitor:
    """Who was let in by web.protection.visitors.permitted."""
    visitor: Visitor = request.state.visitor
    return visitor


# Of what the database holds: a larger one would be an error of the database.
LARGEST = 2**31 - 1
Number = Annotated[int, Path(le=LARGEST)]
VisitorNow = Annotated[Visitor, Depends(visitor_now)]
