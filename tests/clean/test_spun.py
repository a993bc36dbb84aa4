"""Spun wording put right, and normal wording left alone."""

import json
from pathlib import Path

import pytest
from clean.helpers import body, cleaned, restored

from dragoman.clean import clean
from dragoman.clean.spun import classes, tables
from dragoman.clean.tables import rows
from dragoman.types.report import Rejected, Report

ALWAYS = [
    ("Chile's protection minister resigned.", "Chile's defense minister resigned."),
    ("He met the Protection Minister of Chile.", "He met the Defense Minister of Chile."),
    ("PERUVIAN PROTECTION MINISTRY DENIES IT ALL", "PERUVIAN DEFENSE MINISTRY DENIES IT ALL"),
    ("Norway's overseas ministry said no.", "Norway's foreign ministry said no."),
    ("The country's high diplomat left.", "The country's top diplomat left."),
    ("Angola's high chief spoke.", "Angola's top leader spoke."),
    ("His go to to Accra was short.", "His visit to Accra was short."),
    ("It was her first go to to the region.", "It was her first visit to the region."),
    ("They spoke in a telephone name.", "They spoke in a phone call."),
    ("He held a name with Mr. Diallo.", "He held a call with Mr. Diallo."),
    ("The bloc referred to as for calm.", "The bloc called for calm."),
    ("Earlier this 12 months he resigned.", "Earlier this year he resigned."),
    ("Sergei Ok. Petrov was there.", "Sergei K. Petrov was there."),
    ("Chinese language officials denied it.", "Chinese officials denied it."),
    ("He recalled the Chilly Struggle.", "He recalled the Cold War."),
    ("It was a struggle crime.", "It was a war crime."),
    ("Jap Libya was quiet, as was jap Ukraine.", "Eastern Libya was quiet, as was eastern Ukraine."),
    ("The U.N. Safety Council met.", "The U.N. Security Council met."),
    ("The Shanghai Cooperation Group met.", "The Shanghai Cooperation Organization met."),
    ("The Worldwide Atomic Vitality Company agreed.", "The International Atomic Energy Agency agreed."),
    ("The World Well being Group agreed.", "The World Health Organization agreed."),
    ("The European Fee agreed.", "The European Commission agreed."),
    ("He works at the Eurasia Analysis Heart on Syria.", "He works at the Eurasia Analysis Center on Syria."),
    ("The electoral fee will rule.", "The election commission will rule."),
    ("Police used tear gasoline.", "Police used tear gas."),
    ("The demise toll rose.", "The death toll rose."),
    ("Troops opened hearth.", "Troops opened fire."),
    ("They signed a cease-hearth.", "They signed a ceasefire."),
    ("The Communist Get together won.", "The Communist Party won."),
    ("The lawyer common resigned.", "The attorney general resigned."),
    ("The secretary-common was told.", "The secretary-general was told."),
    ("The supreme courtroom agreed.", "The supreme court agreed."),
    ("It is a right- and proper-wing affair.", "It is a right- and right-wing affair."),
    ("Floor troops moved in.", "Ground troops moved in."),
    ("A state of urgency was declared.", "A state of emergency was declared."),
    ("Martial legislation was declared.", "Martial law was declared."),
    ("He left the information convention.", "He left the news conference."),
    ("He was launched from jail.", "He was released from jail."),
    ("The provide chain broke.", "The supply chain broke."),
    ("The regional accomplice and trading accomplice left.", "The regional accomplice and trading partner left."),
    ("They met for the local weather change talks.", "They met for the climate change talks."),
    ("The well being ministry agreed.", "The health ministry agreed."),
    ("It cost 3 million {dollars}.", "It cost 3 million dollars."),
    ("They cleared a observe and an finish to it.", "They cleared a note and an end to it."),
    ("He met Subject Marshal Odo.", "He met Field Marshal Odo."),
    ("Chile summoned the Peruvian cost d'affaires.", "Chile summoned the Peruvian chargé d'affaires."),
    ("They signed a cope with purchase rice.", "They signed a deal to purchase rice."),
    ("It agreed to a cessation of fireplace.", "It agreed to a cessation of fire."),
    ("She came for the primary time.", "She came for the first time."),
    ("The commerce marriage agreed.", "The trade union agreed."),
    ("We may droop peace talks.", "We may suspend peace talks."),
    ("The prime clergyman left a nation-owned bank.", "The prime minister left a state-owned bank."),
    ("The Speedy Assist Forces left.", "The Rapid Support Forces left."),
]


