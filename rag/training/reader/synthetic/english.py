"""English for the plainest Indonesian questions, by whole-question rules; silent about all others."""
# ruff: noqa: E501 - a template reads best on one line

import re

_X = r"(?P<x>[^?,]{2,60}?)"
_RULES = tuple(
    (re.compile(rf"(?i)^{pattern}\s*\??$"), english)
    for pattern, english in (
        (rf"apa(?:kah)? (?:yang dimaksud(?:kan)? (?:dengan|dari)|itu|maksud dari|pengertian(?: dari)?|definisi(?: dari)?) {_X}", "What is {x}?"),
        (rf"siapa(?:kah)? yang menciptakan {_X}", "Who created {x}?"),
        (rf"siapa(?:kah)? yang tidak menciptakan {_X}", "Who did not create {x}?"),
        (rf"siapa(?:kah)? (?:yang menemukan|penemu) {_X}", "Who discovered {x}?"),
        (rf"siapa(?:kah)? (?:yang mendirikan|pendiri(?: dari)?) {_X}", "Who founded {x}?"),
        (rf"siapa(?:kah)? (?:yang menulis|penulis(?: dari)?) {_X}", "Who wrote {x}?"),
        (rf"siapa(?:kah)? (?:yang mengembangkan|pengembang) {_X}", "Who developed {x}?"),
        (rf"siapa(?:kah)? yang memproduksi {_X}", "Who produced {x}?"),
        (rf"siapa(?:kah)? yang membuat {_X}", "Who made {x}?"),
        (rf"siapa(?:kah)? yang memimpin {_X}", "Who leads {x}?"),
        (rf"siapa(?:kah)? (?:istri|suami)(?: dari)? {_X}", "Who is the spouse of {x}?"),
        (rf"siapa(?:kah)? orang tua(?: dari)? {_X}", "Who are the parents of {x}?"),
        (rf"siapa(?:kah)? ayah(?: dari)? {_X}", "Who is the father of {x}?"),
        (rf"siapa(?:kah)? ibu(?: dari)? {_X}", "Who is the mother of {x}?"),
        (rf"siapa(?:kah)? raja pertama(?: dari)? {_X}", "Who was the first king of {x}?"),
        (rf"siapa(?:kah)? raja terakhir(?: dari)? {_X}", "Who was the last king of {x}?"),
        (rf"siapa(?:kah)? (?:karakter|tokoh) utama(?: dalam| dari| pada)? {_X}", "Who is the main character of {x}?"),
        (rf"siapa(?:kah)? presiden pertama(?: dari)? {_X}", "Who was the first president of {x}?"),
        (rf"siapa(?:kah)? (?:yang menjadi )?presiden {_X}", "Who is the president of {x}?"),
        (rf"(?:di ?mana|di ?manakah) (?:letak(?:nya)?|lokasi) {_X}", "Where is {x} located?"),
        (rf"(?:di ?mana|di ?manakah) {_X} (?:terletak|berada|berlokasi)", "Where is {x} located?"),
        (rf"(?:di ?mana|di ?manakah) {_X} (?:lahir|dilahirkan)", "Where was {x} born?"),
        (rf"(?:di ?mana|di ?manakah) {_X} (?:meninggal|wafat)(?: dunia)?", "Where did {x} die?"),
        (rf"(?:di ?mana|di ?manakah) kantor pusat {_X}", "Where is the headquarters of {x}?"),
        (rf"dari ?mana(?:kah)? asal {_X}", "Where does {x} come from?"),
        (rf"dari ?mana(?:kah)? {_X} berasal", "Where does {x} come from?"),
        (rf"(?:kapan|kapankah|tahun berapa|tahun berapakah|pada tahun berapa(?:kah)?) {_X} (?:lahir|dilahirkan)", "When was {x} born?"),
        (rf"(?:kapan|kapankah|tahun berapa|tahun berapakah|pada tahun berapa(?:kah)?) {_X} (?:meninggal|wafat)(?: dunia)?", "When did {x} die?"),
        (rf"(?:kapan|kapankah|tahun berapa|tahun berapakah|pada tahun berapa(?:kah)?) {_X} (?:didirikan|berdiri)", "When was {x} founded?"),
        (rf"(?:kapan|kapankah|tahun berapa|tahun berapakah|pada tahun berapa(?:kah)?) {_X} dibangun", "When was {x} built?"),
        (rf"(?:kapan|kapankah|tahun berapa|tahun berapakah|pada tahun berapa(?:kah)?) {_X} ditemukan", "When was {x} discovered?"),
        (rf"(?:kapan|kapankah|tahun berapa|tahun berapakah|pada tahun berapa(?:kah)?) {_X} (?:terjadi|dimulai)", "When did {x} begin?"),
        (rf"(?:kapan|kapankah|tahun berapa|tahun berapakah|pada tahun berapa(?:kah)?) {_X} (?:berakhir|selesai)", "When did {x} end?"),
        (rf"(?:kapan|kapankah|tahun berapa|tahun berapakah|pada tahun berapa(?:kah)?) {_X} (?:merdeka)", "When did {x} become independent?"),
        (rf"berapa(?:kah)? luas(?: wilayah)?(?: dari)? {_X}", "What is the area of {x}?"),
        (rf"berapa(?:kah)? jumlah penduduk(?: di)? {_X}", "What is the population of {x}?"),
        (rf"berapa(?:kah)? tinggi(?: dari)? {_X}", "How tall is {x}?"),
        (rf"berapa(?:kah)? panjang(?: dari)? {_X}", "How long is {x}?"),
        (rf"berapa(?:kah)? kode telepon {_X}", "What is the telephone code of {x}?"),
        (rf"apa(?:kah)? (?:nama )?ibu ?kota(?: dari)? {_X}", "What is the capital of {x}?"),
        (rf"apa(?:kah)? (?:nama )?mata uang(?: dari| di)? {_X}", "What is the currency of {x}?"),
        (rf"apa(?:kah)? bahasa resmi(?: dari| di)? {_X}", "What is the official language of {x}?"),
        (rf"apa(?:kah)? warna bendera(?: dari)? {_X}", "What colour is the flag of {x}?"),
        (rf"apa(?:kah)? nama (?:ilmiah|latin)(?: dari)? {_X}", "What is the scientific name of {x}?"),
        (rf"apa(?:kah)? (?:nama )?bandara(?: di)? {_X}", "What is the airport of {x} called?"),
        (rf"apa(?:kah)? penyebab kematian {_X}", "What was the cause of death of {x}?"),
        (rf"apa(?:kah)? penyebab(?: utama)?(?: dari)? {_X}", "What is the cause of {x}?"),
        (rf"apa(?:kah)? fungsi(?: utama)?(?: dari)? {_X}", "What is the function of {x}?"),
        (rf"apa(?:kah)? tujuan(?: utama)?(?: dari)? {_X}", "What is the purpose of {x}?"),
        (rf"apa(?:kah)? (?:arti|maksud)(?: dari)?(?: kata)? {_X}", "What does {x} mean?"),
        (rf"apa(?:kah)? (?:makanan|masakan) khas(?: dari)? {_X}", "What is the typical food of {x}?"),
        (rf"apa(?:kah)? kepanjangan(?: dari)? {_X}", "What does {x} stand for?"),
        (rf"apa(?:kah)? sistem pemerintahan(?: dari| di)? {_X}", "What is the system of government of {x}?"),
        (rf"apa(?:kah)? (?:ideologi|dasar negara)(?: dari)? {_X}", "What is the ideology of {x}?"),
    )
)  # fmt: skip
# What a name keeps in Indonesian an English questioner would say in English.
_NAMES = (
    (r"perang dunia (?:ke-?)?(?:2|ii|dua)", "World War II"), (r"perang dunia (?:ke-?)?(?:1|i|pertama)", "World War I"),
    (r"amerika serikat", "the United States"), (r"jepang", "Japan"), (r"jerman", "Germany"), (r"inggris", "England"),
    (r"perancis|prancis", "France"), (r"belanda", "the Netherlands"), (r"tiongkok|cina|china", "China"),
    (r"^negara ", ""), (r"^kota ([\w ]+)$", r"\1 city"), (r"^pulau ([\w ]+)$", r"\1 island"),
    (r"^kabupaten ([\w ]+)$", r"\1 regency"), (r"^provinsi ([\w ]+)$", r"\1 province"), (r"^gunung ([\w ]+)$", r"Mount \1"),
    (r"^kerajaan ([\w ]+)$", r"the \1 kingdom"), (r"^dinasti ([\w ]+)$", r"the \1 dynasty"), (r"^benua ([\w ]+)$", r"the continent of \1"),
    (r"^agama ([\w ]+)$", r"\1 religion"), (r"^universitas ([\w ]+)$", r"\1 University"), (r"^sungai ([\w ]+)$", r"the \1 river"),
)  # fmt: skip
_UNTRANSLATED = re.compile(
    r"(?i)\b(yang|dengan|untuk|dalam|oleh|adalah|dari|tidak|bukan|pada|dan|di|ke|sebuah|istilah|pertama|terakhir)\b"
)


def in_english(question: str) -> str | None:
    """The English question, or None when no rule covers the whole of it."""
    squeezed = " ".join(question.split())
    for pattern, english in _RULES:
        if match := pattern.match(squeezed):
            name = _named(match["x"])
            return None if _UNTRANSLATED.search(name) else english.format(x=name)
    return None


def _named(name: str) -> str:
    for pattern, english in _NAMES:
        name = re.sub(f"(?i){pattern}", english, name)
    return name
