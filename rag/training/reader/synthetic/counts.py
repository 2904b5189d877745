"""Counts: enumerations by country or regency, shares, comparisons between years, tables."""
# ruff: noqa: E501 - a template reads best on one line

import random
from collections.abc import Sequence
from dataclasses import dataclass

from rag.training.reader.synthetic import words
from rag.training.reader.synthetic.draft import Asked, Draft


@dataclass(frozen=True, slots=True)
class _Theme:
    """What is counted: `verb` joins a noun and a place ("pekerja yang ditempatkan di Jepang")."""

    noun: str
    verb: str
    unit: str
    role: str
    english: str


_ABROAD = (
    _Theme("pekerja migran", "ditempatkan di", "orang", "negara tujuan", "migrant workers were placed in"),
    _Theme("pekerja migran", "berangkat ke", "orang", "negara penempatan", "migrant workers left for"),
    _Theme("wisatawan", "datang dari", "orang", "negara asal", "tourists came from"),
    _Theme("mahasiswa asing", "berasal dari", "orang", "negara asal", "foreign students came from"),
    _Theme("kopi", "diekspor ke", "ton", "negara tujuan ekspor", "tons of coffee were exported to"),
    _Theme("udang", "dikirim ke", "ton", "negara tujuan", "tons of shrimp were sent to"),
    _Theme("peserta magang", "dikirim ke", "orang", "negara tujuan magang", "interns were sent to"),
)
_HOME = (
    _Theme("pekerja migran", "berasal dari", "orang", "daerah asal", "migrant workers came from"),
    _Theme("rumah", "dibangun di", "unit", "daerah", "houses were built in"),
    _Theme("sapi", "tercatat di", "ekor", "daerah", "cattle were recorded in"),
    _Theme("kasus demam berdarah", "ditemukan di", "kasus", "daerah", "dengue cases were found in"),
    _Theme("sekolah", "direhabilitasi di", "unit", "daerah", "schools were renovated in"),
    _Theme("penerima bantuan", "tercatat di", "keluarga", "daerah", "families receiving aid were recorded in"),
    _Theme("desa", "dialiri listrik di", "desa", "daerah", "villages were electrified in"),
)
Place = tuple[str, str]


def _places(draw: random.Random, abroad: bool, count: int) -> list[Place]:
    pool: Sequence[Place] = words.COUNTRIES if abroad else [(name, name) for name in words.REGENCIES]
    return draw.sample(pool, count)


def _listing(places: Sequence[Place], figures: Sequence[str], unit: str, draw: random.Random) -> str:
    style = draw.randrange(4)
    if style == 0:
        rows = [f"{p[0]} ([[n{i}|{n} {unit}]])" for i, (p, n) in enumerate(zip(places, figures, strict=True))]
        return words.joined([f"[[top|{places[0][0]}]]" + rows[0][len(places[0][0]) :], *rows[1:]], draw)
    verb = draw.choice(("sebanyak ", "dengan ", "yakni ", "mencapai "))
    rest = [f"{p[0]} {v}[[n{i}|{n} {unit}]]" for i, (p, n, v) in enumerate(zip(
        places, figures, (verb, *draw.choices(("", "", "sebanyak ", "sejumlah "), k=len(places))), strict=False))][1:]  # fmt: skip
    link = draw.choice((", diikuti ", ", diikuti dengan ", ", disusul ", ", kemudian ", ", lalu "))
    return f"[[top|{places[0][0]}]] {verb}[[n0|{figures[0]} {unit}]]{link}{words.joined(rest, draw)}"


