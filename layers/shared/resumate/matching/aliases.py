"""Different words for one thing that a job may ask and a resume may show.

Pure data for `names`: a line is one thing, its names divided by commas, in small letters without accents; the first
is the one that is compared. Things written with capitals or digits are found without being listed: a line is here
because the thing has several names, or is often written in small letters. `technologies` has those that a letter's
proof knows as well; here is what an advertisement and a resume say beyond them, or hold for one thing where a proof
may not.
"""

from typing import Final

# Of the names that are ordinary words when they are written small, those that in an advertisement are none.
NEVER_ORDINARY_IN_JOBS: Final = frozenset(
    "bash cms cypress flask looker oracle playwright react rest scala spark ts workday".split()
)

TOOLS: Final = """
golang, go lang
sql, t-sql, pl/sql
ci/cd, cicd, ci / cd, continuous integration, continuous delivery, continuous deployment
machine learning, ml, maschinelles lernen
artificial intelligence, ai, ki
llm, llms, large language model, large language models, generative ai, genai
etl, elt
agile, agile methods, agile methodologies
microsoft office, ms office, office 365, microsoft 365, ms-office
google workspace, g suite, google docs
illustrator, adobe illustrator
bim, building information modelling, building information modeling
plc, plcs, programmable logic controller, simatic
sap, sap erp, s/4hana, sap r/3
sage, sage 50
bamboohr
lms, learning management system, learning management systems
wms, warehouse management system, warehouse management systems
epos, pos system, point of sale
rf scanner, rf scanners, handheld scanner, handheld scanners, radio frequency scanner
electronic patient records, electronic patient record, electronic health record, electronic health records, electronic medical record, electronic medical records, ehr, emr, epr
qpcr, real-time pcr
crispr
ngs, next-generation sequencing, next generation sequencing
frs 102
vat, value added tax
"""

CERTIFICATES: Final = """
acca, association of chartered certified accountants, chartered certified accountant
aca, icaew, chartered accountant
cima
cpa, certified public accountant
aat
cipd
pmp, project management professional
nmc, nursing and midwifery council
rn, registered nurse
qts, qualified teacher status
pgce, postgraduate certificate in education
ils, immediate life support
als, acls, advanced life support, advanced cardiac life support
first aid, first aider, first aid at work, erste hilfe
food hygiene, food safety
gdpr, data protection, dsgvo
18th edition, bs 7671
gold card, jib card, ecs card, jib gold card, ecs gold card
cscs
smsts
mciob, chartered institute of building
ipaf
driving licence, driving license, driver's licence, driver's license, drivers license, driver license, fuhrerschein, permis de conduire, permis b, carnet de conducir, rijbewijs
forklift licence, forklift license, forklift truck licence, counterbalance licence, counterbalance forklift licence, gabelstaplerschein, staplerschein, carnet de carretillero, caces
reach truck
hgv, lgv, class 1, class c+e
dbs, enhanced dbs
"""

LANGUAGES: Final = """
english, englisch, englischkenntnisse, anglais, ingles, inglese, engels
german, deutsch, deutschkenntnisse, allemand, aleman, tedesco, duits
french, franzosisch, franzosischkenntnisse, francais, frances, francese, frans
spanish, spanisch, espagnol, espanol, castellano, spagnolo
italian, italienisch, italien, italiano
portuguese, portugiesisch, portugais, portugues
dutch, niederlandisch, neerlandais, nederlands
danish, danisch, danois, dansk
swedish, schwedisch, suedois, svenska
norwegian, norsk
finnish, suomi
polish, polnisch, polonais, polski
czech
russian, russisch, russe
ukrainian
turkish, turkisch, turc
arabic, arabisch, arabe
hebrew
hindi
urdu
punjabi
mandarin, chinese, chinesisch, chinois
cantonese
japanese, japanisch, japonais
korean
greek
welsh
british sign language, bsl
"""

FIELDS: Final = """
human resources, hr, personnel
emergency department, a&e, accident and emergency, emergency room
intensive care, icu, itu, critical care
user experience, ux
user interface, ui
quality assurance, qa
public relations, pr
search engine marketing, sem
accounts payable, purchase ledger
accounts receivable, sales ledger
profit and loss, p&l
business intelligence, bi
special educational needs, special needs, sen, send, senco, ehcp, ehcps, education health and care plan
subject matter experts, sme, smes
trade union, trade unions, works council, unite, unison, gmb, ver.di
"""

# A line is a kind of thing and members of it: a line that names a member shows the kind, never the other way round.
KINDS: Final = """
electronic patient records > epic, cerner, systmone, emis, meditech, medway, liquidlogic
lms > moodle, canvas lms, blackboard, google classroom, totara
ci/cd > github actions, gitlab ci, jenkins, circleci, travis ci, azure devops, trunk-based delivery
git > github, gitlab, bitbucket, github actions, gitlab ci
agile > scrum, kanban, sprints, sprint planning
crm > salesforce, hubspot, dynamics 365, zoho, pipedrive
erp > sap, netsuite, dynamics 365, oracle
wms > sap ewm, manhattan, blue yonder
sap > sap ewm, sap hana, sap fico
cloud > amazon web services, azure, google cloud
cloud platforms > amazon web services, azure, google cloud
cloud providers > amazon web services, azure, google cloud
sql > postgresql, mysql, sql server, t-sql, pl/sql, snowflake, bigquery
relational databases > postgresql, mysql, sql server, oracle, sqlite
data warehouse > snowflake, bigquery, redshift, databricks
data warehouses > snowflake, bigquery, redshift, databricks
containers > docker, kubernetes
infrastructure as code > terraform, ansible, cloudformation, pulumi
javascript > typescript, react, vue, angular, node.js
css > sass, scss, tailwind
java > spring boot
python > django, flask, fastapi, pandas, numpy, pyspark
linux > ubuntu, debian, rhel, centos
machine learning > scikit-learn, pytorch, tensorflow, deep learning
artificial intelligence > machine learning, llm, deep learning
microsoft office > excel, microsoft word, powerpoint
excel > power query, pivot tables, xlookup, vlookup
accounting software > xero, quickbooks, sage, netsuite, datev
business intelligence > power bi, tableau, looker, qlik
data visualisation > power bi, tableau, looker, d3.js
social media > instagram, facebook, tiktok, twitter, linkedin, youtube
email marketing > mailchimp, hubspot, klaviyo
design software > figma, photoshop, illustrator, indesign, canva
cad > autocad, solidworks, revit, sketchup
bim > revit
first aid > paediatric first aid, mental health first aider
qualified teacher > qts, pgce
ticketing system > zendesk, jira service desk, servicenow
help desk > zendesk, servicenow, freshdesk
video editing > premiere pro, final cut, camtasia, davinci resolve
gdpr > information governance
food hygiene > haccp
laboratory techniques > qpcr, pcr, elisa, crispr
"""