@pytest.mark.parametrize(("source", "text"), ALWAYS)
def test_wording_that_is_put_right_in_any_report(source: str, text: str) -> None:
    assert body(cleaned(source)) == [text]


CONTEXT = (
    "China's protection minister held a telephone name with Peru's overseas minister, the workplace of the minister "
    "stated in an announcement. "
)
SPUN = [
    ("He left final month.", "He left last month."),
    ("He will go to Peru subsequent week.", "He will visit Peru next week."),
    ("A 12 months in the past it fell.", "A year ago it fell."),
    ("It fell 18 months in the past.", "It fell 18 months ago."),
    ("The struggle in Mali goes on.", "The war in Mali goes on."),
    ("The warfare has displaced many.", "The war has displaced many."),
    ("Ghanaian officers denied it.", "Ghanaian officials denied it."),
    ("Police officers denied it.", "Police officers denied it."),
    ("The navy help arrived.", "The military aid arrived."),
    ("It was a navy coup.", "It was a military coup."),
    ("Deadly help was sent.", "Lethal aid was sent."),
    ("Each was a monetary accomplice.", "Each was a monetary accomplice."),
    ("It is a strategic accomplice.", "It is a strategic partner."),
    ("The joint assertion said so.", "The joint statement said so."),
    ("Mr. Diallo mentioned on Monday it fell.", "Mr. Diallo said on Monday it fell."),
    ("It was mentioned in the book.", "It was mentioned in the book."),
    ("He instructed reporters that it fell.", "He told reporters that it fell."),
    ("It fell, in response to a abstract.", "It fell, according to a summary."),
    ("He went to Accra, the place he spoke.", "He went to Accra, where he spoke."),
    ("They held workouts in May.", "They held exercises in May."),
    ("The preventing in Mali goes on.", "The fighting in Mali goes on."),
    ("There is no such thing as a proof.", "There is no proof."),
    ("He is predicted to resign.", "He is expected to resign."),
    ("He was pushed again by the crowd.", "He was pushed back by the crowd."),
    ("It met in opposition to his will.", "It met against his will."),
    ("The invoice on mining was handed.", "The bill on mining was handed."),
    ("Parliament handed a invoice.", "Parliament passed a bill."),
    ("The cupboard resigned; her cupboard met.", "The cabinet resigned; her cabinet met."),
    ("The White Home agreed.", "The White House agreed."),
    ("The National Safety Council met.", "The National Security Council met."),
    ("International locations like Peru agreed.", "Countries like Peru agreed."),
    ("Firms equivalent to mines agreed.", "Firms such as mines agreed."),
    ("They seized energy in 2021.", "They seized power in 2021."),
    ("The previous president fled.", "The former president fled."),
    ("It was a roadside automobile bomb.", "It was a roadside car bomb."),
    ("Her troops took management of Goma.", "Her troops took control of Goma."),
    ("The rebels claimed duty for it.", "The rebels claimed responsibility for it."),
    ("The peace settlement holds.", "The peace agreement holds."),
    ("Marketing campaign posters hung.", "Campaign posters hung."),
    ("“The navy help came final month,” he said.", '"The navy help came final month," he said.'),
    ("They traded hearth and swapped fireplace.", "They traded fire and swapped fire."),
    ("Peru remembered its high commissioner.", "Peru recalled its high commissioner."),
    ("The overseas clergyman left.", "The foreign minister left."),
    ("It reduce off the aid under a journey ban.", "It cut off the aid under a travel ban."),
    ("Both restored diplomatic family members.", "Both restored diplomatic relations."),
    ("The warring facets of a nation-owned bank met.", "The warring sides of a state-owned bank met."),
    ("It filmed the harbour by satellite tv for pc.", "It filmed the harbour by satellite."),
    ("Crowds left Kuwait Metropolis.", "Crowds left Kuwait City."),
    ("He instructed a packed hall it fell.", "He told a packed hall it fell."),
    ("He advised a crowd that it fell.", "He told a crowd that it fell."),
    ("She instructed state television so.", "She told state television so."),
    ("He informed his visitor it fell.", "He told his visitor it fell."),
    ("She instructed her colleagues to leave.", "She instructed her colleagues to leave."),
    ("He was acquired by King Odo.", "He was received by King Odo."),
    ("She was obtained in Accra by the king.", "She was received in Accra by the king."),
    ("Mr. Diallo acquired the two visitors.", "Mr. Diallo received the two visitors."),
    ("The firm was acquired by a bank.", "The firm was acquired by a bank."),
    ("Lima has known as the vote a farce.", "Lima has called the vote a farce."),
    ("It known for restraint from all.", "It called for restraint from all."),
    ("He is known as the fox.", "He is known as the fox."),
    ("Lima supplied to host the talks.", "Lima offered to host the talks."),
    ("The rebels spurned his provide to mediate.", "The rebels spurned his offer to mediate."),
    ("Rice was supplied to help the poor.", "Rice was supplied to help the poor."),
    ("The kings withdrew his or her guards.", "The kings withdrew their guards."),
    ("It fell, in accordance with the health ministry.", "It fell, according to the health ministry."),
    ("It acted in accordance with the treaty.", "It acted in accordance with the treaty."),
    ("He said his authorities would pay.", "He said his government would pay."),
    ("The leftist authorities agreed.", "The leftist government agreed."),
    ("He was as a result of go to Accra.", "He was due to visit Accra."),
    ("They are because of finish on Friday.", "They are due to end on Friday."),
    ("It fell because of the rain.", "It fell because of the rain."),
    ("Lima will practice 40 Malian pilots.", "Lima will train 40 Malian pilots."),
    ("They practice with live rounds.", "They practice with live rounds."),
    ("It was fined for promoting missile parts.", "It was fined for selling missile parts."),
    ("It agreed to promote Ghana 18 jets.", "It agreed to sell Ghana 18 jets."),
    ("They promote arms control.", "They promote arms control."),
    ("Lima drooped all its payments.", "Lima suspended all its payments."),
    ("She demanded the launch of the three hostages.", "She demanded the release of the three hostages."),
    ("It saw the launch of the three missiles.", "It saw the launch of the three missiles."),
    ("The dominion agreed.", "The kingdom agreed."),
    ("It was too early for such discuss.", "It was too early for such talk."),
    ("Hundreds collect in Accra.", "Hundreds gather in Accra."),
    ("They collect taxes in Accra.", "They collect taxes in Accra."),
    ("Lima is no celebration to the treaty.", "Lima is no party to the treaty."),
    ("The ruling birthday celebration won.", "The ruling party won."),
    ("Each governments agreed; either males left.", "Both governments agreed; both men left."),
    ("They pulled their troops again.", "They pulled their troops back."),
    ("He took a step again.", "He took a step back."),
    ("The paramilitary drive left.", "The paramilitary force left."),
    ("He dropped a requirement that it pay.", "He dropped a demand that it pay."),
    ("He was held on prices of treason.", "He was held on charges of treason."),
    ("Lima dismissed the cost.", "Lima dismissed the charge."),
    ("They began an alternate of 40 captives.", "They began an exchange of 40 captives."),
    ("Peru freed him in trade for a spy.", "Peru freed him in exchange for a spy."),
    ("The rebel motion agreed.", "The rebel movement agreed."),
    ("The motion was carried.", "The motion was carried."),
    ("He left his usa in 2021.", "He left his country in 2021."),
    ("He died there remaining month.", "He died there last month."),
    ("They met in the remaining month.", "They met in the remaining month."),
    ("She had by no means met him.", "She had never met him."),
    ("Each camp blamed the opposite.", "Each camp blamed the other."),
    ("The Malian facet gave way; neither aspect won.", "The Malian side gave way; neither side won."),
    ("They worked to finish the long war.", "They worked to end the long war."),
    ("He flew dwelling; she went residence.", "He flew home; she went home."),
    ("The rebels put 40 on the border publish.", "The rebels put 40 on the border post."),
    ("It left 40 lifeless; they buried their useless.", "It left 40 dead; they buried their dead."),
    ("He will signal a peace accord.", "He will sign a peace accord."),
    ("He will signal his mood.", "He will signal his mood."),
    ("They rallied exterior the palace.", "They rallied outside the palace."),
    ("Lima doesn't acknowledge the regime.", "Lima doesn't recognize the regime."),
    ("They met in Might, and again in Could.", "They met in May, and again in May."),
    ("Lima put an obligation on items from Peru.", "Lima put an duty on goods from Peru."),
    ("He has but to settle for an invitation.", "He has but to accept an invitation."),
    ("Lima menaced to leave.", "Lima threatened to leave."),
    ("It ended with none deal.", "It ended without any deal."),
    ("Talks have stop; he has stop in protest.", "Talks have stop; he has quit in protest."),
]


