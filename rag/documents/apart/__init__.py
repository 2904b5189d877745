"""Files are read in processes of their own: one that hangs or bursts is named, and the others go on."""

from rag.documents.apart.messages import Job, Limits
from rag.documents.apart.pool import reading, tracing

__all__ = ["Job", "Limits", "reading", "tracing"]