def enumeration(draw: random.Random) -> Draft:
    """So many to A, followed by B, C and D; asked for each member, the first, the total and one who is not named."""
    abroad = draw.random() < 0.6
    theme = draw.choice(_ABROAD if abroad else _HOME)
    size = draw.randint(2, 6)
    *places, missing = _places(draw, abroad, size + 1)
    values = sorted(
        (draw.randint(2, 9000) if draw.random() < 0.8 else draw.randint(1, 90) for _ in places), reverse=True
    )
    figures = [f"{value:,}".replace(",", ".") for value in values]
    year, region = draw.randint(2010, 2029), draw.choice(words.PROVINCES)
    total = words.number(draw, 200, 60000)
    opening = draw.choice((
        f"Sepanjang tahun {year}, tercatat [[total|{total} {theme.unit}]] {theme.noun} di Provinsi {region}. ",
        f"Data Badan Pusat Statistik menunjukkan jumlah {theme.noun} pada {year} mencapai [[total|{total} {theme.unit}]]. ",
        f"“Pada {year} jumlah {theme.noun} asal {region} sebanyak [[total|{total} {theme.unit}]],” ujarnya. ",
        f"Selama {year} terdapat [[total|{total} {theme.unit}]] {theme.noun}, ",
    ))  # fmt: skip
    middle = draw.choice((
        f"dengan {theme.role} terbanyak ", f"Adapun {theme.role} terbanyak adalah ", f"Mereka {theme.verb} ",
        f"{theme.role.capitalize()} terbesar yakni ", f"Sebagian besar {theme.verb} ",
    ))  # fmt: skip
    marked = (
        f"{words.filler(draw)} {opening}{middle}{_listing(places, figures, theme.unit, draw)}. {words.filler(draw)}"
    )
    asked = [_count(theme, place, f"n{i}", year, draw) for i, place in enumerate(places)]
    return Draft(marked.strip(), (
        *asked, _count(theme, missing, None, year, draw), _count(theme, draw.choice(places), None, year + 1, draw, True),
        Asked("top", (f"{theme.role.capitalize()} mana yang terbanyak?", f"Apa {theme.role} terbanyak {theme.noun}?",
                      f"{theme.noun.capitalize()} paling banyak {theme.verb} mana?"),
              (f"Which place had the most? {theme.english} where?", "Which one had the highest number?")),
        Asked("total", (f"Berapa total {theme.noun} pada {year}?", f"Berapa jumlah {theme.noun} di {year}?",
                        f"Jumlah {theme.noun} tahun {year} berapa?")),
    ))  # fmt: skip


def _count(theme: _Theme, place: Place, key: str | None, year: int, draw: random.Random, dated: bool = False) -> Asked:
    when = f" pada tahun {year}" if dated or draw.random() < 0.3 else ""
    english = f" in {year}" if when else ""
    return Asked(
        key,
        (
            f"Berapa {theme.noun} yang {theme.verb} {place[0]}{when}?",
            f"Berapa jumlah {theme.noun} {theme.verb} {place[0]}{when}?",
            f"{theme.noun.capitalize()} yang {theme.verb} {place[0]}{when} ada berapa {theme.unit}?",
            f"Berapa banyak yang {theme.verb} {place[0]}{when}?",
        ),
        (f"How many {theme.english} {place[1]}{english}?",),
    )


_SHARES = (
    (
        "pekerja di sektor formal",
        "pekerja di sektor informal",
        "workers in the formal sector",
        "workers in the informal sector",
    ),
    ("responden laki-laki", "responden perempuan", "male respondents", "female respondents"),
    ("rumah tangga di perkotaan", "rumah tangga di perdesaan", "urban households", "rural households"),
    ("guru bersertifikat", "guru belum bersertifikat", "certified teachers", "uncertified teachers"),
    ("jalan dalam kondisi mantap", "jalan dalam kondisi rusak", "roads in good condition", "damaged roads"),
    ("lulusan SMA", "lulusan SD", "high school graduates", "primary school graduates"),
)


def shares(draw: random.Random) -> Draft:
    """Two or three shares side by side."""
    first, second, first_en, second_en = draw.choice(_SHARES)
    other = draw.choice([row for row in _SHARES if row[0] != first])
    region = draw.choice(words.PROVINCES)
    link = draw.choice(
        (
            ", sedangkan {b} [[b|{y}]]",
            ", sementara {b} [[b|{y}]]",
            " dan {b} sebesar [[b|{y}]]",
            ". Adapun {b} sebanyak [[b|{y}]]",
        )
    )
    marked = (f"{words.filler(draw)} Di {region}, {first} {draw.choice(('sebesar', 'mencapai', 'sebanyak'))} [[a|{words.percentage(draw)}]]"
              + link.format(b=second, y=words.percentage(draw)) + f". {words.filler(draw)}")  # fmt: skip
    return Draft(marked.strip(), tuple(
        Asked(key, (f"Berapa persen {name}?", f"Berapa persentase {name} di {region}?", f"{name.capitalize()} berapa persen?"),
              (f"What percentage are {english}?", f"What is the share of {english} in {region}?"))
        for key, name, english in (("a", first, first_en), ("b", second, second_en), (None, other[0], other[2]))
    ))  # fmt: skip


