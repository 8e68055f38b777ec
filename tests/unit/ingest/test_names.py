"""Lines that are made of names: people and places."""

from __future__ import annotations

import pytest

from digest.ingest import names


@pytest.mark.parametrize(
    "text",
    [
        "Zayed Hediyye",
        "Dr. Halim Örnek",
        "Prof. Dr. Ali Arslan",
        "HAŞMET ÖRNEK",
        "Abdullah bin Zayed el-Nahyan",
        "Ali B. Can",
    ],
)
def test_a_persons_name_is_known_by_its_form(text: str) -> None:
    assert names.is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Şaşırtıcı belgeler",
        "Ankara",
        "GÖREV GÜCÜ DETAYLARI SIZDI",
        "Independent Türkçe",
        "Ali'nin Evi",
        "T24 Haber",
        "",
        "Tel Aviv",
    ],
)
def test_what_reads_otherwise_is_no_persons_name(text: str) -> None:
    assert not names.is_person(text)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Muhabir: Alper Örnek", "Alper Örnek"),
        ("Haber: Ali VELİ - Kamera: Can CAN", "Ali Veli"),
        ("Dr. Halim Örnek Independent Türkçe için yazdı", "Dr. Halim Örnek"),
        ("Ayşe Can yazdı", "Ayşe Can"),
        ("Yazan, Ayşe Can", "Ayşe Can"),
        ("(İŞÇİ-SENDİKA SERVİSİ)", "İŞÇİ-SENDİKA SERVİSİ"),
        ("BİA Haber Merkezi", "BİA Haber Merkezi"),
        ("Haber: Polis üç kişiyi gözaltına aldı.", ""),
        ("Haber: polis geldi", ""),
        ("Bu mektubu bize o yazdı", ""),
        ("Kaynak: Haber Merkezi", ""),
        ("Editör: " + "çok uzun " * 40, ""),
    ],
)
def test_a_byline_is_what_its_label_names(text: str, author: str) -> None:
    assert names.byline(text) == author


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ankara", "Ankara"),
        ("İSTANBUL / ANKARA", "İstanbul/Ankara"),
        ("Tel Aviv", "Tel Aviv"),
        ("Bağ evi", ""),
        ("", ""),
    ],
)
def test_a_place_is_a_city_that_is_known(text: str, place: str) -> None:
    assert names.place(text) == place


