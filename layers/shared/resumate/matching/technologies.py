"""Names of technologies, methods and certificates that people also write in small letters, and their other names.

The one table for two readers: `names` finds in it what a job asks and a resume shows, the gate what a letter claims. A
line is one thing: its names divided by commas, the first is the canonical one. Anything written with capitals is
treated as a name without being listed here; the list is for aliases and for small letters.
"""

from typing import Final

ALIASES: Final = """
kubernetes, k8s, kube
postgresql, postgres, psql, postgre sql
javascript, js, ecmascript, java script
typescript, ts
node.js, node, nodejs, node js
react, react.js, reactjs
vue, vue.js, vuejs
angular, angular.js, angularjs
next.js, nextjs
express.js, expressjs
python, python3, python 3
golang, go language, go
c#, c sharp, csharp
c++, cpp, c plus plus
.net, dotnet, .net core, asp.net
visual basic, vb, vb.net
ruby on rails, rails, ror
r, r language, rstudio, r studio
amazon web services, aws
google cloud, google cloud platform, gcp
microsoft azure, azure
amazon s3, s3
amazon eks, eks, elastic kubernetes service
amazon ecs, ecs
amazon rds, rds
amazon sqs, sqs
amazon ec2, ec2
aws lambda
elasticsearch, elastic search, elk
mongodb, mongo
mysql, my sql
sql server, mssql, ms sql, microsoft sql server
t-sql, tsql, transact-sql
pl/sql, plsql
sqlite
nosql, no-sql
big query, bigquery, google bigquery
redshift, amazon redshift
snowflake
databricks
unity catalog
dbt, data build tool
airflow, apache airflow
spark, apache spark, pyspark
kafka, apache kafka
hadoop, apache hadoop
rabbitmq, rabbit mq
redis
terraform
ansible
jenkins
docker
helm
prometheus
grafana
datadog
splunk
new relic
github actions
gitlab, gitlab ci
git, github
bitbucket
jira
confluence
trello
asana
slack
notion
linux, gnu/linux, ubuntu, debian, red hat, rhel, centos
unix
windows server
active directory, ad ds
office 365, microsoft 365, o365, m365
microsoft office, ms office
microsoft excel, excel, ms excel
microsoft word, ms word
microsoft powerpoint, powerpoint, ppt
microsoft access, ms access
microsoft teams, ms teams
sharepoint
outlook
power bi, powerbi, pbi
power query, powerquery
tableau
looker, looker studio
google analytics, ga4, ga
google ads, adwords, google adwords
google sheets
search engine optimization, seo, search engine optimisation
search engine marketing, sem
pay per click, ppc, pay-per-click
salesforce, sfdc, salesforce.com
hubspot
zendesk
servicenow, service now
workday
sap, sap erp, sap s/4hana, s/4hana
oracle
quickbooks, quick books
xero
sage
netsuite
datev
stripe
shopify
wordpress, word press
drupal
magento
webflow
html, html5
css, css3
sass, scss
tailwind, tailwindcss, tailwind css
bootstrap
jquery
graphql, graph ql
rest, restful, rest api, rest apis, restful api, restful apis
grpc
soap
json
xml
yaml
django
flask
fastapi
spring boot, springboot, spring
hibernate
laravel
symfony
php
perl
scala
kotlin
swift
objective-c, objective c
java
rust
haskell
matlab
simulink
labview
sas
spss
stata
pandas
numpy
scikit-learn, sklearn, scikit learn
tensorflow, tensor flow
pytorch, torch
keras
opencv
langchain
hugging face, huggingface
machine learning, ml
artificial intelligence, ai
deep learning
natural language processing, nlp
large language model, large language models, llm, llms
computer vision
continuous integration, ci
continuous delivery, continuous deployment, cd
ci/cd, cicd, continuous integration and delivery, continuous integration and deployment, continuous integration and continuous delivery, continuous integration/continuous delivery
devops, dev ops
site reliability engineering, sre
test-driven development, tdd, test driven development
object-oriented programming, oop, object oriented programming
user experience, ux
user interface, ui
ui/ux, ux/ui
application programming interface, api, apis
software development kit, sdk
service level agreement, sla, slas, service level agreements
key performance indicator, kpi, kpis, key performance indicators
return on investment, roi
point of sale, pos, point-of-sale
customer relationship management, crm
enterprise resource planning, erp
content management system, cms
learning management system, lms
electronic health record, electronic health records, ehr, electronic medical record, electronic medical records, emr
extract transform load, etl, extract, transform
business intelligence, bi
human resources, hr
accounts payable
accounts receivable
general ledger
generally accepted accounting principles, gaap, us gaap
international financial reporting standards, ifrs
quality assurance, qa
quality control
research and development, r&d
profit and loss, p&l
business to business, b2b
business to consumer, b2c, d2c
software as a service, saas
standard operating procedure, sop, sops, standard operating procedures
request for proposal, rfp, rfps
minimum viable product, mvp
a/b testing, a/b test, a/b tests, ab testing, split testing, split tests
scrum
agile
kanban
waterfall
lean
six sigma, lean six sigma
prince2
itil
cisco
vmware
citrix
hyper-v
tcp/ip
dns
dhcp
vpn
voip
sccm
intune
powershell, power shell
bash, shell scripting, shell scripts
selenium
cypress
playwright
pytest
junit
jmeter
postman
figma
sketch
adobe photoshop, photoshop
adobe illustrator
adobe indesign, indesign
adobe premiere, premiere pro
adobe creative suite, adobe creative cloud, creative suite, creative cloud
after effects
autocad, auto cad
solidworks, solid works
revit
sketchup
arcgis, arc gis
qgis
gis, geographic information system, geographic information systems
canva
mailchimp
unity, unity3d
unreal, unreal engine
blender
arduino
raspberry pi
plc, programmable logic controller
hplc
pcr
elisa
gmp, good manufacturing practice
gcp guidelines, good clinical practice
haccp
iso 9001
iso 27001
gdpr, general data protection regulation
hipaa
sox, sarbanes-oxley
pci dss, pci-dss
basic life support, bls
advanced cardiac life support, acls
cardiopulmonary resuscitation, cpr
first aid
epic
cerner
emu
arctos
"""

# Ordinary words when they are written small.
ORDINARY_WHEN_SMALL: Final = frozenset(
    "go node react express spark oracle sage access word excel outlook teams swift rust spring scala sketch notion slack asana unity unreal epic "
    "emu flask bootstrap helm soap rest lean waterfall agile ts js r ad ai bi ci cd qa ui ux pos ml ga cms lms sem sas blender postman cypress "
    "looker stripe play playwright intune premiere workday bash salesforce".split()
) - frozenset("excel agile ai qa ui ux salesforce js".split())  # fmt: skip