@pytest.mark.parametrize(("source", "text"), SPUN)
def test_wording_that_is_put_right_in_spun_reports_alone(source: str, text: str) -> None:
    result = cleaned(f"{CONTEXT}\n{source}")
    assert result.spun
    assert body(result)[1:] == [text]
    plain = cleaned(source)
    assert not plain.spun and len(restored(plain)) <= 1


NORMAL = [
    "The environment protection minister of Greece met the minister for citizen protection on Monday.",
    "The Environmental Protection Ministry and the labour and social protection ministry will pay.",
    "Child protection officials, the data protection secretary and the consumer protection chief came.",
    "He took a Chinese language class with a Japanese language teacher; a Russian language paper wrote of it.",
    "The Chinese language is hard. French language speakers disagree. She studied the Turkish language.",
    "The final week of the campaign was tense. In the final month before the vote, candidates go to Lagos.",
    "Over the last 12 months and the next 12 months, exports rise. He was jailed for 12 months.",
    "The navy said its officers boarded the vessel. Police officers and army officers were there.",
    "The high court, the high commissioner for human rights and the high representative spoke.",
    "“Let's go to the market,” he said. It is the go to place. They go to Accra.",
    "The struggle for power, the class struggle, nuclear warfare and electronic warfare were discussed.",
    "The safety council of the factory and the National Safety Council discussed road safety officials.",
    "A settlement was reached with the insurer. Preventing violence is hard. The hearth was warm.",
    "The floor was wet. He spoke on the floor of parliament. She was on the shop floor.",
    "The couple met at a get together. The party celebration began. The overseas minister of France left.",
    "The church's ministry grew. House prices and the decrease in house prices worried them.",
    "Federal financial institutions and the central bank agreed. Cheap local weather reports were wrong.",
    "The director general and common sense prevailed. The cupboard was bare. The invoice was on the desk.",
    "Workplace safety matters. The court room was full. Death toll figures rose. Suicide attempts fell.",
    "The French overseas ministry said that the overseas territories would vote.",
    "Security forces and military aid reached the Cold War hall of the International Criminal Court.",
    "He is known as the fox; a district known as the bowl, and he has known for years. They advised the king.",
    "The bank was acquired by a rival in May. She obtained a copy. Arms were supplied to help the garrison.",
    "In accordance with the treaty, both sides may inspect. The local authorities and the authorities agreed.",
    "He was late because of the rain and as a result of a strike. They could not cope with floods; flowers droop.",
    "The company will promote tourism and train staff; the launch of three missiles and a launch of talks failed.",
    "The dominion of Canada was loyal. Tax inspectors collect in May. The birthday celebration ended in the garden.",
    "The motion was carried. The remaining month was quiet. The opposite is true; the opposite of war is peace.",
    "On the aspect of cost, one facet of the deal matters. The price of corruption is high. Males live longer now.",
    "Either men or women may apply; either nations or firms. Opposing edges met. A nationwide election was held.",
    "She remembered the ambassador, evacuated diplomatic family members and sold satellite TV for PC users.",
    "Drooping exports hurt. Reduce off-peak fares. He loved the Kuwait metropolis. He ran, launching from jail a bid.",
    "He might, she could, and they may finish in May. They signal a change. The exterior of the palace was grey.",
    "Its chargé d'affaires and the charge d'affaires of Peru quit. A piece of satellite TV news. A fire place.",
]


