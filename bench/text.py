"""Invented news, sentence by sentence, in Turkish and English.

Sentence N in Turkish is the translation of sentence N in English, so that both versions of
a story have the same shape. `{city} {land} {body} {person} {day}` are filled with words,
`{n} {m} {pct}` with numbers.
"""

from __future__ import annotations

Texts = tuple[str, str]
"""(Turkish, English)."""

SENTENCES: tuple[Texts, ...] = (
    (
        "{city} belediye meclisi, uzun süredir beklenen su şebekesi projesini oy çokluğuyla onayladı.",
        "The city council of {city} approved the long-awaited water network project by a majority.",
    ),
    (
        "{body}, hazırladığı taslağın önümüzdeki hafta kamuoyuyla paylaşılacağını duyurdu.",
        "The {body} announced that its draft would be shared with the public next week.",
    ),
    (
        "Projenin ilk aşamasında yaklaşık {n} bin hanenin yeni hatta bağlanması planlanıyor.",
        "In the first phase of the project, about {n} thousand homes are to be connected to the new line.",
    ),
    (
        "{person}, “Asıl iş şimdi başlıyor, kimse rehavete kapılmasın” diye konuştu.",
        "“The real work starts now, and nobody should grow complacent,” {person} said.",
    ),
    (
        "Aynı bölgede son {n} yıl içinde buna benzer üç çalışma yarıda kalmıştı.",
        "Three similar efforts in the same area had been left unfinished over the past {n} years.",
    ),
    (
        "Görüşmelere yakın iki kaynak, metindeki dört maddenin hâlâ tartışıldığını anlattı.",
        "Two sources close to the talks said that four articles of the text were still being debated.",
    ),
    (
        "Haftanın ilk işlem gününde endeks yüzde {pct} yükseldi, ardından kazancının yarısını geri verdi.",
        "On the first trading day of the week the index rose {pct} percent and then gave back half of its gain.",
    ),
    (
        "{land} hükümetinden haberin yayımlandığı saate kadar bir yanıt gelmedi.",
        "The government of {land} had not replied by the time this report was published.",
    ),
    (
        "Muhalefet ise konunun bir meclis komisyonunda ele alınmasını istiyor.",
        "The opposition wants the matter to be taken up by a parliamentary commission.",
    ),
    (
        "Mahalle dernekleri, yaşlılar ve çocuklu aileler için geçici barınma yeri açılmasını talep etti.",
        "Neighbourhood associations asked for temporary shelter for the elderly and for families with children.",
    ),
    (
        "Geçen yılın aynı ayında {n} olan başvuru sayısı bu yıl {m} olarak kaydedildi.",
        "The number of applications, which was {n} in the same month last year, was recorded as {m} this year.",
    ),
    (
        "{person}, basın toplantısının sonunda yalnızca iki soruyu yanıtladı.",
        "At the end of the press conference {person} answered only two questions.",
    ),
    (
        "Anlaşmanın {day} günü {city} kentinde düzenlenecek törenle imzalanması bekleniyor.",
        "The agreement is expected to be signed at a ceremony in {city} on {day}.",
    ),
    (
        "Esnaf, kesintiler yüzünden akşam saatlerinde dükkânlarını erken kapattıklarını söylüyor.",
        "Shopkeepers say they have been closing early in the evening because of the outages.",
    ),
    (
        "Ekip, {n} ayrı noktadan aldığı örnekleri iki mevsim boyunca karşılaştırdı.",
        "The team compared samples taken from {n} separate points over two seasons.",
    ),
    (
        "Bulgular bu hafta hakemli bir dergide yayımlandı; veriler herkese açık.",
        "The findings were published in a peer-reviewed journal this week, and the data are open to all.",
    ),
    (
        "{body} sözcüsü iddiaları reddetti ve belgelerin savcılığa teslim edildiğini belirtti.",
        "A spokesperson for the {body} rejected the claims and said the documents had been handed to prosecutors.",
    ),
    (
        "Köprünün onarımı için ayrılan {n} milyon liralık ödeneğin yarısı bugüne dek harcandı.",
        "Half of the {n} million lira set aside for repairing the bridge has been spent so far.",
    ),
    (
        "Hafta sonu sıcaklığın mevsim normallerinin {pct} derece üzerinde seyretmesi öngörülüyor.",
        "Temperatures are forecast to run {pct} degrees above the seasonal average at the weekend.",
    ),
    (
        "Rıhtımda bekleyen on gemiden altısının tahıl, ikisinin gübre taşıdığı öğrenildi.",
        "Of the ten ships waiting at the quay, six were learned to be carrying grain and two fertiliser.",
    ),
    (
        "Diplomatlar, gelecek ayki zirveye kadar somut bir adım atılmasını beklemiyor.",
        "Diplomats do not expect any concrete step before next month's summit.",
    ),
    (
        "Adının yazılmasını istemeyen bir yetkili, sürecin “pamuk ipliğine bağlı” olduğunu söyledi.",
        "An official who asked not to be named said the process was “hanging by a thread”.",
    ),
    (
        "Üreticiler, artan yem ve mazot giderlerinin fiyatlara yansıyacağını düşünüyor.",
        "Producers think that rising feed and diesel costs will be reflected in prices.",
    ),
    (
        "Yönetmelik yürürlüğe girdikten sonra işletmelere {n} ay süre tanınacak.",
        "Once the regulation takes effect, businesses will be given {n} months to comply.",
    ),
    (
        "{person} eleştirilere ertesi gün yazılı bir açıklamayla karşılık verdi.",
        "{person} responded to the criticism the next day with a written statement.",
    ),
    (
        "Kurtarma ekipleri vadiye ancak sabaha karşı ulaşabildi.",
        "Rescue teams could reach the valley only towards morning.",
    ),
    (
        "Yaralılardan {n} kişi ayakta tedavi edildi, ikisi ameliyata alındı.",
        "Of the injured, {n} were treated as outpatients and two were taken into surgery.",
    ),
    (
        "Mahkeme, bilirkişi raporunun tamamlanması için duruşmayı {day} gününe bıraktı.",
        "The court put the hearing off to {day} so that the expert report could be completed.",
    ),
    (
        "Kazı alanında bulunan mühürlerin {n} yüzyıl öncesine ait olduğu tahmin ediliyor.",
        "The seals found at the excavation site are estimated to be {n} centuries old.",
    ),
    (
        "Sergiyi açılış haftasında {m} kişi gezdi; kapıda saatler süren kuyruklar oluştu.",
        "The exhibition drew {m} visitors in its opening week, with queues lasting hours at the door.",
    ),
    (
        "Banka, politika faizini piyasanın beklediği gibi değiştirmedi.",
        "The bank left its policy rate unchanged, as the market had expected.",
    ),
    (
        "Dış satım dört aydır ilk kez arttı, ancak toplam hâlâ geçen yılın altında.",
        "Exports rose for the first time in four months, though the total is still below last year's.",
    ),
    (
        "{city} ile {land} arasındaki tren seferleri yaz tarifesiyle birlikte yeniden başlayacak.",
        "Train services between {city} and {land} will resume with the summer timetable.",
    ),
    (
        "Gözlemciler sandıkların {pct} kadarında usule ilişkin küçük eksiklikler saptadı.",
        "Observers found minor procedural shortcomings at up to {pct} of the polling stations.",
    ),
    (
        "Sonuçlar okunduğunda salondakiler uzun süre ayakta alkışladı.",
        "When the results were read out, those in the hall gave a long standing ovation.",
    ),
    (
        "Yazılım şirketleri araştırma bütçelerini yüzde {pct} artıracaklarını bildirdi.",
        "Software companies said they would raise their research budgets by {pct} percent.",
    ),
    (
        "Veri koruma uzmanları ise kayıtların nerede saklanacağının belirsiz olduğunu hatırlatıyor.",
        "Data protection experts point out that it is unclear where the records will be kept.",
    ),
    (
        "Yönetmen, senaryoyu büyükannesinin mektuplarından yola çıkarak yazdığını anlattı.",
        "The director said she wrote the script starting from her grandmother's letters.",
    ),
    (
        "Ev sahibi takım son çeyrekte farkı kapattı ve uzatmada kazandı.",
        "The home side closed the gap in the final quarter and won in extra time.",
    ),
    (
        "Dizinden sakatlanan oyuncunun {n} hafta forma giyemeyeceği açıklandı.",
        "The player, who injured a knee, was said to be out for {n} weeks.",
    ),
    (
        "Balıkçılar bu sezon ağlara hamsiden çok istavrit takıldığını söylüyor.",
        "Fishermen say their nets have held more horse mackerel than anchovy this season.",
    ),
    (
        "{body}, ölçümlerin saatlik olarak internet sitesinde yayımlanacağını açıkladı.",
        "The {body} said the measurements would be published hourly on its website.",
    ),
    (
        "Okullar {day} günü açılacak; servis güzergâhları yarın duyurulacak.",
        "Schools will open on {day}, and the bus routes will be announced tomorrow.",
    ),
    (
        "{city} merkezindeki tarihi han, altı yıllık onarımın ardından kapılarını ziyaretçilere açtı.",
        "The historic inn in the centre of {city} opened its doors to visitors after six years of restoration.",
    ),
    (
        "Araştırmacılara göre asıl soru, yeraltı suyunun ne kadar süre daha yeteceği.",
        "According to the researchers, the real question is how much longer the groundwater will last.",
    ),
    (
        "Heyet, {land} temaslarının ardından gece yarısı başkente döndü.",
        "The delegation returned to the capital at midnight after its meetings in {land}.",
    ),
    (
        "{person}, kararın “geç ama doğru” olduğunu, uygulamayı yakından izleyeceklerini ifade etti.",
        "{person} called the decision “late but right” and said they would watch closely how it was applied.",
    ),
    (
        "İhaleye katılan {n} firmadan yalnızca beşi teknik değerlendirmeyi geçti.",
        "Of the {n} firms that took part in the tender, only five passed the technical evaluation.",
    ),
    (
        "Uydu görüntüleri, göl yüzeyinin on yılda üçte bir oranında küçüldüğünü gösteriyor.",
        "Satellite images show that the surface of the lake has shrunk by a third in ten years.",
    ),
    (
        "Çiftçiler, alım fiyatının maliyeti karşılamadığı görüşünde.",
        "Farmers are of the opinion that the purchase price does not cover their costs.",
    ),
    (
        "Konser, yağmur nedeniyle açık hava tiyatrosundan kapalı salona alındı.",
        "The concert was moved from the open-air theatre to an indoor hall because of rain.",
    ),
    (
        "Hastane yönetimi, acil servisteki bekleme süresinin {n} dakikaya indiğini bildirdi.",
        "The hospital administration reported that waiting time in the emergency ward had fallen to {n} minutes.",
    ),
    (
        "Yeni hat açıldığında iki yaka arasındaki yolculuk {n} dakika sürecek.",
        "When the new line opens, the journey between the two shores will take {n} minutes.",
    ),
    (
        "Uzmanlar, erken uyarı sisteminin ancak düzenli tatbikatla işe yarayacağını vurguluyor.",
        "Experts stress that the early warning system will be of use only with regular drills.",
    ),
    (
        "{body} verilerine göre kira artışları ücret artışlarının {pct} puan üzerinde gerçekleşti.",
        "According to figures of the {body}, rent increases ran {pct} points above wage increases.",
    ),
    (
        "Çocuklar için hazırlanan kitaplık otobüsü ilk durağında {m} kitap dağıttı.",
        "The library bus prepared for children handed out {m} books at its first stop.",
    ),
)
"""One sentence each, 8 to 20 words."""

