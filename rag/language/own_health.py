"""Who asks what to take, or whether to worry, for an ailment of one's own or of the family: a case for who can see it.

Three things must be said together: whose it is, what ails, and that a remedy, a dose or a verdict is wanted. What is
covered, what it costs and which papers are needed are questions for an office, whoever is ill.
"""

import re

from rag.language.patterns import any_of

_OWN = re.compile(
    rf"\b{any_of('saya aku ku gue gua gw sy kami abdi kulo kula awak nyak i me my our mine'.split())}\b|"
    rf"\b{any_of('anak istri suami ibu ayah bapak nenek kakek adik kakak bayi'.split())}(?:ku|nya)\b",
    re.IGNORECASE,
)
_AILMENTS = any_of(
    """sakit nyeri demam meriang pusing migrain mual muntah batuk pilek sesak diare mencret sembelit berdarah
    pendarahan perdarahan keguguran luka infeksi bengkak bernanah gatal ruam kejang pingsan lemas lemes lumpuh
    stroke diabetes kencing hipertensi tensi kolesterol asma asam lambung maag hamil mengandung menyusui alergi
    hemoglobin haemoglobin hb anemia anemi talasemia kanker tumor tbc malaria depresi cemas insomnia gering lara
    mules keracunan sick ill unwell pain pains painful ache aches headache headaches migraine fever feverish dizzy
    nausea nauseous vomit vomiting vomits cough coughing bleeding bleed bleeds miscarriage wound infection infected
    swollen swelling rash itchy seizure seizures faint fainted diabetes diabetic hypertension asthma pregnant
    breastfeeding allergic allergy anaemia anaemic anemia anemic thalassaemia thalassemia stent cancer tumour tumor
    depressed anxious insomnia symptom symptoms poisoned""".split()
)
_AILS = re.compile(
    rf"\b(?:{_AILMENTS}|darah (?:tinggi|rendah)|gula darah|keluar darah|serangan jantung|(?:sulit|susah) tidur|"
    r"blood (?:pressure|sugar)|heart (?:attack|disease|condition|surgery|problems?)|chest pains?|"
    r"can(?:not|['’]t) sleep)\b",
    re.IGNORECASE,
)
# A keeper of animals asks what the office for them advises.
_ANIMALS = re.compile(
    r"\b(?:sapi|kerbau|kambing|domba|ayam|bebek|itik|unggas|kucing|anjing|ternak|hewan|ikan|cows?|cattle|buffalo(?:es)?|"
    r"goats?|sheep|hens?|chickens?|ducks?|poultry|cats?|dogs?|livestock|animals?|fish|pigs?|babi)(?:ku|nya)?\b",
    re.IGNORECASE,
)
_DOSE = any_of(
    """tablet tablets pil pill pills butir kapsul capsule capsules sendok spoon spoons spoonfuls mg dosis dose doses
    drops tetes suntikan""".split()
)
_REMEDY = re.compile(
    rf"\bobat(?:nya)? (?:\w+ )?(?:apa|naon|apo|opo)\b|\bobat\b[^.?!]{{0,40}}\b(?:manjur|ampuh|bagus|sae|cocok|aman)\b|"
    r"\b(?:di)?(?:minum|minumi|kasih|beri|obati|obatin|obatan)(?:kan|in|nya)? (?:obat )?(?:apa|naon)\b|"
    rf"\b(?:berapa|brp) (?:banyak |kali )?{_DOSE}\b|\b(?:dosis|aturan minum|takaran)(?:nya)?\b|"
    r"\bcara (?:meng)?obati\w*\b|\b(?:minum|makan|konsumsi|mengonsumsi) (?:tablet|obat|pil|kapsul)\b|"
    r"\b(?:berbahaya|bahaya|normal|parah) (?:tidak|nggak|ga|gak|ya|kah)\b|"
    rf"\bhow (?:many|much)\b[^.?!]{{0,30}}?\b(?:{_DOSE}|medicine|medication|paracetamol)\b|"
    r"\b(?:which|what) (?:\w+ )?(?:medicine|medication|drug|pill|tablet|remedy|treatment|dose|dosage|antidepressant|"
    r"painkiller|antibiotic)s?\b|"
    r"\b(?:should|must) (?:i|we|he|she|they|my \w+)(?: \w+)? "
    r"(?:take(?! (?:my|him|her|it|them|the|a)\b)|drink|swallow|stop taking|inject)\b|"
    r"\bhow (?:do|can|should) i (?:treat|cure|heal|stop|lower|get rid of)\b|"
    r"\b(?:may|can|should) (?:i|we|he|she|my \w+) (?:double|halve|skip|stop|increase|reduce|repeat)\b|"
    r"\bam i (?:fit|well|healthy|strong) enough\b|\bam i fit\b|\b(?:is|are) (?:it|that|this|they|these) "
    r"(?:dangerous|serious|normal|safe for me)\b",
    re.IGNORECASE,
)
# What an office decides about a remedy.
_FOR_AN_OFFICE = re.compile(
    r"\b(?:(?:di)?jamin\w*|menjamin|(?:di)?tanggung\w*|menanggung|gratis|biaya\w*|tarif|bayar\w*|klaim|syarat\w*|berkas|"
    r"dokumen|daftar|mendaftar|surat|jadwal|kuota|program|bantuan|cover(?:s|ed)?|free|cost|costs|fee|claim|documents?|"
    r"papers?|register|refund|letter|leave)\b",
    re.IGNORECASE,
)


def asks_for_treatment(question: str) -> str | None:
    """What ails the asker, where a remedy for it is wanted."""
    if (
        not _OWN.search(question)
        or not _REMEDY.search(question)
        or _FOR_AN_OFFICE.search(question)
        or _ANIMALS.search(question)
    ):
        return None
    ails = _AILS.search(question)
    return ails[0] if ails else None
