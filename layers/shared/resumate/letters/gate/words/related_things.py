"""Nouns and adjectives that an honest paraphrase may put for one another; one group a line.

The companion of `related_actions`; see there. Groups join what is the same thing in other words, never what is
merely near: "nurse" and "doctor" are not related here, and `words.opposites` says that they exclude each other.
"""

from typing import Final

GROUPS: Final = """
social media instagram facebook tiktok twitter pinterest snapchat
birth baby newborn
customer client buyer user shopper guest consumer account patron caller visitor
user customer people person account member reader
client customer account
patient people person resident case
resident patient people tenant
student pupil learner child class people undergraduate
pupil student child learner class
child pupil kid youth young youngster
employee staff people person worker colleague team member headcount personnel workforce hire
colleague coworker teammate peer staff team member employee
team group crew squad staff people colleague member unit department person
people person staff employee team member individual human
engineer developer programmer people person
developer engineer programmer coder
manager management lead head supervisor boss leader
leader lead head manager leadership
executive c-level director board leadership
stakeholder partner party
partner collaborator ally
supplier vendor provider seller
vendor supplier provider
company firm business organization employer enterprise corporate
business company commercial firm enterprise
organization company body institution charity
startup start-up young
charity nonprofit non-profit ngo
department division unit team section area
branch store shop office site location outlet
store shop outlet branch retail
site location place venue
office workplace
school college academy
university college school
college university school
hospital clinic ward medical
clinic hospital practice surgery
ward unit department floor
court tribunal
library archive
warehouse depot storehouse storage distribution-center
factory plant production
kitchen restaurant
restaurant diner kitchen
hotel hospitality
farm agriculture agricultural
country nation national
city town municipal
region area territory regional district
area field domain region
field area domain industry
industry sector field branch
world global international worldwide
money cost budget fund cash dollar euro pound spend
cost expense expenditure spend price money bill overhead
revenue sale income turnover earning
sale revenue turnover income
profit margin earning
budget spend fund money
invoice bill
payment pay
salary pay wage payroll compensation
payroll salary wage pay
tax fiscal
loan credit
debt receivable credit
ledger book account accounting bookkeeping
account ledger book
bookkeeping accounting ledger book account
statement report
report summary statement dashboard
deadline date time due
error mistake defect bug fault inaccuracy wrong
bug defect error fault issue
defect bug error fault flaw
issue problem bug trouble ticket incident difficulty
problem issue trouble difficulty challenge
incident outage issue event accident
outage downtime incident failure
downtime outage interruption
failure outage error fault
ticket request issue case call
request ticket demand enquiry inquiry ask
enquiry inquiry question request
question query enquiry
complaint grievance issue
risk danger hazard threat
safety safe secure
security secure protection
quality standard excellence
accuracy accurate precision correct exact precise
reliability reliable stable dependable stability availability uptime robust
uptime availability reliability
availability uptime available
latency delay response time speed lag
speed latency pace time
response reply answer
time hour duration period long
hour time
week weekly
month monthly
quarter quarterly
year annual yearly
annual yearly year
daily day everyday
weekly week
monthly month
regular regularly routine periodic recurring
routine regular everyday standard
ongoing continuous constant
continuous ongoing constant
speed rapid
program programme scheme initiative plan course
initiative program project scheme effort
project initiative program work assignment
campaign drive promotion advertising
event conference gathering function
conference event congress meeting
meeting session conference
session workshop class meeting lesson
workshop session class seminar training
course class module training program study
class lesson course group
lesson class session
curriculum syllabus course
exam test examination
grade mark score result
result outcome finding effect consequence
outcome result effect
impact effect result
feedback comment response opinion review
survey questionnaire poll study
data information figure record dataset
dataset data
information data info detail
record file document data entry
document paper file record form paperwork
file document record
form document paper
report document
contract agreement deal
agreement contract deal
policy rule guideline
procedure process protocol method
process procedure workflow method pipeline operation
workflow process pipeline procedure
pipeline workflow process flow
method technique approach way procedure methodology
technique method
methodology method approach
approach method way
strategy plan approach
plan strategy schedule program
goal target objective aim
target goal quota objective
objective goal target aim
quota target goal
standard norm guideline rule
rule regulation policy
law legal legislation
legal law
regulation rule compliance
guideline rule standard
requirement need specification demand
specification requirement spec
feature function capability functionality
function feature
functionality feature function
tool software application instrument utility system
software application program app tool system
application app software program
app application software
system platform software infrastructure tool application
platform system infrastructure
infrastructure system platform server
server machine host infrastructure
machine computer equipment server
computer machine pc desktop laptop workstation
equipment machine device gear instrument hardware
device equipment machine
hardware equipment
network networking
website site web page online portal
site website web
web website online internet
page website
online web internet digital
digital online electronic
electronic digital
mobile phone app
phone telephone call mobile
call phone telephone
email mail message
message mail note
database data store sql
table database sheet
spreadsheet excel sheet workbook
query search
code software program script codebase
codebase code repository
script code program automation
library package framework
framework library
api interface endpoint service
interface api screen ui front
service api support
microservice service
module component part
component part module element
part component piece
architecture design structure
structure architecture
algorithm model method
model algorithm
prediction forecast predictive
forecast prediction projection
trend pattern
pattern trend
insight finding learning understanding
analysis study
metric kpi measure figure indicator
kpi metric indicator
dashboard report chart visualization
chart graph plot
visualization chart graph
number figure amount count
amount volume quantity number
volume amount quantity number
quantity amount number
share percentage proportion part rate
percentage share proportion
rate share ratio percentage
conversion convert
traffic visitor visit
visitor guest
content article text post material copy
article paper text story post
paper article publication study
publication paper article journal
book title
story article
post article
newsletter mailing email
brand branding identity
logo identity
image picture photo
picture image photo
photo picture image
video film movie clip
film movie video
audio sound
sound audio
music song musical
song music
game play
sport athletic
art arts artistic
artist art
exhibition exhibit show
collection set archive
museum gallery
research study investigation
study research
experiment test trial
trial test experiment study
laboratory lab bench
lab laboratory
sample specimen
specimen sample object
object item
item article product piece
product item good goods
goods product stock item merchandise
merchandise goods product stock
stock inventory goods
inventory stock
order purchase
shipment delivery consignment
delivery shipment
logistics transport shipping supply-chain
transport logistics shipping vehicle
vehicle car truck van fleet
car vehicle
truck lorry vehicle
fleet vehicle
route path
road street
building construction house
house home
home house domestic
room space
construction building
material supply
supply material
water aquatic
energy power electricity
power energy electricity
electricity power electrical
environment environmental
plant crop
animal pet
food meal dish
meal food dish
menu dish
medication medicine drug dose
medicine medication medical drug
drug medication medicine
dose medication
vaccine immunization
therapy treatment
treatment therapy
diagnosis diagnostic
symptom sign
wound injury
injury wound accident
infection disease
disease illness condition
health medical care
medical health clinical
clinical medical patient
emergency urgent acute
urgent emergency
family parent relative
parent family guardian
family-member family
group team cohort batch
cohort group batch
batch group
set group collection
series set
range variety
variety range diverse different
different various
member people
membership member
board committee council
committee board panel
council board
club society association
society club association
association society
community neighborhood local
local nearby community
national country nationwide
nationwide national
international global cross-border abroad
global worldwide international
foreign abroad
language tongue
native mother tongue
spoken oral verbal
written writing
fluent fluently
beginner basic elementary
basic fundamental elementary simple
advanced upper
senior experienced
junior entry
new novel fresh
modern new contemporary up-to-date
old legacy outdated existing former
legacy old existing
existing current present
current present
former previous ex
previous former earlier prior
early first beginning
first initial
large big major sizeable huge
big large
small little
high tall
low small
short brief
long lengthy
full complete whole entire
complete full entire whole
entire whole full
whole entire
part-time half
fast quick
easy simple
simple easy
difficult hard challenging complex
complex complicated difficult
complicated complex
important key major essential critical
key main important central
main key primary
critical crucial important vital
essential vital
clear understandable plain
understandable clear readable
consistent uniform steady
accurate exact
automatic automated
manual hand
paper-based paper
electronic digital
available free
successful success
unique single
single one sole
separate distinct
distinct separate different
overall total
total overall sum altogether
average mean
median mean
maximum peak
minimum least
degree bachelor master diploma
diploma certificate degree
thesis dissertation
dissertation thesis
scholarship grant fellowship
grant funding
fellowship scholarship
certificate certification license
license certificate permit
permit license
qualification certificate degree
background history
history historical
skill ability competence knowledge
ability skill
knowledge understanding familiarity skill
understanding knowledge
familiarity familiar knowledge
responsibility duty task charge
duty task responsibility
task duty job assignment
job role position work
role position job
position role post job
shift rota
schedule timetable rota plan
calendar schedule diary
diary calendar
travel trip journey
visit call
contact relationship
relationship relation partnership contact
partnership relationship
communication correspondence
correspondence letter mail
letter mail
presentation talk slide
talk presentation lecture
lecture talk class
speech talk
idea proposal concept
proposal bid idea
bid tender proposal
tender bid
concept idea
innovation innovative new
improvement progress
progress development
development growth
growth rise increase
success achievement
achievement accomplishment success
satisfaction happy satisfied
happiness satisfaction
turnover churn attrition
attrition churn turnover
churn attrition
retention loyalty
loyalty retention
efficiency productive efficient
productivity output efficient
output production
production manufacturing output
manufacturing production factory
waste scrap
scrap waste
yield output
capacity volume
load traffic
demand need
need demand requirement
gap shortage
shortage gap
backlog queue
queue backlog line
line queue
end finish
start beginning
beginning start
change transition
transition change
culture environment
environment surroundings setting
setting environment
crisis emergency
conflict dispute
dispute conflict
accident incident
fire burning
crime criminal
police law-enforcement
military army
army military
government public state federal
public government civic
private personal
personal individual
individual single person
gender sex
woman female
man male
age old
elderly older senior
adult grown-up
youth young teenager
teenager youth adolescent
disability disabled
special-needs disability send
math mathematics
mathematics math
physics physical
chemistry chemical
biology biological life-science
science scientific
scientist researcher
researcher scientist
economics economic
economy economic
statistics statistical
statistic figure
finance financial
accounting accountancy
marketing advertising promotion
advertising ad marketing
ad advertisement advertising
social-media social
search-engine seo
newspaper press
press media newspaper
media press
radio broadcast
broadcast radio tv
television tv
journalist reporter
author writer
writer author
"""
