"""The names of measures, groups and outcomes, by which reports call them, and their texts."""

from rag.wording.words import N_

# Each measure of `summary.summarise`: its title and what it means.
MEASURES = {
    "right": (N_("Right"), N_("correct, and an expected document is cited; over all questions")),
    "correct": (
        N_("Correct"),
        N_("acceptable outcome with all required strings, whatever is cited; over all questions"),
    ),
    "answered_right": (
        N_("Answered right"),
        N_("answerable questions answered correctly, citing an expected document"),
    ),
    "answered_correct": (N_("Answered correctly"), N_("the same, whatever document is cited")),
    "refused_right": (N_("Refused rightly"), N_("questions that must not be answered, and were not")),
    "nuggets": (N_("Nuggets"), N_("share of the required strings found, over answered questions")),
    "short_right": (
        N_("Short answer right"),
        N_("short answers that hold at least one of the required strings; one may be shorter or longer than the gold"),
    ),
    "short_f1": (N_("Short answer F1"), N_("token F1 of the short answer, over single facts")),
    "right_document": (N_("Right document"), N_("answers that cite an expected document")),
    "citation_precision": (N_("Citation precision"), N_("share of citations that are of an expected document")),
    "citation_recall": (
        N_("Citation recall"),
        N_("share of required strings that stand in quotes of expected documents"),
    ),
    "exact_quotes": (N_("Exact quotes"), N_("quotes found in their document, character for character")),
    "refusal_precision": (N_("Refusal precision"), N_("share of refusals that were due")),
    "refusal_recall": (N_("Refusal recall"), N_("share of questions to be refused that were")),
    "refusal_f1": (N_("Refusal F1"), N_("harmonic mean of the two")),
    "hit@1": (N_("First hit (hit@1)"), N_("an expected document is found first")),
    "hit@5": (N_("Five hits (hit@5)"), N_("an expected document is among the first five")),
    "mrr@10": (N_("Reciprocal rank (MRR@10)"), N_("mean of 1 / rank of the first expected document")),
    "ndcg@10": (N_("Ranking quality (nDCG@10)"), N_("ranking quality, discounted by rank")),
    "recall@10": (N_("Recall@10"), N_("share of the expected documents among the first ten")),
    "risk_area": (N_("Risk area"), N_("mean share of wrong answers over coverage; lower is better")),
    "calibration_error": (N_("Calibration error"), N_("mean gap between confidence and share right; lower is better")),
    "latency_p50_ms": (N_("Latency p50"), N_("half of the questions take at most this long")),
    "latency_p95_ms": (N_("Latency p95"), N_("95 %% of the questions take at most this long")),
}

GROUPINGS = {
    "language": N_("language"),
    "kind": N_("kind"),
    "source": N_("source"),
    "spelling": N_("spelling"),
    "split": N_("split"),
}

OUTCOMES = {
    "answered": N_("answered"),
    "not_found": N_("not found"),
    "declined": N_("declined"),
    "failed": N_("failed"),
}

# Languages, splits, spellings and kinds of questions; a kind that is not listed keeps its name.
GROUPS = {
    "dev": N_("development (dev)"),
    "held": N_("held"),
    "everyday": N_("everyday"),
    "standard": N_("standard"),
    "near_miss": N_("near miss"),
    "list": N_("list"),
    "number": N_("number"),
    "follow_up": N_("follow-up"),
    "person": N_("person"),
    "single_fact": N_("single fact"),
    "definition": N_("definition"),
    "off_topic": N_("off topic"),
    "false_premise": N_("false premise"),
    "place": N_("place"),
    "no_substance": N_("no substance"),
    "instruction": N_("instruction"),
    "reason": N_("reason"),
    "percentage": N_("percentage"),
    "duration": N_("duration"),
    "date": N_("date"),
    "other_language": N_("other language"),
    "comparison": N_("comparison"),
    "how": N_("how"),
}
