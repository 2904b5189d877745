"""People and what they hold, say and attend: similar offices side by side, dates, places, partners."""
# ruff: noqa: E501 - a template reads best on one line

import random

from rag.training.reader.synthetic import words
from rag.training.reader.synthetic.draft import Asked, Draft

_SAYINGS = (
    "mengatakan program {p} akan diperluas", "menyampaikan apresiasi kepada seluruh pihak", "meminta agar {p} dipercepat",
    "menegaskan pentingnya {p}", "berharap {p} tepat sasaran", "membuka kegiatan secara resmi", "memaparkan capaian {p}",
    "menjelaskan tata cara pendaftaran {p}", "menyerahkan bantuan secara simbolis",
)  # fmt: skip


def offices(draw: random.Random) -> Draft:
    """Two to four officials with similar offices, each asked for, and an office nobody holds here."""
    region = draw.choice((*words.PROVINCES, *words.REGENCIES))
    programme = draw.choice(words.PROGRAMMES)
    picked = draw.sample(range(len(words.OFFICES)), draw.randint(2, 4))
    if draw.random() < 0.5:  # an office and its deputy are the pair that is easiest to mix up
        base = draw.choice((0, 2, 4, 6, 31))
        picked = [base, base + 1, *[i for i in picked if i not in (base, base + 1)][:2]]
        draw.shuffle(picked)
    sentences = [_sentence(k, f"{words.OFFICES[i][0]} {region}" if draw.random() < 0.6 else words.OFFICES[i][0], programme, draw)
                 for k, i in enumerate(picked)]  # fmt: skip
    people = [person for _, person in sentences]
    sentences_text = " ".join(f"{text} {words.filler(draw)}".strip() for text, _ in sentences)
    left = [i for i in range(len(words.OFFICES)) if i not in picked]
    near = [i for i in left if any(_alike(i, j) for j in picked)] or left
    asked = [_who(f"p{k}", i, region) for k, i in enumerate(picked)]
    asked += [Asked(f"o{k}", (f"Apa jabatan {_bare(p)}?", f"{_bare(p)} menjabat sebagai apa?", f"Siapa {_bare(p)}?"),
                    (f"What is the position of {_bare(p)}?", f"What office does {_bare(p)} hold?"))
              for k, p in enumerate(people)]  # fmt: skip
    stranger = f"{draw.choice(words.FIRST)} {draw.choice(words.LAST)}"
    asked += [_who(None, draw.choice(near), region), _who(None, draw.choice(left), region),
              Asked(None, (f"Apa jabatan {stranger}?",), (f"What is the position of {stranger}?",))]  # fmt: skip
    return Draft(sentences_text, tuple(asked))


def _alike(i: int, j: int) -> bool:
    return (
        words.OFFICES[i][0].split()[0] == words.OFFICES[j][0].split()[0] or words.OFFICES[i][0] in words.OFFICES[j][0]
    )


def _bare(person: str) -> str:
    """The name without titles and degrees, as a questioner would write it."""
    name = person.split(",")[0]
    return " ".join(word for word in name.split() if not word.endswith("."))


def _sentence(k: int, office: str, programme: str, draw: random.Random) -> tuple[str, str]:
    person = words.person(draw)
    said = draw.choice(_SAYINGS).format(p=programme)
    lead = draw.choice(("", "Sementara itu, ", "Pada kesempatan yang sama, ", "Di tempat terpisah, ", "Senada, "))
    text = draw.choice((
        f"{lead}[[o{k}|{office}]] [[p{k}|{person}]] {said}.",
        f"{lead}[[o{k}|{office}]], [[p{k}|{person}]], {said}.",
        f"Hadir pula [[p{k}|{person}]] selaku [[o{k}|{office}]].",
        f"“Kami mendukung penuh {programme},” kata [[o{k}|{office}]] [[p{k}|{person}]].",
        f"{lead}[[p{k}|{person}]], [[o{k}|{office}]], {said}.",
    ))  # fmt: skip
    return text, person


