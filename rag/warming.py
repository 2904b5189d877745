"""Asks a few questions before anybody does: what is loaded, compiled or cached at first use then costs no visitor."""

import logging

from rag.errors import IndexMissing
from rag.pipeline import Pipeline
from rag.types import Question

log = logging.getLogger(__name__)

_ASKED = 3  # passages of several lengths; more of them gained nothing


def warm(pipeline: Pipeline, longest_question: int) -> int:
    """Asks by the titles of the newest documents, which any index has; how many of them. Never raises.

    `pipeline` is best one without a language model, so that a start costs nothing.
    """
    asked = 0
    try:
        for document in pipeline.documents(limit=_ASKED).documents:
            pipeline.answer(Question(document.title[:longest_question], document.language))
            asked += 1
    except IndexMissing:
        pass  # the first start of all; readiness tells
    except Exception:  # a server that begins slowly is better than one that does not begin
        log.warning("the first questions will be slow: trying some beforehand failed", exc_info=True)
    return asked
