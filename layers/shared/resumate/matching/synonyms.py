"""Words that say much the same of a person's work: "mentored" answers "coach", "lorries" answers "vehicles".

Pure data for `likeness`, which counts such a word for half of the very word. A line is one group, in the roots'
plain forms.
"""

from typing import Final

SYNONYMS: Final = """
lead leader leadership manage management manager supervise supervision head direct oversee charge run chair coordinate
mentor coach train training teach instruct educate guide apprentice trainee student tutor
junior trainee apprentice newly student graduate
customer client guest consumer shopper visitor
patient client resident
acquisition acquire purchase buy procurement procure
disposal sale sell
communicate communication explain present presentation report liaise contact
recruit recruitment hire hiring selection
analyse report evaluate evaluation measure statistics
software system tool platform application program
record documentation document file note notes log
budget cost finance spend expenditure
stock inventory warehouse
vehicle truck lorry van car
develop build create design implement write
maintain upkeep repair service
improve improvement optimise optimisation reduce increase cut raise
staff colleague team employee people
parent carer family
child pupil student
school classroom class
deadline pressure busy
plan planning organise organisation schedule arrange
shift rota
safety hygiene health
negotiate agree bargaining consultation
draft write prepare
quality accuracy accurate precise error
teamwork collaborate collaboration together cooperate partner
support help assist
diagnose diagnosis fault troubleshoot troubleshooting
install installation fit commission
test testing inspection inspect check
sales revenue turnover
campaign marketing promotion advertising
contract agreement lease
lesson course curriculum unit
event gala conference seminar workshop meeting
legal law court
accounting accountancy bookkeeping ledger accounts
research study thesis investigation
"""