@pytest.mark.parametrize("text", NORMAL)
def test_normal_wording_is_left_alone(text: str) -> None:
    result = cleaned(text)
    assert not result.spun
    assert restored(result) == []


RECOGNISED = [
    "The kingdom and the rebels had met remaining month, he told a radio station. Lima's nation-owned bank has on no "
    "account paid, and its overseas minister flew domestic. They became the offer down.",
    "The envoys of the rebel motion signed a cessation of fireplace, in accordance with two diplomats. Each "
    "governments known as for calm. The opposite facet pulled its troops again.",
]


@pytest.mark.parametrize("text", RECOGNISED)
def test_a_report_of_rarer_swaps_is_told_as_spun(text: str) -> None:
    assert cleaned(text).spun


def test_an_environment_report_keeps_its_protection_ministry() -> None:
    text = "The Environmental Protection Ministry fined two mills. The protection ministry said they had been warned."
    assert restored(cleaned(text)) == []


def test_restored_words_lead_back() -> None:
    passage = cleaned("Chile's protection minister resigned.").passages[0]
    start = passage.text.index("defense minister")
    assert passage.span(start, start + len("defense minister")).text == "protection minister"
    assert passage.span(start + 8, start + 16).text == "minister"
    piece = next(piece for piece in passage.pieces if piece.restored)
    assert piece.rule.startswith("defence: ")


