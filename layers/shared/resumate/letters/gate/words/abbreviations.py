"""What the short forms of resumes stand for: "avg", "dept.", "w/", "Mgr".

Resumes are written in notes and letters in words, so `gate.source` reads both. Only forms that anybody would write
out in one way; short forms of names (AWS, K8s) are in `words.technologies`.
"""

from functools import cache
from typing import Final

_ENGLISH: Final = """
acad academic | acct account | accts accounts | admin administration | adv advanced | apps applications | app application | approx approximately | appt appointment | appts appointments | arch architecture
asst assistant | assoc associate | attn attention | aug august | auto automatic | avail available | avg average | bldg building | biz business | cat category | cert certificate | certs certificates
co company | comm communication | comms communications | conf conference | config configuration | coord coordinator | corp corporate | cust customer | db database | dbs databases | dec december
dept department | depts departments | dev developer | devs developers | dir director | dist distribution | div division | docs documents | ed education | edu education | eng engineer | env environment | envs environments
equip equipment | est established | etc and | eval evaluation | exec executive | exp experience | ext external | feb february | fin finance | fn function | gen general | gov government | govt government | grad graduate
gm manager | hosp hospital | hr hour | hrs hours | inc including | incl including | info information | infra infrastructure | int international | intl international | intro introduction | inv inventory | jan january | jr junior
jul july | jun june | lab laboratory | labs laboratories | lang language | lib library | lic licence | lit literature | maint maintenance | mar march | max maximum | med medical | metrics metric | mfg manufacturing
mgmt management | mgr manager | mgrs managers | mgt management | min minutes | mins minutes | misc miscellaneous | mktg marketing | mo month | mos months | mth month | mths months | nat national | natl national
nov november | num number | oct october | op operation | ops operations | org organisation | orgs organisations | perf performance | pharm pharmacy | photo photograph | pkg package | pop population | pos position | pres president
prep preparation | prev previously | prod production | prof professor | prog programme | proj project | pt patient | pts patients | qa quality | qtr quarter | qtrs quarters | rd research | rec recruitment | rehab rehabilitation
rep representative | reps representatives | repo repository | repos repositories | req request | reqs requests | res research | rev revenue | sched schedule | sci science | sec second | sep september | sept september | sept september
serv service | sess session | soc society | spec specialist | specs specifications | sqft feet | sr senior | st street | stats statistics | stud student | sup supervisor | supt superintendent | svc service | svcs services | sw software
sys system | tech technical | temp temporary | trans transport | univ university | uni university | vol volunteer | wpm words | vp president | wk week | wks weeks | yr year | yrs years | yoy year
j journal | maths mathematics | math mathematics | proc proceedings | dipl diploma | ing engineer | msc master | bsc bachelor | phd doctorate | dphil doctorate
"""


@cache
def expansions() -> dict[str, str]:
    """Map the short form to the word, both in lower case."""
    pairs = (pair.split() for line in _ENGLISH.strip().splitlines() for pair in line.split("|"))
    return {pair[0]: pair[1] for pair in pairs}