def _who(key: str | None, office: int, region: str) -> Asked:
    name, english = words.OFFICES[office]
    return Asked(
        key,
        (f"Siapa {name}?", f"Siapa nama {name} {region}?", f"Siapakah {name} {region}?", f"{name} dijabat oleh siapa?"),
        (f"Who is {english}?", f"Who is {english} of {region}?", f"What is the name of {english}?"),
    )


_EVENTS = (
    ("rapat koordinasi", "the coordination meeting"), ("sosialisasi", "the outreach event"), ("pelatihan", "the training"),
    ("festival budaya", "the cultural festival"), ("peresmian", "the inauguration"), ("seminar", "the seminar"),
    ("audiensi", "the audience"), ("kunjungan kerja", "the working visit"), ("bursa kerja", "the job fair"),
    ("upacara pelepasan", "the send-off ceremony"), ("penandatanganan", "the signing"),
)  # fmt: skip


def event(draw: random.Random) -> Draft:
    """An event with its date, place, hour and guests, under a dateline of another day."""
    (name, english), programme = draw.choice(_EVENTS), draw.choice(words.PROGRAMMES)
    city, region = draw.choice(words.REGENCIES).split(" ", 1)[1], draw.choice(words.PROVINCES)
    venue = f"{draw.choice(words.VENUES)}, {city}" if draw.random() < 0.6 else draw.choice(words.VENUES)
    dateline = draw.choice((f"{city.upper()}, {words.day(draw)} — ", f"{city} ({words.day(draw)}) - ", ""))
    when = (
        words.day(draw)
        if draw.random() < 0.85
        else f"{draw.choice(words.DAYS)} ({draw.randint(1, 28)}/{draw.randint(1, 12)}/{draw.randint(2012, 2029)})"
    )
    hour = f"{draw.randint(7, 16):02d}.{draw.choice(('00', '30'))} WIB"
    opened = f"[[opener|{words.person(draw)}]]"
    marked = dateline + draw.choice((
        f"{name.capitalize()} {programme} digelar di [[venue|{venue}]] pada [[when|{when}]] pukul [[hour|{hour}]] dan dibuka oleh {opened}.",
        f"Pemerintah Provinsi {region} menggelar {name} {programme} di [[venue|{venue}]], [[when|{when}]]. Acara dimulai pukul [[hour|{hour}]] dan dibuka {opened}.",
        f"{opened} membuka {name} {programme} yang berlangsung pada [[when|{when}]], pukul [[hour|{hour}]], bertempat di [[venue|{venue}]].",
    )) + f" {words.filler(draw)} Kegiatan ini diikuti [[guests|{words.number(draw, 10, 3000)} peserta]]. {words.filler(draw)}"  # fmt: skip
    subject, topic = f"{name} {programme}", f"{english} of {programme}"
    other = draw.choice([p for p in words.PROGRAMMES if p != programme])
    return Draft(marked.strip(), (
        Asked("when", (f"Kapan {subject} digelar?", f"Kapan {subject} dilaksanakan?", f"Tanggal berapa {subject}?"), (f"When was {topic} held?",)),
        Asked("venue", (f"Di mana {subject} digelar?", f"Di mana {subject} berlangsung?", f"{subject.capitalize()} bertempat di mana?"),
              (f"Where was {topic} held?", f"Where did {topic} take place?")),
        Asked("hour", (f"Pukul berapa {subject} dimulai?", f"Jam berapa {subject}?"), (f"What time did {topic} start?",)),
        Asked("opener", (f"Siapa yang membuka {subject}?", f"{subject.capitalize()} dibuka oleh siapa?"), (f"Who opened {topic}?",)),
        Asked("guests", (f"Berapa peserta {subject}?", f"Berapa orang yang mengikuti {subject}?"), (f"How many people took part in {topic}?",)),
        Asked(None, (f"Berapa anggaran {subject}?", f"Berapa biaya {subject}?", f"Berapa dana yang dihabiskan untuk {subject}?"),
              (f"How much did {topic} cost?", f"What was the budget of {topic}?")),
        Asked(None, (f"Kapan {subject} berikutnya?", f"Siapa yang menutup {subject}?", f"Siapa sponsor {subject}?"), (f"Who closed {topic}?",)),
        Asked(None, (f"Di mana {name} {other} digelar?", f"Kapan {name} {other}?"), (f"When was {english} of {other}?",)),
    ))  # fmt: skip


