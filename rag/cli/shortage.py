"""What is said where memory, a library of the system or a package is missing; imports next to nothing itself."""

import errno
import re
import resource

from rag.errors import RagError, Reason
from rag.wording.words import N_

OWN = ("rag", "web")
_MEGABYTE = 1_000_000
# Of address space: the libraries alone take 760 MB on two cores, answering up to 2,800.
_LEAST_MB, _USUAL_MB = 800, 3000
_NO_MEMORY = re.compile(
    r"bad.?alloc|cannot allocate|can't allocate|failed to allocate|out of memory|resource temporarily unavailable",
    re.IGNORECASE,
)
_NO_THREAD = "can't start new thread"
_NOT_MAPPED = "failed to map segment"  # by the dynamic loader, when memory is short


class TooLittleSpace(RagError):
    """The address space that this process may use is too small for any command."""


def require_space() -> None:
    """Raises TooLittleSpace before a library meets the limit, for some end the process then without a word."""
    allowed = _allowed_mb()
    if allowed is not None and allowed < _LEAST_MB:
        raise TooLittleSpace(
            N_(
                "this process may use %(allowed)s MB of address space, and the program needs %(least)s, to answer "
                "about %(usual)s: raise the limit with `ulimit -v unlimited`, or where it is set"
            ),
            allowed=allowed,
            least=_LEAST_MB,
            usual=_USUAL_MB,
        )


def shortage(error: BaseException) -> Reason | None:
    """What is missing on this machine, and what to do; None for an error of another kind."""
    if _is_of_memory(error):
        return _more_memory()
    if isinstance(error, ModuleNotFoundError) and error.name and error.name.split(".")[0] not in OWN:
        return Reason(
            N_("the package '%(name)s' is missing: install the program again (`pip install -e .` in its folder)"),
            {"name": error.name},
        )
    if isinstance(error, ImportError) and ".so" in str(error):
        return Reason(
            N_(
                "a library cannot be loaded (%(reason)s): install the package of the system that holds it, or the "
                "program again"
            ),
            {"reason": error},
        )
    return None


def _is_of_memory(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    text = str(error)
    told = _NO_MEMORY.search(text) is not None or _NO_THREAD in text or _NOT_MAPPED in text
    if isinstance(error, SystemError):  # C code of a library that took an error for none
        return _allowed_mb() is not None
    return isinstance(error, MemoryError) or (isinstance(error, RuntimeError | ImportError) and told)


def _more_memory() -> Reason:
    allowed = _allowed_mb()
    if allowed is None:
        return Reason(
            N_("there is not enough memory: end other programs, or give this one more; answering needs about 1 GB")
        )
    return Reason(
        N_(
            "there is not enough memory: this process may use %(allowed)s MB of address space, and to answer it needs "
            "about %(usual)s: raise the limit with `ulimit -v unlimited`, or where it is set"
        ),
        {"allowed": allowed, "usual": _USUAL_MB},
    )


def _allowed_mb() -> int | None:
    """None without a limit."""
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    return None if soft == resource.RLIM_INFINITY else soft // _MEGABYTE