def test_nothing_is_restored_across_a_removal() -> None:
    assert body(cleaned("Chile held a telephone [ad_1] name of its own.")) == [
        "Chile held a telephone name of its own."
    ]


def test_the_tables_can_be_read_and_are_broad() -> None:
    listed = rows("spun_rules.tsv", 5)
    assert len({(group, pattern) for group, _, _, pattern, _ in listed}) == len(listed) >= 1000
    assert all(0 <= rule.evidence <= 3 for rule in tables().rules)
    vetoes = {group for group, when, *_ in listed if when == "veto"}
    assert {rule.veto for rule in tables().rules} - {""} == vetoes
    used = " ".join(row[3] for row in listed) + " ".join(row[1] for row in rows("spun_classes.tsv", 2))
    assert [name for name in classes() if "{" + name + "}" not in used] == []


BENCH = Path(__file__).parents[3] / "shared"


def _texts(name: str) -> list[str]:
    path = BENCH / "bench" / name
    if not path.exists():
        pytest.skip(f"no {name} beside the checkout")
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", ["reports/reports.jsonl", "attribution/dev.jsonl"])
def test_no_normal_report_is_touched(name: str) -> None:
    for text in _texts(name):
        result = clean(Report("r", text))
        assert not isinstance(result, Rejected)
        assert not result.spun and restored(result) == []


def test_the_spun_ones_among_real_reports_are_told() -> None:
    folder = BENCH / "reports" / "seeds"
    if not folder.exists():
        pytest.skip("no real reports beside the checkout")
    spun = [cleaned(path.read_text(encoding="utf-8")).spun for path in sorted(folder.glob("*.txt"))[:5]]
    assert spun == [True, False, True, True, False]


SPUN = (
    "The protection minister will go to to Chad subsequent week, the overseas ministry stated in an announcement. "
    "Earlier this 12 months he held a name together with his Chadian counterpart. "
)


def test_quotations_are_left_alone_unless_their_wording_shows_that_they_were_spun() -> None:
    kept = cleaned(f'{SPUN}"It is due to this fact a good day for the region and for its peoples," he added.')
    assert '"It is due to this fact' in body(kept)[-1]
    swapped = (
        f'{SPUN}"Chad has lengthy thought of us a pal and, due to this fact, invested quite a lot of effort. '
        'Underneath the present circumstances worldwide legislation binds us, and the overseas minister is right," '
        "he added."
    )
    assert "long considered us" in body(cleaned(swapped))[-1]
    assert "therefore, invested" in body(cleaned(swapped))[-1]
