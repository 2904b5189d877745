"""Settings; the only reader of the environment (prefix `RAG_`)."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Backend(StrEnum):
    """What runs the encoder."""

    OPENVINO = "openvino"
    TORCH = "torch"


class Precision(StrEnum):
    """The arithmetic of a converted network; AUTO takes the fastest that this processor has."""

    AUTO = "auto"
    F32 = "f32"
    INT8 = "int8"


class LogForm(StrEnum):
    """Of the lines that the server writes to standard error."""

    TEXT = "text"
    JSON = "json"


class LogLevel(StrEnum):
    """From which on its own lines are written; INFO has one for each request."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Store(StrEnum):
    """Where a new version of the index keeps its vectors."""

    FAISS = "faiss"
    MILVUS = "milvus"


def _user_cache() -> Path:
    return Path.home() / ".cache" / "tanya-lampung"


# As browsers send it: no path, no slash at the end, a port only where it is not the usual one.
Origin = Annotated[str, Field(pattern=r"^https?://[a-z0-9.-]+(:\d{1,5})?$")]
# Without a port; ".example" stands for all names below it, "*" for any.
HostName = Annotated[str, Field(pattern=r"^(\*|\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*)$")]


class Settings(BaseSettings):
    """Everything one can set from outside; docs/operations.md lists them."""

    model_config = SettingsConfigDict(env_prefix="RAG_", env_file=".env", extra="ignore")

    index: Path = Path("index")
    letterhead: Path | None = None  # a .docx with the office's letterhead, for briefings that are exported as one
    library: Path = Path("library")  # originals and what staff say of them; the index is published from it
    source_hosts: tuple[str, ...] = ()  # that may be watched, as JSON: ["berita.example", ".example"] with all below it
    source_folders: tuple[Path, ...] = ()  # that may be watched, and what is below them
    source_files: int = Field(default=50, ge=1, le=5000)  # looked at in one run of one source
    source_seconds: int = Field(default=60, ge=1)  # for one answer of another host
    cache: Path = Field(default_factory=_user_cache)
    store: Store = Store.FAISS  # of versions made from now on; each is searched where it was made
    milvus_uri: str | None = None  # "http://host:19530", or a file for milvus-lite
    milvus_token: SecretStr | None = None  # "user:password", or a key
    milvus_s: float = Field(default=10.0, gt=0)  # that one request to Milvus may take
    embedding_model: str = "bundled"  # "bundled", or any sentence-transformers name or path
    backend: Backend = Backend.OPENVINO
    threads: int = Field(default=0, ge=0)  # 0: let the library choose
    passage_tokens: int = Field(default=200, ge=32, le=480)
    passages_read: int = Field(default=6, ge=1, le=50)
    most_wrong: float | None = Field(default=None, ge=0.07, le=1)  # share wrong that was observed on our questions
    search_reranked: int = Field(default=0, ge=0, le=50)
    max_question_chars: int = Field(default=2000, ge=50, le=100_000)
    max_file_mb: int = Field(default=100, ge=1)
    parse_seconds: int = Field(default=120, ge=1)  # from one document of a file to the next
    parse_mb: int = Field(default=2000, ge=200)  # memory for reading one file
    ocr: bool = False  # pages that are pictures are read by tesseract, which must be installed

    log: LogForm = LogForm.TEXT
    log_level: LogLevel = LogLevel.WARNING
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    base_path: str = Field(default="", pattern=r"^(/[\w.~-]+)*$")  # "/tanya", where a proxy puts the site below a path
    database: str | Path = "var/tanya.sqlite"  # a file (SQLite), or postgresql://user@host/name
    requests_per_minute: int = Field(default=60, ge=1)
    total_per_minute: int = Field(default=1200, ge=1)  # by everybody, of each process or, with Redis, of all
    redis_url: SecretStr | None = None  # "redis://:password@host:6379/0"; unset: each process counts by itself
    api_keys_required: bool = False  # of programs, at /api and /v1; the pages and the widget go on without
    feedback_days: int = Field(default=365, ge=1)
    answer_days: int = Field(default=90, ge=0)  # that an answer stays at its address; 0: none is kept
    answers_kept: int = Field(default=50_000, ge=1)  # at most; then the oldest go
    feedback_rows: int = Field(default=100_000, ge=100)  # questions and ratings that are kept; the oldest go first
    keep_questions: bool = True  # masked, and without who asked; otherwise only those that were rated
    audit_days: int = Field(default=730, ge=30)
    session_idle_minutes: int = Field(default=60, ge=5)
    session_hours: int = Field(default=12, ge=1)  # however much it is used
    concurrent_answers: int = Field(default=8, ge=1)
    queue_timeout_s: float = Field(default=30.0, gt=0)  # how long a request waits for one of those places
    queue_length: int = Field(default=100, ge=0)  # requests that may wait
    max_body_kb: int = Field(default=512, ge=16)
    send_s: float = Field(default=30.0, gt=0)  # in which a client must take a piece of what is sent to it
    request_s: float = Field(default=15.0, gt=0)  # in which a whole request must have come in
    idle_s: int = Field(default=130, ge=1)  # between two requests of one connection; longer than the proxy keeps it
    connections: int = Field(default=500, ge=1)  # fewer where the system allows fewer open files
    drain_s: float = Field(default=0.0, ge=0)  # that /readyz says "stopping" after SIGTERM, before the door closes
    shutdown_s: int = Field(default=10, ge=1)  # that running answers have to come to an end after SIGTERM
    verify_hours: float = Field(default=0.0, ge=0)  # between two checks of the index while it is served; 0: none
    verify_share: float = Field(default=0.05, gt=0, le=1)  # of one core that such a check may take
    keep_alive_s: float = Field(default=10.0, gt=0)  # a streamed answer is never silent for longer

    chat_url: str | None = (
        None  # of an OpenAI-compatible API, "http://127.0.0.1:11434/v1"; unset: answers without a model
    )
    chat_model: str = "default"
    chat_key: SecretStr | None = None
    chat_timeout_s: float = Field(default=20.0, gt=0, le=600)  # for everything the model adds to one question
    chat_attempts: int = Field(default=2, ge=1, le=5)
    chat_tokens: int = Field(default=700, ge=50, le=8000)
    chat_rewrite: bool = False  # also completes follow-up questions that the rules leave alone

    site_url: str | None = Field(
        default=None, pattern=r"^https?://[^\s/]+(/[\w.~-]+)*/?$"
    )  # where people reach the site
    site_hosts: tuple[HostName, ...] = ()  # further names it is asked by, as JSON: ["tanya.example", ".example"]
    widget_origins: tuple[Origin, ...] = ()  # of other sites whose pages may ask, as JSON: ["https://dinas.example"]
    channel_minutes: int = Field(default=30, ge=1)  # that a chat is remembered, in memory only, for follow-ups
    channel_messages_per_minute: int = Field(default=10, ge=1)  # of one sender
    telegram_token: SecretStr | None = None  # of a bot; unset: no Telegram
    telegram_secret: SecretStr | None = Field(
        default=None, min_length=16
    )  # of its webhook: letters, digits, "_" and "-"
    telegram_url: str = "https://api.telegram.org"
    whatsapp_token: SecretStr | None = None  # all four of them, or no WhatsApp
    whatsapp_secret: SecretStr | None = None  # of the app: it signs what the webhook is sent
    whatsapp_verify: SecretStr | None = None  # a word of your own, asked for when the webhook is set up
    whatsapp_phone_id: str = Field(default="", pattern=r"^\d*$")
    whatsapp_url: str = "https://graph.facebook.com/v23.0"

    oidc_issuer: str | None = None  # of an OpenID Connect service; unset: accounts sign in with a password only
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr | None = None
    oidc_claim: str = "groups"  # whose values RAG_OIDC_ROLES knows
    oidc_roles: dict[str, str] = Field(default_factory=dict)  # as JSON, {"group": "staff"}

    evaluations: Path = Path("var/evaluations")  # one folder a run
    gold: Path = Path("seeds/gold")  # the questions a run started on the web asks

    reader_precision: Precision = Precision.AUTO
    encoder_precision: Precision = Precision.AUTO
