"""Word classes that tell a place's name from another within, or beside, longer names."""

from dragoman.ontology.demonyms import demonyms
from dragoman.ontology.toponyms import ordinary_words, toponym_key

CIVIC = frozenset(
    """Police Fire Firefighters Sheriff Sheriffs Mayor Mayoral City Town Township Village Borough Municipal Municipality
    County Council Councillor Councilman Councilwoman Councilmember Commissioner Commissioners Commission Court
    Courthouse Circuit District Department Dept Division Bureau Ministry Authority Board Government Governor Gov Gov.
    Legislature Legislative Parliament Assembly Senate House Representatives Attorney Prosecutor Prosecutors Auditor
    Treasurer Assessor Clerk Jail Prison Detention Correctional Corrections Ambulance Emergency EMS National Army Navy
    Naval Air Embassy Consulate Airport Port Harbor Harbour Selectmen Selectman Alderman Aldermen Supervisor
    Supervisors Superintendent Chief Parks Chamber Schools Independent Volunteer Census Fairgrounds Turnpike Transit
    Highways Planning Zoning Constituency Administrator Manager Judge Coroner MP MPP MLA MEP""".split()
)
"""What follows a place's name, and hardly a person's, in the names of authorities and their officers."""
BODIES = frozenset(
    """School High Middle Elementary Primary Secondary Grammar Junior Senior College University Institute Academy
    Seminary Hospital Medical Clinic Infirmary Hospice Center Centre Library Museum Gallery Church Cathedral Chapel
    Mosque Synagogue Temple Diocese Archdiocese Park Garden Gardens Zoo Theater Theatre Opera Orchestra Symphony Club
    Society Association Federation League Union Foundation Festival Fair Pageant Marathon Parade Stadium Arena Field
    Coliseum Hall Hotel Inn Mall Bank Journal Times Post Press Herald Tribune Chronicle Gazette News Observer
    Courier Star Sun Globe Record Review Register Radio Television TV Community Campus Students Alumni Veterans Elks
    Rotary Lions Lodge Committee Party Institution Trust Fund Company Co Co. Corp Inc Development Project Program
    Programme Alliance Partnership Partners Network Group Services Service Cooperative Brewery Base Station Barracks
    Prep Preparatory Tech Technical Polytechnic Conservatory Observatory Conference Treaty Agreement Accords
    Declaration Summit Convention Exchange Forum Protocol Task Force Team Culture United FC AFC State Public Regional
    Recreation Health Welfare Guard Coast Agency Office Geological Area Metropolitan Provincial Rescue Way
    Movement Tour""".split()
)
"""What stands beside a place's name or a person's in the names of other institutions."""
STREETS = frozenset(
    """Street St. Avenue Ave Ave. Drive Dr. Road Rd Rd. Lane Boulevard Blvd Blvd. Way Trail Walk Place Terrace Crescent
    Close Vista Apartments Homes""".split()
)
"""What follows a name in those of streets and houses, which are called after places far away."""
TITLES = frozenset(
    """Mr Mrs Ms Dr Sir Lord Lady Saint Judge Justice Pope King Queen Prince Princess Sen Sen. Rep Rep. Captain Capt
    Capt. Lt Lt. Sgt Sgt. Col Col. Gen Gen. Maj Maj. Rev Rev. Coach Officer Detective Investigator Deputy""".split()
)
SIDES = frozenset(
    """North South East West Northern Southern Eastern Western Northeast Northwest Southeast Southwest Northeastern
    Northwestern Southeastern Southwestern N.W. N.E. S.W. S.E. NW NE SW SE Central Greater Upper Lower Inner Outer Mid
    Downtown Uptown Metro Metropolitan Historic Old The Miss Mister Former Team""".split()
)
"""What stands before a place's name and leaves it one."""
LOCALS = frozenset(
    """man men woman women teen teens teenager teenagers boy girl couple resident residents native natives police
    policeman policemen officer officers firefighter firefighters deputies mayor council councilman councilwoman
    councillor councillors councilors alderman aldermen selectmen selectman voters voter taxpayers student students
    schools schoolchildren officials authorities courthouse attorney suburb suburbs area zoning neighborhood
    neighbourhood driver motorist motorists farmer farmers downtown riverfront waterfront restaurants streets airport
    selectboard schoolboy schoolgirl landlord businessman businesswoman homeowner homeowners pensioner lawyer""".split()
)
"""Common nouns for the people and authorities of a town, after its name."""


def is_ordinary(name: str) -> bool:
    """Whether a name is an English word or an adjective of nationality before it is a town's."""
    return toponym_key(name) in ordinary_words() or name in demonyms()