_AIMS = (
    "meningkatkan keterampilan tenaga kerja", "memperluas lapangan kerja bagi pemuda", "menekan angka kemiskinan",
    "melindungi pekerja migran dari penipuan", "menurunkan angka stunting", "mempercepat pembangunan desa",
    "memperkuat ketahanan pangan", "memberikan kepastian hukum", "mempermudah akses permodalan", "menjaga kelestarian hutan",
)  # fmt: skip


def partnership(draw: random.Random) -> Draft:
    """A programme with its partner, aim, sectors, regions and start; near-miss partners and sums are not told."""
    first, second, absent = draw.sample(words.ORGANISATIONS, 3)
    programme, other = draw.sample(words.PROGRAMMES, 2)
    aim = draw.choice(_AIMS)
    sectors = words.joined(draw.sample(words.SECTORS, draw.randint(2, 5)), draw)
    regions = words.joined(draw.sample(words.PROVINCES, draw.randint(2, 6)), draw)
    year = draw.randint(2010, 2029)
    marked = (
        draw.choice((f"[[a|{first}]] bekerja sama dengan [[b|{second}]] dalam program {programme}.",
                     f"Nota kesepahaman program {programme} ditandatangani [[a|{first}]] dan [[b|{second}]].",
                     f"Program {programme} merupakan kolaborasi antara [[a|{first}]] dan [[b|{second}]]."))
        + draw.choice((f" Program ini bertujuan [[aim|{aim}]].", f" Tujuannya adalah untuk [[aim|{aim}]].", f" Hal itu dilakukan guna [[aim|{aim}]]."))
        + f" {words.filler(draw)}"
        + draw.choice((f" Peserta akan bekerja di sektor [[sectors|{sectors}]].", f" Bidang yang dibuka meliputi [[sectors|{sectors}]].",
                       f" Sektor prioritasnya yaitu [[sectors|{sectors}]]."))
        + draw.choice((f" Program yang dimulai sejak [[year|{year}]] ini telah berjalan di Provinsi [[regions|{regions}]].",
                       f" Dimulai pada tahun [[year|{year}]], program tersebut menjangkau [[regions|{regions}]]."))
    )  # fmt: skip
    return Draft(marked, (
        Asked("b", (f"Dengan siapa {first} bekerja sama dalam program {programme}?", f"{first} menggandeng siapa?"),
              (f"Who does {first} cooperate with?", f"With whom did {first} work on {programme}?")),
        Asked("aim", (f"Apa tujuan program {programme}?", f"Untuk apa program {programme} dibuat?", f"Mengapa program {programme} diadakan?"),
              (f"What is the aim of {programme}?", f"Why was {programme} set up?")),
        Asked("sectors", (f"Sektor apa saja dalam program {programme}?", "Bidang apa saja yang dibuka?", f"Sektor apa saja yang menjadi prioritas {programme}?"),
              (f"Which sectors are covered by {programme}?", f"What sectors does {programme} include?")),
        Asked("regions", (f"Provinsi mana saja yang dijangkau program {programme}?", f"Di provinsi apa saja program {programme} berjalan?", f"Daerah mana saja yang ikut {programme}?"),
              (f"Which provinces does {programme} cover?", f"In which provinces does {programme} run?")),
        Asked("year", (f"Sejak kapan program {programme} berjalan?", f"Tahun berapa program {programme} dimulai?"),
              (f"Since when has {programme} been running?", f"What year did {programme} start?")),
        Asked(None, (f"Berapa anggaran program {programme}?", f"Berapa dana untuk program {programme}?", f"Berapa miliar nilai kerja sama {programme}?"),
              (f"What is the budget of {programme}?", f"How much money was spent on {programme}?")),
        Asked(None, (f"Apa tujuan program {other}?", f"Sejak kapan program {other} berjalan?"), (f"What is the aim of {other}?",)),
        Asked(None, (f"Apa peran {absent} dalam program {programme}?", f"Kapan {absent} bergabung dengan program {programme}?"),
              (f"When did {absent} join {programme}?",)),
    ))  # fmt: skip
