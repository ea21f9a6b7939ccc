"""What the name of a place says of where it lies: Lyon is in France, and TX is Texas.

A line is the names that follow, then the places, abbreviations among them in capitals, that each of the names follows
from. Read by `gate.vocabulary`: a sentence may say the larger place for the smaller, never the other way round.
Cities whose name is an ordinary word or that several countries have are left out.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from resumate.letters.gate.tokens import Token

_PLACES: Final = """
scotland uk britain: scotland scottish glasgow edinburgh aberdeen dundee inverness stirling
wales uk britain: wales cardiff swansea newport wrexham
england uk britain: england london birmingham manchester leeds sheffield liverpool bristol nottingham leicester newcastle coventry bradford southampton portsmouth plymouth brighton oxford norwich exeter hull derby
northern ireland uk: belfast derry
uk united kingdom britain: UK U.K britain british scotland wales england GB
ireland: dublin cork limerick galway waterford
germany: DE deutschland berlin hamburg munich münchen cologne köln frankfurt stuttgart düsseldorf dortmund leipzig bremen dresden hanover hannover nuremberg nürnberg duisburg bochum bonn münster mannheim karlsruhe augsburg wiesbaden freiburg mainz landshut bavaria saxony hesse
bavaria: bayern munich münchen augsburg nürnberg nuremberg regensburg landshut
austria: AT österreich vienna wien graz linz salzburg innsbruck
switzerland: swiss CH schweiz zurich zürich geneva genève basel bern lausanne winterthur lucerne luzern
germany austria switzerland german german-speaking german-language: DACH D-A-CH
france: FR paris lyon marseille toulouse nantes strasbourg bordeaux lille rennes grenoble montpellier
spain: ES españa madrid barcelona valencia seville sevilla zaragoza malaga málaga bilbao marbella alicante granada
andalusia: seville sevilla malaga málaga granada marbella
italy: italia rome roma milan milano turin torino naples napoli florence firenze bologna genoa venice verona
portugal: lisbon lisboa porto
netherlands holland: netherlands NL holland amsterdam rotterdam utrecht eindhoven hague groningen
belgium: BE brussels bruxelles antwerp antwerpen ghent gent bruges liège leuven
netherlands belgium luxembourg: benelux
denmark: DK copenhagen aarhus odense aalborg
sweden: SE stockholm gothenburg göteborg malmö uppsala
norway: NO oslo bergen trondheim stavanger
finland: FI helsinki espoo tampere turku
scandinavia: sweden norway denmark stockholm gothenburg malmö oslo bergen copenhagen aarhus
poland: PL warsaw kraków krakow gdańsk gdansk wrocław wroclaw poznań poznan łódź
czech republic czechia: czechia CZ prague praha brno ostrava
hungary: budapest
greece: athens thessaloniki
turkey türkiye: turkey türkiye TR istanbul ankara izmir
romania: bucharest cluj
bulgaria: sofia plovdiv
croatia: zagreb
ukraine: kyiv kiev lviv odesa kharkiv
russia: moscow petersburg
europe: EU
europe middle east africa: EMEA
asia pacific: APAC
latin america: LATAM
india: mumbai delhi bangalore bengaluru chennai hyderabad pune kolkata
china: beijing shanghai shenzhen guangzhou
japan: tokyo osaka kyoto yokohama nagoya
korea: seoul busan
australia: sydney melbourne brisbane adelaide canberra NSW QLD
new south wales: NSW
queensland: QLD brisbane
zealand: auckland wellington christchurch
south africa: johannesburg capetown durban pretoria
nigeria: lagos abuja
kenya: nairobi
egypt: cairo alexandria
emirates uae: UAE emirates dubai
israel: aviv
brazil: brasil paulo janeiro
argentina: aires
mexico: guadalajara monterrey
canada: toronto vancouver montreal montréal ottawa calgary edmonton winnipeg québec quebec ontario alberta manitoba ON QC BC AB
ontario: ON toronto ottawa
quebec québec: QC montreal montréal
british columbia: BC vancouver
alberta: AB calgary edmonton
united states us usa u.s america: US USA U.S U.S.A america american AL AK AZ AR CA CO CT FL GA IL IN IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY chicago houston dallas seattle boston denver philadelphia atlanta miami detroit minneapolis
alabama: AL | alaska: AK | arizona: AZ tucson | arkansas: AR | california: CA Calif francisco angeles sacramento oakland | colorado: CO denver | connecticut: CT | delaware: DE | florida: FL miami orlando tampa | georgia: GA atlanta
hawaii: HI honolulu | idaho: ID boise | illinois: IL chicago | indiana: IN indianapolis | iowa: IA | kansas: KS | kentucky: KY louisville | louisiana: LA orleans | maine: ME | maryland: MD baltimore | massachusetts: MA Mass boston
michigan: MI detroit | minnesota: MN minneapolis | mississippi: MS | missouri: MO | montana: MT | nebraska: NE omaha | nevada: NV vegas | new hampshire: NH | new jersey: NJ newark | new mexico: NM albuquerque | new york: NY NYC | north carolina: NC charlotte raleigh
north dakota: ND | ohio: OH cleveland cincinnati | oklahoma: OK tulsa | oregon: OR Ore | pennsylvania: PA philadelphia pittsburgh | rhode island: RI | south carolina: SC | south dakota: SD | tennessee: TN nashville memphis | texas: TX Tex austin dallas houston
utah: UT | vermont: VT | virginia: VA | washington: WA seattle | west virginia: WV | wisconsin: WI milwaukee | wyoming: WY
scottish british: scotland
welsh british: wales
english british: england
irish: ireland
german: germany DE deutschland DACH
austrian: austria AT österreich
swiss: switzerland CH schweiz
french: france FR
spanish: spain ES españa
italian: italy italia
portuguese: portugal
dutch: netherlands NL holland
belgian: belgium BE
danish: denmark DK
swedish: sweden SE
norwegian: norway NO
finnish: finland FI
polish: poland PL
czech: czechia CZ
hungarian: hungary
greek: greece
turkish: turkey türkiye TR
romanian: romania
bulgarian: bulgaria
croatian: croatia
ukrainian: ukraine
russian: russia
european: EU europe
indian: india
chinese: china
japanese: japan
korean: korea
australian: australia NSW QLD
nigerian: nigeria
kenyan: kenya
egyptian: egypt
israeli: israel
brazilian: brazil brasil
argentinian: argentina
canadian: canada ON QC BC AB
american: US USA U.S U.S.A america AL AK AZ AR CA CO CT FL GA IL IN IA KS KY LA MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
"""
# These are also degrees, people, states of other things: they are a place only behind another one ("Dayton, OH").
_ONLY_BEHIND_A_PLACE: Final = frozenset(
    "AL AR AT BE CH CO DE ES FI HI IA ID IN IT LA MA MD ME MO MS NE NO ON OR OK OH PA SC SE VA".split()
)


@cache
def _implied() -> dict[str, frozenset[str]]:
    """Map a place, in small letters, or its abbreviation, in capitals, to the words that follow from it."""
    implied: dict[str, frozenset[str]] = {}
    for line in _PLACES.strip().replace(" | ", "\n").splitlines():
        names, places = line.split(":")
        for place in places.split():
            key = place if place.isupper() else place.lower()
            implied[key] = implied.get(key, frozenset()) | frozenset(names.split())
    return implied


def words_of_places(tokens: Sequence[Token], text: str) -> frozenset[str]:
    """Return the lower-case words that follow from the places among the words of `text`."""
    found: set[str] = set()
    for token in tokens:
        if not token.capital:
            continue
        key = token.text if token.text.isupper() else token.lower
        words = _implied().get(key)
        if words and not (key in _ONLY_BEHIND_A_PLACE and not _is_behind_a_place(text[: token.start])):
            found |= words
    return frozenset(found)


def _is_behind_a_place(before: str) -> bool:
    """Tell whether a comma, or "and" in a list of abbreviations, and a capital word stand before."""
    words = before.rstrip().rstrip(",/&").removesuffix(" and").rstrip().split()
    return bool(words) and before.rstrip()[-1:] in {",", "/", "&", "d"} and words[-1].strip(",")[:1].isupper()
