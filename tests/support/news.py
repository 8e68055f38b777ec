"""Invented news, and the pages that print it: what goes in is known, so what comes out can be compared."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

PEOPLE = (
    "Ayşe Karadeniz", "Murat Özgün", "Elif Şahinoğlu", "Çağrı Demirtaş", "Maria Lindqvist",
    "Omar el-Haddad", "Hülya Göktürk", "Daniel Okafor", "İpek Yıldırımer", "Tarık Işıklar",
)  # fmt: skip
PLACES = ("İstanbul", "Ankara", "İzmir", "Diyarbakır", "Kahire", "Doha", "Cenevre", "Bakü", "Şam")
HOUSES = (
    "Dışişleri Bakanlığı", "Dünya Sağlık Örgütü", "Avrupa Komisyonu", "Merkez Bankası", "Kızılay",
    "Büyükşehir Belediyesi", "Tabipler Birliği", "Maden Mühendisleri Odası",
)  # fmt: skip
CREDITS = (
    "AP", "AFP", "Reuters", "Reuters arşiv", "AA", "Columbia Üniversitesi", "Getty Images",
    "Fotoğraf: Nuri Şeker", "X/@ornekhesap", "DPA", "Unsplash", "Independent Türkçe",
)  # fmt: skip
SOURCES = (
    "Independent Türkçe", "Times of Israel", "Reuters", "The Guardian", "Live Science", "AFP",
    "Şarku'l Avsat", "New York Times", "BBC Türkçe", "Anadolu Ajansı", "Der Spiegel", "El País",
)  # fmt: skip
TITLES = (
    "{place} görüşmelerinde yeni aşama: Gözler {house} heyetinde",
    "{house}: “Süreç planlandığı gibi ilerliyor”",
    "{place} seçimlerinde sürpriz sonuç",
    "{person}: “Artık geri dönüş yok, masaya oturmaya hazırız”",
    "Kuraklık alarmı: {place} barajlarında doluluk yüzde {n}",
    "{n} yıllık sır çözüldü: Kazıda beklenmedik keşif",
    "{place} limanında tahıl bekleyişi {n} gündür sürüyor",
    "Ateşkes müzakereleri tıkandı: Taraflar ne istiyor?",
    "{house} raporu: {n} bin kişi etkilenecek",
    "Köylülerin {n} aylık maden mücadelesi kazanıldı",
    'Rusya\'dan {place} açıklaması: "Herkes sorumlu davranmalı"',
    "{place}'da {n} gün: Bir kentin dönüşümü",
    "IŞİD davasında karar günü: {n} sanık hâkim karşısında",
)
SENTENCES = (
    "{place} kentinde dün akşam saatlerinde başlayan görüşmelerin gece yarısına kadar sürdüğü bildirildi.",
    "{house} tarafından yapılan yazılı açıklamada, sürecin planlandığı gibi ilerlediği ifade edildi.",
    "Yetkililer, bölgede yaşayan yaklaşık {n} bin kişinin karardan doğrudan etkileneceğini söyledi.",
    '{person}, "Bu adımı atmak için çok bekledik, artık geri dönüş yok" dedi.',
    "Uzmanlara göre son {n} yılda benzer bir gelişme yalnızca iki kez yaşandı.",
    "Kaynaklar, tarafların metnin son hali üzerinde hâlâ anlaşamadığını aktarıyor.",
    "Piyasalarda işlem hacmi yüzde {n} arttı, ancak analistler temkinli olunması gerektiğini vurguladı.",
    "Öte yandan muhalefet partileri kararın meclise getirilmesini talep ediyor.",
    "Raporda, geçen yıl aynı dönemde {n} olan sayının bu yıl {m} seviyesine çıktığı belirtiliyor.",
    "{person} toplantının ardından gazetecilerin sorularını yanıtlamadan binadan ayrıldı.",
    "Kimliğinin açıklanmaması şartıyla konuşan bir yetkili, müzakerelerin “son derece kırılgan” olduğunu belirtti.",
    "Arama kurtarma ekipleri çalışmalarını gece boyunca projektör ışığı altında sürdürdü.",
    "Hastanede tedavi gören {n} kişiden üçünün durumunun ciddi olduğu öğrenildi.",
    "Mahkeme heyeti, eksik belgelerin tamamlanması için duruşmayı ileri bir tarihe erteledi.",
    "Kazı ekibi, bulunan eserlerin yaklaşık {n} yüzyıl öncesine ait olabileceğini açıkladı.",
    "Söz konusu iddia bağımsız kaynaklarca henüz doğrulanmadı.",
    "Yardım konvoyları sınır kapısında günlerce bekletildikten sonra bölgeye giriş yaptı.",
    "Birleşmiş Milletler temsilcisi, tüm taraflara itidal çağrısını yineledi.",
    "7 Ekim 2023’ten bu yana süren çatışmalarda ölenlerin sayısı {m} bini aştı.",
    "{house} sözcüsü, iddiaların gerçeği yansıtmadığını ve hukuki yollara başvurulacağını söyledi.",
    "Türk Telekom (TT) hisseleri günü yüzde {n} kayıpla kapattı.",
    "Köylüler, maden ruhsatının iptali için açtıkları davayı {n} ay sonra kazandı.",
    "Depremzedeler ise {place}’da kurulan konteyner kentte kışa hazırlanıyor.",
    "Anlaşmaya göre taraflar esir takasını {n} gün içinde tamamlayacak.",
)
CAPTIONS = (
    "{person}, {place} kentindeki basın toplantısında",
    "{house} binası önünde bekleyen yurttaşlar",
    "{place} limanında bekleyen tahıl gemileri, {n} Temmuz",
    "{house} Başkanı {person}.",
    "{place} kırsalında saldırıların ardından hasar gören evlerde en az {n} kişi hayatını kaybetti",
    "{person} (solda) ve {house} heyeti",
)
SUBHEADS = (
    "Taraflar ne istiyor?",
    "Bundan sonra ne olacak",
    "Rakamlarla durum",
    "Arka plan",
    "“Baskı çok büyük”",
)


@dataclass(frozen=True)
class News:
    """One article, as it should come out."""

    title: str
    body: tuple[str, ...]
    captions: tuple[tuple[str, str], ...] = ()
    """(caption, credit as printed) pairs."""
    summary: str = ""
    author: str = ""
    sources: tuple[str, ...] = ()
    subheads: frozenset[int] = field(default_factory=frozenset)
    """Which blocks of the body are sub-heads."""

    @property
    def credit(self) -> str:
        """What the credit of the article should be."""
        credits = dict.fromkeys(credit.removeprefix("Fotoğraf: ") for _, credit in self.captions)
        return ", ".join(credits)


def _filled(text: str, chance: random.Random) -> str:
    return text.format(
        place=chance.choice(PLACES), person=chance.choice(PEOPLE), house=chance.choice(HOUSES),
        n=chance.randint(2, 97), m=chance.randint(98, 999),
    )  # fmt: skip


def news(chance: random.Random) -> News:
    """Return an invented article."""
    title = _filled(chance.choice(TITLES), chance)
    body = []
    for _ in range(chance.randint(2, 9)):
        sentences = chance.sample(SENTENCES, chance.randint(1, 4))
        body.append(" ".join(_filled(sentence, chance) for sentence in sentences))
    if chance.random() < 0.2:
        body[0] = (
            f"{chance.choice(HOUSES)} tarafından yapılan açıklamada {title} ifadeleri kullanıldı."
        )
    if chance.random() < 0.2:
        body[chance.randrange(len(body))] += " (Reuters)"
    body = list(dict.fromkeys(body))
    subheads = (
        frozenset({chance.randint(1, len(body) - 1)})
        if chance.random() < 0.3 and len(body) > 2
        else frozenset()
    )
    for at in subheads:
        body.insert(at, chance.choice(SUBHEADS))
    captions: tuple[tuple[str, str], ...] = ()
    if chance.random() < 0.85:
        captions = ((_filled(chance.choice(CAPTIONS), chance), chance.choice(CREDITS)),)
        if chance.random() < 0.15:
            second = _filled(chance.choice(CAPTIONS), chance)
            captions += ((second, chance.choice(CREDITS)),) if second != captions[0][0] else ()
    return News(
        title=title,
        body=tuple(body),
        captions=captions,
        summary=_filled(chance.choice(SENTENCES), chance) if chance.random() < 0.25 else "",
        author=chance.choice(PEOPLE) if chance.random() < 0.2 else "",
        sources=tuple(chance.sample(SOURCES, chance.randint(2, 4)))
        if chance.random() < 0.6
        else (),
        subheads=subheads,
    )


@dataclass(frozen=True)
class Shape:
    """How a page of the family prints its articles."""

    widget: bool = True
    times: int = 2
    """How often a caption is printed in each block."""
    body_gap: int = 1
    head_gap: int = 1
    between: int = 3
    """Blank lines before the next article."""
    retitled: int = 0
    """How the second printing of the headline differs: 0 not, 1 in its quotes, 2 in a word, 3 cut off."""
    odd_spaces: bool = False


def shape(chance: random.Random) -> Shape:
    """Return one of the ways in which pages are known to be printed."""
    blank = chance.random() > 0.15
    return Shape(
        widget=chance.random() < 0.8,
        times=chance.choice((1, 2, 2, 2, 3)),
        body_gap=chance.randint(0, 1) if blank else 0,
        head_gap=chance.choice((1, 1, 2)) if blank else 0,
        between=chance.choice((1, 2, 3, 3, 4)) if blank else 0,
        retitled=chance.choice((0, 0, 0, 1, 2, 3)),
        odd_spaces=chance.random() < 0.3,
    )


def printed(article: News, form: Shape, chance: random.Random) -> list[str]:
    """Return the lines of an article on such a page."""
    gap = [""] * form.head_gap
    captions = [
        f"{text} ({credit})" for text, credit in article.captions for _ in range(form.times)
    ]
    lines = [article.title, *gap]
    if article.summary:
        lines += [article.summary, *gap]
    lines += captions
    lines += ["TT"] if form.widget else []
    lines += [
        *(gap if captions or form.widget or article.summary else []),
        _again(article.title, form.retitled, chance),
        *gap,
        *captions,
        *(gap if captions else []),
    ]
    if article.author:
        lines += [article.author, *gap]
    for at, paragraph in enumerate(article.body):
        lines += [*([""] * form.body_gap if at else []), paragraph]
    if article.sources:
        lines += [*([""] * form.body_gap), ", ".join(article.sources)]
    return [_spaced(line, chance) for line in lines] if form.odd_spaces else lines


def page(articles: list[News], form: Shape, chance: random.Random) -> list[str]:
    """Return the lines of a dump with several articles."""
    lines: list[str] = []
    for at, article in enumerate(articles):
        lines += [*([""] * form.between if at else []), *printed(article, form, chance)]
    return lines


def _again(title: str, how: int, chance: random.Random) -> str:
    if how == 1:
        return title.replace("“", '"').replace("”", '"').replace("'", "’").replace(": ", " : ")
    words = title.split()
    if how == 2 and len(words) > 4:
        at = chance.randrange(1, len(words) - 1)
        return " ".join([*words[:at], "yeniden", *words[at + 1 :]])
    if how == 3 and len(words) > 6:
        return " ".join(words[:-2]) + "…"
    return title


def _spaced(line: str, chance: random.Random) -> str:
    odd = ("\u00a0", "\u2009", " \u200b", "\u00a0 ", "  ")
    return "".join(
        chance.choice(odd) if char == " " and chance.random() < 0.08 else char for char in line
    )


def plain(article: News) -> News:
    """Return an article without what only the head block has."""
    return replace(article, captions=(), summary="", author="")