HEADLINES: tuple[Texts, ...] = (
    ("{city} su projesine onay: Gözler {day} gününde", "{city} water project approved: eyes on {day}"),
    ("{body}: “Takvim değişmedi”", "{body}: “The timetable has not changed”"),
    ("{land} sandık başında: Beklenmedik tablo", "{land} goes to the polls: an unexpected picture"),
    ("{person}: “Asıl iş şimdi başlıyor”", "{person}: “The real work starts now”"),
    ("Barajlarda doluluk yüzde {pct} seviyesinde", "Reservoirs stand at {pct} percent"),
    ("Kazıda {n} yüzyıllık mühürler bulundu", "Seals {n} centuries old found at a dig"),
    ("Endeks yüzde {pct} yükseldi, kazancını koruyamadı", "Index rises {pct} percent but cannot hold its gain"),
    ("{city} rıhtımında tahıl gemileri sıra bekliyor", "Grain ships queue at the quay of {city}"),
    ("{land} araştırma bütçesini artırıyor", "{land} raises its research budget"),
    ("Görüşmelerde dört madde düğümü", "Talks held up by four articles"),
    ("{body} raporu: {n} bin hane etkilenecek", "{body} report: {n} thousand homes to be affected"),
    ("{city} sokaklarında {n} gün", "{n} days on the streets of {city}"),
    ("Gölün yüzeyi on yılda üçte bir küçüldü", "The lake has shrunk by a third in ten years"),
    ("Milli takımda {person} dönemi", "The {person} era begins for the national team"),
    ("{n} ay süren dava köylülerin lehine bitti", "Case of {n} months ends in the villagers' favour"),
    ("{city} ile {land} arasında tren yeniden", "Trains again between {city} and {land}"),
)

