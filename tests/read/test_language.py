import pytest

from dragoman.errors import BadReport
from dragoman.read.language import require_english
from tests.read.helpers import PROSE

FOREIGN = {
    "French": "Le ministre des affaires étrangères du Tchad a rencontré son homologue soudanais jeudi à Abéché. Les"
    " deux pays ont décidé de rouvrir la frontière dès la semaine prochaine.",
    "Spanish": "El canciller de Chile se reunió el jueves con su par peruano en Arica y dijo que los dos países"
    " volverán a abrir la frontera. Acordaron verse de nuevo en primavera.",
    "German": "Die Außenministerin traf am Donnerstag ihren Amtskollegen in Bern und sagte, dass die Grenze wieder"
    " geöffnet werde. Sie wollen sich im Frühjahr erneut sprechen.",
    "Dutch": "De minister van Buitenlandse Zaken sprak donderdag met zijn ambtgenoot in Gent en zei dat de grens weer"
    " open gaat. Ze zien elkaar in het voorjaar opnieuw.",
    "Polish": "Minister spraw zagranicznych spotkał się w czwartek ze swoim odpowiednikiem w Gdańsku i powiedział, że"
    " to dobry dzień dla obu krajów. Granica zostanie ponownie otwarta.",
    "Indonesian": "Menteri luar negeri bertemu dengan rekannya di Dili pada hari Kamis dan mengatakan bahwa kedua"
    " negara akan membuka kembali perbatasan mereka pada musim depan.",
    "Danish": "Udenrigsministeren mødte torsdag sin kollega i Aarhus og sagde, at det var godt for begge lande at"
    " åbne grænsen igen. De vil mødes på ny til foråret, fik vi at vide.",
    "Turkish": "Dışişleri bakanı perşembe günü Kars'ta mevkidaşıyla görüştü ve iki ülkenin sınırı yeniden açacağını"
    " söyledi. İlkbaharda yeniden bir araya gelecekler.",
    "Russian": "Министр иностранных дел встретился в четверг со своим коллегой и сказал, что граница будет открыта.",
    "Arabic": "التقى وزير الخارجية نظيره في عمان يوم الخميس وقال إن البلدين سيعيدان فتح الحدود في الربيع المقبل.",
    "Chinese": "外交部长星期四在昆明会见了邻国外长，双方同意明年春天重新开放边境口岸，并继续就贸易问题进行磋商。",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_other_languages_are_named(name: str) -> None:
    with pytest.raises(BadReport, match=rf"^not English \({name}\)$"):
        require_english(FOREIGN[name])


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        PROSE.upper(),
        "[ad_1] " + PROSE,
        "The ministers met.",
        PROSE + " « Nous sommes prêts », a dit le ministre. " + PROSE,
        "Xi Jinping, Nguyen Phu Trong, Prabowo Subianto and Anwar Ibrahim were among the leaders who attended the talks"
        " in Vientiane.",
    ],
)
def test_english(text: str) -> None:
    assert require_english(text) == "en"


@pytest.mark.parametrize("text", ["Kyiv Lviv Odesa", "Talks fail", "...", "Lula da Silva visita"])
def test_very_short_text_is_let_through_undecided(text: str) -> None:
    assert require_english(text) == ""


def test_a_long_text_is_judged_by_samples() -> None:
    assert require_english(PROSE * 1500) == "en"
