"""Ingest on many machines: Ray reads, splits and embeds; what comes of it is the index that `ingest` would have made.

parts.py    what was embedded, kept until the version is published, so that nothing is embedded twice
stages.py   what runs in the workers, without a word about Ray
spread.py   the parts put in the place of reading, splitting and embedding here
cluster.py  the only module that knows of Ray
"""

from rag.index.bulk.ingest import bulk_ingest
from rag.index.bulk.spread import Done

__all__ = ["Done", "bulk_ingest"]