WORDS: dict[str, tuple[Texts, ...]] = {
    "city": (
        ("İstanbul", "Istanbul"),
        ("Eskişehir", "Eskisehir"),
        ("Mersin", "Mersin"),
        ("Şanlıurfa", "Sanliurfa"),
        ("Kahire", "Cairo"),
        ("Cenevre", "Geneva"),
        ("Selanik", "Thessaloniki"),
        ("Bakü", "Baku"),
        ("Tiflis", "Tbilisi"),
        ("Halep", "Aleppo"),
        ("Lahey", "The Hague"),
        ("Çanakkale", "Canakkale"),
        ("Viyana", "Vienna"),
        ("Iğdır", "Igdir"),
    ),
    "land": (
        ("Mısır", "Egypt"),
        ("Gürcistan", "Georgia"),
        ("Almanya", "Germany"),
        ("İsveç", "Sweden"),
        ("Japonya", "Japan"),
        ("Şili", "Chile"),
        ("Kanada", "Canada"),
        ("Norveç", "Norway"),
        ("Irak", "Iraq"),
        ("Ürdün", "Jordan"),
        ("İtalya", "Italy"),
    ),
    "body": (
        ("Ulaştırma Bakanlığı", "Transport Ministry"),
        ("Dünya Meteoroloji Örgütü", "World Meteorological Organization"),
        ("Sayıştay", "Court of Accounts"),
        ("İstatistik Enstitüsü", "Statistics Institute"),
        ("Ziraat Odası", "Chamber of Agriculture"),
        ("Büyükşehir Belediyesi", "Metropolitan Municipality"),
        ("Deniz Araştırmaları Merkezi", "Marine Research Centre"),
        ("Tabip Odası", "Medical Chamber"),
    ),
    "person": (
        ("Ayça Işıldar", "Ayça Işıldar"),
        ("Öznur Gençağa", "Öznur Gençağa"),
        ("Tuğrul Şimşir", "Tuğrul Şimşir"),
        ("Çetin İlhanlı", "Çetin İlhanlı"),
        ("Ingrid Solheim", "Ingrid Solheim"),
        ("Nadim el-Kasım", "Nadim al-Qasim"),
        ("Eleni Vafiadis", "Eleni Vafiadis"),
        ("Samuel Adeyemi", "Samuel Adeyemi"),
    ),
    "day": (
        ("pazartesi", "Monday"),
        ("salı", "Tuesday"),
        ("çarşamba", "Wednesday"),
        ("perşembe", "Thursday"),
        ("cuma", "Friday"),
        ("cumartesi", "Saturday"),
        ("pazar", "Sunday"),
    ),
}

