"""Different words for one thing that a job may ask and a resume may show.

Pure data for `names`: a line is one thing, its names divided by commas, in small letters without accents; the first
is the one that is compared. Things written with capitals or digits are found without being listed: a line is here
because the thing has several names, or is often written in small letters.
"""

from typing import Final

TOOLS: Final = """
kubernetes, k8s
postgresql, postgres, psql
javascript, js, ecmascript
typescript, ts
node.js, nodejs, node js
react, react.js, reactjs
vue, vue.js, vuejs
angular, angularjs
c#, c sharp
c++, cpp
.net, dotnet, asp.net
golang, go lang
ruby on rails, rails
python
java
kotlin
php
scala
perl
matlab
stata
spss
sql, t-sql, pl/sql
nosql
mysql
mongodb, mongo
sql server, mssql
elasticsearch, elastic search, elk
amazon web services, aws
google cloud, gcp, google cloud platform
azure, microsoft azure
databricks
snowflake
bigquery, big query
dbt, data build tool
airflow
spark, pyspark, apache spark
kafka, apache kafka
hadoop
terraform
ansible
docker
jenkins
linux, ubuntu, debian, rhel
bash, shell scripting
powershell
git
github actions
ci/cd, cicd, ci / cd, continuous integration, continuous delivery, continuous deployment
devops
tdd, test-driven development, test driven development
graphql
rest, rest api, rest apis, restful
html, html5
css, css3
django
flask
spring boot
laravel
selenium
playwright
cypress
machine learning, ml, maschinelles lernen
artificial intelligence, ai, ki
natural language processing, nlp
llm, llms, large language model, large language models, generative ai, genai
etl, elt
api, apis
jira
confluence
agile, agile methods, agile methodologies
prince2
six sigma, lean six sigma
excel, microsoft excel, ms excel
power query
power bi, powerbi
powerpoint
microsoft word, ms word
microsoft office, ms office, office 365, microsoft 365, ms-office
google workspace, g suite, google docs
tableau
looker, looker studio
google analytics, ga4
google ads, adwords
seo, search engine optimisation, search engine optimization
hubspot
mailchimp
salesforce
zendesk
wordpress
shopify
photoshop, adobe photoshop
illustrator, adobe illustrator
indesign
figma
premiere pro, adobe premiere
autocad
revit
solidworks
bim, building information modelling, building information modeling
plc, plcs, programmable logic controller, simatic
sap, sap erp, s/4hana, sap r/3
oracle
xero
quickbooks
sage, sage 50
datev
netsuite
bamboohr
workday
crm, customer relationship management
erp, enterprise resource planning
cms, content management system
lms, learning management system, learning management systems
wms, warehouse management system, warehouse management systems
epos, pos system, point of sale
rf scanner, rf scanners, handheld scanner, handheld scanners, radio frequency scanner
electronic patient records, electronic patient record, electronic health record, electronic health records, electronic medical record, electronic medical records, ehr, emr, epr
qpcr, real-time pcr
pcr
elisa
crispr
ngs, next-generation sequencing, next generation sequencing
frs 102
ifrs
gaap, us gaap
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
bls, basic life support
ils, immediate life support
als, acls, advanced life support, advanced cardiac life support
first aid, first aider, first aid at work, erste hilfe
haccp
food hygiene, food safety
iso 9001
iso 27001
gmp, good manufacturing practice
gdpr, data protection, dsgvo
pci dss, pci-dss
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