_TRENDS = (
    ("Angka kemiskinan", "the poverty rate", "share"), ("Tingkat pengangguran terbuka", "the unemployment rate", "share"),
    ("Prevalensi stunting", "the prevalence of stunting", "share"), ("Produksi padi", "rice production", "ton"),
    ("Jumlah wisatawan", "the number of tourists", "orang"), ("Realisasi investasi", "realised investment", "money"),
    ("Nilai ekspor", "the value of exports", "money"), ("Jumlah penduduk", "the population", "jiwa"),
    ("Jumlah penempatan pekerja migran", "the number of migrant worker placements", "orang"),
    ("Pertumbuhan ekonomi", "economic growth", "share"), ("Jumlah koperasi aktif", "the number of active cooperatives", "unit"),
)  # fmt: skip


def trend(draw: random.Random) -> Draft:
    """A figure of one year against that of another; a third year is not told."""
    name, english, kind = draw.choice(_TRENDS)
    year, region = draw.randint(2011, 2028), draw.choice(words.PROVINCES)

    def value() -> str:
        if kind == "share":
            return words.percentage(draw)
        return words.money(draw) if kind == "money" else f"{words.number(draw, 300, 900000)} {kind}"

    before, after = value(), value()
    up = draw.choice(("naik", "meningkat", "turun", "menurun", "berubah"))
    marked = draw.choice((
        f"{name} di {region} {up} dari [[old|{before}]] pada tahun {year} menjadi [[new|{after}]] pada {year + 1}.",
        f"Pada {year + 1}, {name.lower()} {region} tercatat [[new|{after}]], {up} dibandingkan tahun {year} yang sebesar [[old|{before}]].",
        f"{name} {region} tahun {year} sebesar [[old|{before}]]. Setahun kemudian, pada {year + 1}, angkanya {up} menjadi [[new|{after}]].",
    ))  # fmt: skip
    marked = f"{words.filler(draw)} {marked} {words.filler(draw)}".strip()
    years = (("old", year), ("new", year + 1), (None, year - draw.randint(1, 4)), (None, year + draw.randint(2, 5)))
    return Draft(marked, tuple(
        Asked(key, (f"Berapa {name.lower()} di {region} pada tahun {y}?", f"{name} {y} berapa?", f"Berapa {name.lower()} tahun {y}?"),
              (f"What was {english} in {region} in {y}?", f"What was {english} in {y}?"))
        for key, y in years
    ))  # fmt: skip


_COLUMNS = ("Jumlah penduduk", "Luas wilayah", "Jumlah puskesmas", "Jumlah guru", "Panjang jalan", "Produksi jagung")


def table(draw: random.Random) -> Draft:
    """Rows as "header: value; header: value", the form tables take in our passages."""
    columns = draw.sample(_COLUMNS, draw.randint(1, 3))
    places = draw.sample(words.REGENCIES, draw.randint(3, 5))
    *rows, missing = places
    lines, asked = [], []
    for r, place in enumerate(rows):
        cells = "; ".join(f"{c}: [[c{r}{k}|{words.number(draw, 5, 90000)}]]" for k, c in enumerate(columns))
        lines.append(f"{draw.choice(('Daerah', 'Daerah'))}: {place}; {cells}")
        asked += [_cell(c, place, f"c{r}{k}") for k, c in enumerate(columns)]
    absent = draw.choice([c for c in _COLUMNS if c not in columns])
    return Draft("\n".join(lines), (*asked, _cell(columns[0], missing, None), _cell(absent, rows[0], None)))


def _cell(column: str, place: str, key: str | None) -> Asked:
    return Asked(key, (f"Berapa {column.lower()} di {place}?", f"{column} {place} berapa?"))