TOPICS: tuple[Texts, ...] = (
    ("Siyaset", "Politics"),
    ("Ekonomi", "Economy"),
    ("Kültür", "Culture"),
    ("Sanat", "Art"),
    ("Bilim", "Science"),
    ("Teknoloji", "Technology"),
    ("Sağlık", "Health"),
    ("Eğitim", "Education"),
    ("Spor", "Sport"),
    ("Çevre", "Environment"),
    ("İklim", "Climate"),
    ("Tarım", "Farming"),
    ("Enerji", "Energy"),
    ("Ulaşım", "Transport"),
    ("Göç", "Migration"),
    ("Hukuk", "Law"),
    ("İnsan hakları", "Human rights"),
    ("Güvenlik", "Security"),
    ("Savunma", "Defence"),
    ("Diplomasi", "Diplomacy"),
    ("Ortadoğu", "Middle East"),
    ("Avrupa", "Europe"),
    ("Asya", "Asia"),
    ("Afrika", "Africa"),
    ("Kafkasya", "Caucasus"),
    ("Balkanlar", "Balkans"),
    ("Akdeniz", "Mediterranean"),
    ("Karadeniz", "Black Sea"),
    ("Ege", "Aegean"),
    ("Suriye", "Syria"),
    ("Ukrayna", "Ukraine"),
    ("Rusya", "Russia"),
    ("Çin", "China"),
    ("Amerika", "America"),
    ("İngiltere", "Britain"),
    ("Almanya", "Germany"),
    ("Fransa", "France"),
    ("Yunanistan", "Greece"),
    ("Azerbaycan", "Azerbaijan"),
    ("Ermenistan", "Armenia"),
    ("Yapay zekâ", "Artificial intelligence"),
    ("Uzay", "Space"),
    ("Arkeoloji", "Archaeology"),
    ("Tarih", "History"),
    ("Edebiyat", "Literature"),
    ("Sinema", "Cinema"),
    ("Müzik", "Music"),
    ("Tiyatro", "Theatre"),
    ("Yemek", "Food"),
    ("Seyahat", "Travel"),
    ("Seçim", "Elections"),
    ("Meclis", "Parliament"),
    ("Belediye", "Local government"),
    ("Deprem", "Earthquakes"),
    ("Kadın", "Women"),
    ("Çocuk", "Children"),
    ("İşçi", "Labour"),
    ("Barınma", "Housing"),
    ("Borsa", "Stock market"),
    ("Enflasyon", "Inflation"),
)
"""No name is the same in both languages, since other generators would then make one page of two."""

SOURCES = (
    "Reuters",
    "AP",
    "AFP",
    "Independent Türkçe",
    "Times of Israel",
    "BBC Türkçe",
    "Guardian",
    "Le Monde",
    "El País",
    "Nature",
)

SUBHEADS: tuple[Texts, ...] = (
    ("Bundan sonra ne olacak?", "What happens next?"),
    ("Rakamlar ne diyor?", "What do the figures say?"),
    ("Arka plan", "Background"),
    ("Kim ne istiyor?", "Who wants what?"),
)

REFERENCE: Texts = (
    "Ayrıntılar [kurumun sitesindeki raporda]({url}) yer alıyor.",
    "Details are in [the report on the institution's site]({url}).",
)
"""A sentence with a link; `{url}` is the report's address."""