@pytest.mark.parametrize(
    "text",
    ["Emre Örnek", "Emine Can", "Avni Can", "Görkem Can", "Alberto Can", "Operatör Can"],
)
def test_a_first_name_that_begins_like_a_title_is_a_name(text: str) -> None:
    assert names.is_person(text)
    assert names.byline(f"{text} yazdı") == text


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Prof. Dr. Ali Can Veli Kaya Su", True),
        ("Prof.Dr.Ali Can", True),
        ("Dr Ali Can", True),
        ("Dr. Ali", False),
        ("Ali Can Veli Kaya Su", True),
        ("Ali Can Veli Kaya Su Ak", False),
        (" ".join(["Abdurrahmanoğlu"] * 4), False),
        ("ALİ CAN VELİ", True),
    ],
)
def test_a_person_has_two_to_five_names_titles_aside(text: str, is_one: bool) -> None:
    assert names.is_person(text) == is_one


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Ali Veli, Ayşe Fatma / Ankara", "Ali Veli, Ayşe Fatma"),
        ("Ali Veli ve Ayşe Fatma, (Ankara)", "Ali Veli, Ayşe Fatma"),
        ("Ali Veli - DHA", "Ali Veli"),
        ("Çağrı DEMİRTAŞ | İzmir", "Çağrı Demirtaş"),
        ("Ali CAN", "Ali Can"),
        ("Ali EŞ", "Ali EŞ"),
        ("Abdullah El-Nahyan", "Abdullah El-Nahyan"),
        ("BİA Haber Merkezi, Ali VELİ", "BİA Haber Merkezi, Ali Veli"),
        ("Dış Haberler", "Dış Haberler"),
        ("Yeni Liman haber ekibi", "Yeni Liman haber ekibi"),
        ("Ankara Haber Bürosu", "Ankara Haber Bürosu"),
        ("Ankara", ""),
        ("Ali Veli, limandaki gemiler", ""),
        ("", ""),
        (", ".join(f"Ali {name}" for name in "Ak Su Er Can Kaya Veli".split()), "Ali Ak, Ali Su, Ali Er, Ali Can, Ali Kaya, Ali Veli"),
        (", ".join(f"Ali {name}" for name in "Ak Su Er Can Kaya Veli Ada".split()), ""),
        (", ".join(f"Prof. Dr. {name} Kuzeyoğlu Limancıgil" for name in ("Abdurrahman", "Fatma", "Ali")), "Prof. Dr. Abdurrahman Kuzeyoğlu Limancıgil, Prof. Dr. Fatma Kuzeyoğlu Limancıgil, Prof. Dr. Ali Kuzeyoğlu Limancıgil"),
        (", ".join(f"Prof. Dr. {name} Kuzeyoğlu Limancıgil" for name in ("Abdurrahman", "Fatma", "Ali", "Muhittin", "Ada")), ""),
    ],
)  # fmt: skip
def test_a_byline_is_made_of_names_beside_places_and_houses_alone(text: str, author: str) -> None:
    assert names.people(text) == author


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("(Haber Merkezi)", True),
        ("Kuzey Ege Limanları Dış Haberler Servisi", True),
        ("Kuzey Ege Limanları ve Dış Haberler Servisi", False),
        ("Dış Haberler", True),
        ("Ankara Haber Bürosu", True),
        ("Spor - Haber Merkezi", False),
        ("Kaynak: Haber Merkezi", False),
        ("Haber Merkezi açıldı", False),
    ],
)
def test_a_newsroom_says_so_in_a_few_words(text: str, is_one: bool) -> None:
    assert names.is_desk(text) == is_one


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Hazırlayan: Genç Kadın Gazeteciler Topluluğu ve Arkadaşları", "Genç Kadın Gazeteciler Topluluğu ve Arkadaşları"),
        ("Hazırlayan: Kuzey ve Ege ve Ada ve Gemi", "Kuzey ve Ege ve Ada ve Gemi"),
        ("Hazırlayan: Ali Ak Su Er Can Kaya ile bir kedi", ""),
        ("Hazırlayan: Ali Ak Su Er Can Kaya Ada ile kedi", "Ali Ak Su Er Can Kaya Ada ile kedi"),
        ("Hazırlayan: Ali Ak Su Er Can Kaya Ada bir iki üç", "Ali Ak Su Er Can Kaya Ada bir iki üç"),
        ("Hazırlayan: Ali Ak Su Er Can Kaya bir iki üç dört", ""),
        ("Hazırlayan: Ali Ak Su Er Can Kaya Ada Gün Ay Yıl Deniz", ""),
        ("Haber: Kuzey Ege Gazeteciler Derneği İzmir Körfezi Toplantısı Yaptı.", ""),
        ("Haber: -", ""),
        ("Haber / Foto: Ali VELİ", "Ali Veli"),
        ("Ali Veli, Independent Türkçe için yazdı", "Ali Veli"),
        ("Ayşe Can T24 için yazdı", "Ayşe Can"),
        ("Ayşe Can Kuzey Limanı için yazdı", ""),
        ("Bir dergi Reuters için yazdı", ""),
        ("Independent Türkçe, Ali Veli için yazdı", ""),
        ("Ayşe Can" + " ve Ayşe Can" * 20 + " yazdı", ""),
    ],
)  # fmt: skip
def test_a_labelled_byline_reads_as_names_and_a_writer_as_a_person(text: str, author: str) -> None:
    assert names.byline(text) == author


def test_what_stands_behind_a_label_is_told_from_lines_without_one() -> None:
    text = "Haber-Kamera: Hakan KAYA / EDİRNE, (DHA)"
    assert names.labelled(text) == "Hakan KAYA / EDİRNE, (DHA)"
    assert names.labelled("Hakan KAYA / EDİRNE, (DHA)") == ""
    assert names.labelled(text + " ve arkadaşları" * 20) == ""


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Unvan, BBC Türkçe", True),
        ("Kameraman: Ali Veli", True),
        ("Twitter, @aliveli", True),
        ("Ali Veli", False),
        ("Twitter, yeni kurallarını açıkladı", False),
        ("Kamera: " + "uzun bir cümle " * 10, False),
    ],
)
def test_a_line_below_the_byline_says_what_the_author_is(text: str, is_one: bool) -> None:
    assert names.is_role(text) == is_one


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ANKARA", "Ankara"), ("TEL AVİV", "Tel Aviv"), ("Londra", "Londra"), ("BOLU", "Bolu"), ("VAN", "Van"),
        ("NATO", "NATO"), ("BM", "BM"), ("TBMM", "TBMM"), ("KUZEY Ege", "Kuzey Ege"), ("PARİS", "Paris"),
        ("LİMAN", "Liman"),
    ],
)  # fmt: skip
def test_places_in_capitals_are_written_small_and_initials_stay(text: str, shown: str) -> None:
    assert names.capitalised(text) == shown


@pytest.mark.parametrize("text", ["Ankara -", "– ANKARA", "(Ankara", "Ankara " * 20])
def test_signs_beside_a_place_are_none_of_it(text: str) -> None:
    assert names.place(text) == ("Ankara" if len(text) < 10 and "(" not in text else "")


def test_a_name_may_end_in_x_and_a_newsroom_s_begin_with_it() -> None:
    assert names.people("Malcolm X") == "Malcolm X"
    assert names.byline("Haber: Malcolm X") == "Malcolm X"
    assert names.byline("X Haber Merkezi") == "X Haber Merkezi"
    assert names.place("İzmir X") == ""
