"""Words of many professions that an honest paraphrase may put for one another; one group a line.

The third part of the thesaurus beside `related_actions` and `related_things`: everyday words first, then trade by
trade.
"""

from typing import Final

GROUPS: Final = """
suggest propose recommend advise put-forward
revise redraft rework edit amend update overhaul
finish complete conclude end finalize graduate
begin start commence launch join
parent mother father mum dad guardian
influenza flu
vaccinate vaccination vaccine jab immunize shot
law legal llb jurisprudence
discover find uncover spot detect identify unearth notice reveal
cost lose loss waste
supplies gloves masks consumables material
fortnight fortnightly biweekly
reader subscriber audience
takings cash till
telephone phone call
internet online web
appointment booking visit
reminder remind
sum-up summarize summary
explain show demonstrate introduce
arrive introduce new
evening night nightly
weekend saturday sunday
bicycle cycle cyclist bike ride
throw waste discard bin
rate rating score evaluate mark grade
observe watch shadow sit-in follow accompany
recover regain reclaim get-back win-back retrieve refund
duplicate double twice
earn obtain receive gain complete get hold award
resolve close solve settle sort
freed save saving release
reliable dependable trusted consistent stable
trade profession craft occupation
fellow colleague peer other
automated automatic automation automating
appear publish print come-out
conform meet comply satisfy fulfil
tongue language
material substance
battery cell cathode anode electrochemical
doctorate doctoral phd dissertation thesis
talk converse conversational speak conversation chat
cash money till takings
bank deposit banking
patrol round rounds
spread across distributed
lazy lazily on-demand deferred
speed-up accelerate faster quicker shorten
slow slower delay
cheap cheaper inexpensive low-cost affordable
expensive costly
price pricing tariff cost rate
discount rebate reduction markdown mark-down
tight strict
busy peak high-volume rush
quiet off-peak
crowd audience attendance
attendee participant delegate visitor guest
participant attendee learner member trainee subject
trainee apprentice intern learner
newcomer starter newly recruit hire joiner
supervisor boss superior manager
subordinate report
household home family
tenant resident renter
landlord owner
owner proprietor
shareholder investor
donor giver supporter contributor
donation gift contribution
fundraiser fundraise raise
sponsor sponsorship
grant funding fund
bid tender pitch proposal
contractor subcontractor trade
site plot
blueprint drawing plan
drawing sketch plan design
sketch drawing draft
survey measure
surveyor survey
foundation base
concrete cement
brick masonry
roof roofing
timber wood wooden carpentry
wood timber wooden
weld welding join
metal steel iron aluminium
wire wiring cable cabling
electrical electric electricity power wiring
socket outlet
circuit board
pipe piping plumbing
heating boiler hvac
pump valve
engine motor drive
motor engine
turbine generator
vehicle automobile car auto
brake braking
tyre tire wheel
workshop garage shop
garage workshop
inspection check survey examination
fault defect breakdown failure
breakdown failure fault outage
spare replacement part
tolerance precision accuracy
drill bore
lathe turning
mill milling
cnc machining machine-tool
mould mold casting
assembly line production
conveyor belt line
shift rota roster
roster rota schedule shift
picker pick picking
pack packing package
pallet load
forklift lift
dispatch shipping despatch send
courier delivery
freight cargo shipment
cargo freight load
customs border
import bring-in
container box
stocktake inventory count stock-taking
storeroom warehouse stock
shelf shelves shelving stack
checkout till register cashier payment
till register cash checkout
cashier checkout till
receipt bill slip
refund return repay
return refund
loyalty repeat returning
footfall visitor traffic
display window exhibit merchandising
window display
basket cart
cart basket
barista coffee
coffee espresso barista
bar drink beverage
drink beverage
wine cellar sommelier
menu dish recipe
recipe dish
dish plate meal food
cover guest diner
diner guest restaurant
chef cook kitchen
bakery bread pastry bake
pastry cake dessert bake
ingredient produce
produce grow farm vegetable
organic natural
hygiene sanitation cleanliness clean sanitary
allergy allergen
banquet catering function event
catering cater food banquet
reception front-desk desk
front-desk reception
check-in arrival
booking reservation
reservation booking
room bedroom suite
housekeeping cleaning
concierge guest
tour guide trip excursion
excursion trip outing tour
flight airline aviation air
airport airline aviation
passenger traveller rider
ticket fare
train rail railway
railway train rail
driver drive chauffeur
road highway street carriageway motorway
farmer farm
crop harvest
harvest crop yield
livestock cattle animal herd
vet veterinary animal
garden gardening plant landscape
tree forest woodland
forest wood tree
nature wildlife environment
climate weather
pollution emission
emission carbon co2
waste recycling rubbish
recycle reuse waste
solar photovoltaic sun
wind turbine
water irrigation
patient client
ward unit bed
theatre surgery operating
surgery operation surgical operative operating
operation surgery procedure
postoperative post-operative surgery
anaesthesia anesthesia
scan imaging mri x-ray
imaging scan radiology
radiology imaging x-ray
blood venepuncture phlebotomy
injection vaccine jab shot
vaccination vaccine jab immunization
bandage dressing wound
dressing bandage wound
pain analgesia
medication drug pill tablet medicine
prescription prescribe
pharmacy pharmacist dispensary
ambulance emergency paramedic
triage assess prioritize
elderly old-age older senior geriatric
dementia alzheimer
carer caregiver care
hygiene washing
mobility walking movement
rehabilitation rehab recovery physiotherapy
physiotherapy physio rehab
counselling counseling therapy advice
counsellor therapist
mental psychological psychiatric
psychology psychological mental
addiction substance
anxiety stress
trauma ptsd
safeguarding protection safety child-protection
caseload case
case client file matter
social-worker case
foster adoption care
refugee migrant asylum
migrant immigrant refugee
shelter refuge hostel
homeless housing
housing accommodation home
welfare benefit support
benefit allowance entitlement
disabled disability impairment
inclusion inclusive diversity
diversity inclusion
classroom class lesson
lesson class teaching
teaching lesson class instruction
curriculum course content program
homework assignment
essay assignment paper
exam test assessment gcse
reading literacy read
literacy reading
numeracy maths math
nursery kindergarten preschool early-years
kindergarten nursery preschool
preschool nursery kindergarten
toddler infant child
headteacher principal head
principal head headteacher
parent carer family
field-trip excursion trip
playground play
club group activity
sport game team
coach train
football soccer
swimming swim
choir sing singing vocal
orchestra ensemble music
band group ensemble
song piece music
concert performance gig
performance show concert
theatre stage drama play
actor performer
dance dancing ballet
script screenplay
film shoot movie
camera filming photography
edit cut
editor edit editing
editorial edit
headline title
interview question conversation
story report article feature
investigation investigative inquiry
source contact
column article
magazine journal publication
journal magazine publication
copy text content
copywriting copy write
slogan tagline
poster flyer leaflet
leaflet flyer brochure
brochure leaflet catalogue
newsletter bulletin
blog post
follower subscriber audience
subscriber follower reader
audience reader viewer follower public
viewer audience
impression view reach
click visit
engagement interaction
lead prospect enquiry
prospect lead potential
pipeline funnel
funnel pipeline
conversion rate
deal contract sale
territory region area
quota target
commission bonus
bonus reward incentive
incentive bonus reward
upselling upsell cross-sell
account client customer
retention renewal keep
renewal renew
churn cancellation loss
cancellation cancel
complaint grievance dissatisfaction
satisfaction csat rating nps
nps satisfaction
call ring phone telephone
call-center contact-centre helpline
helpline hotline
hotline helpline
helpdesk support service-desk
ticket request
outage incident
user account
account login
password credential
login sign-in access
access permission entry
permission access right
laptop notebook computer pc
desktop computer pc
printer print
tablet device
phone smartphone mobile
backup restore copy
restore recover
patch update
upgrade update
install deploy set-up
cloud aws azure gcp hosted
server host
cluster node
container docker kubernetes
monitoring alert observability
alert alarm notification
alarm alert
log logging record
test qa check
testing test qa
unit-test test
bug defect issue
release version rollout
version release
branch merge
commit change
merge pull-request
pull-request merge review
repository repo codebase
repo repository
codebase code repository
backend server api
frontend ui interface browser
browser web
interface ui screen
screen page interface display
layout design
prototype mockup wireframe
wireframe mockup sketch prototype
usability user-friendly ux
accessibility accessible wcag
accessible accessibility
component widget element module
widget component
state data
cache caching
query request sql
request call query
schema model structure
table database
warehouse data
lake data
batch nightly job
job task process
stream streaming real-time
real-time live
live production real-time
event message
message event
queue message
throughput volume capacity
load volume demand traffic
scale volume
memory ram
disk storage drive
storage disk
file document
record row entry
row record
dataset corpus data
corpus text collection
feature variable attribute
classifier model classification
classification classify
regression model
cluster segment group
segment group cluster
recommendation recommender
recommender recommendation
accuracy precision
inference prediction
training train
sensor instrument
instrument device sensor tool
measurement measure reading
experiment trial test
assay test
protocol procedure
reagent chemical
chemical reagent substance
compound substance
synthesis synthesize
synthesize make produce
microscope microscopy
microscopy microscope
spectroscopy spectrometer
cell culture
protein enzyme
gene genetic dna
genetic gene dna
dna gene genome genetic
genome dna genetic
species organism animal
manuscript paper article
abstract summary
conference symposium meeting congress
symposium conference
poster presentation
peer-review review
citation reference
hypothesis theory
theory hypothesis
simulation model
equation formula
statistics statistical analysis
significance significant
sample specimen
excavation dig
archive records
artefact artifact object
exhibit display
catalogue index inventory list
list catalogue register inventory
register list record enrol
manuscript document
conservation preserve restoration
preservation conserve preserve
digitize scan digitise digital
scan digitize
metadata data
lawyer solicitor attorney counsel
client customer
litigation lawsuit court dispute
lawsuit litigation case claim
claim case demand
contract agreement
clause term
term condition clause
negotiation negotiate
settlement agreement settle
compliance regulatory conformity
regulator authority
authority regulator government
audit inspection
fraud crime
evidence proof
witness testimony
court judge trial
trial court
police officer
guard security
fire blaze
firefighter fire
emergency crisis
drill exercise
mission operation
soldier military
platoon unit squad
budget finance funds
forecast projection outlook
variance deviation
reconciliation reconcile match
ledger account
journal entry
entry posting record
invoice bill
creditor supplier payable
debtor customer receivable
overdue late outstanding unpaid
arrears overdue
cash-flow liquidity
liquidity cash
asset property
depreciation amortization
inventory stock
valuation value
portfolio holding investment
investment invest
investor shareholder
loan credit mortgage lending
mortgage loan
insurance policy cover
policyholder insured
premium fee
fee charge
tax vat
vat tax
payroll wages
wage salary pay
expense cost
saving cut reduction
profitability profit margin
month-end close closing
year-end annual close
reporting report
recruitment hiring recruiting hire recruit staffing
candidate applicant
applicant candidate
interview meeting
vacancy post opening
onboarding induction orientation welcome
induction onboarding
appraisal review evaluation
absence absenteeism sick
sick ill absence
leave absence vacation holiday
holiday vacation leave
turnover attrition leave leaver resign quit
sysadmin administrator
wide wider widely broad
grievance complaint dispute
union labour
workforce staff employees
headcount staff employees
talent staff
culture climate
wellbeing well-being health
office administrative clerical
administrative admin clerical office administration
admin administrative
clerical administrative office
filing file archive
correspondence mail letters email
minutes record notes
agenda meeting
diary calendar schedule appointment
appointment meeting booking visit
travel trip arrangement
arrangement arrange
purchase buy order
supplier vendor
typing keyboard
data-entry input
input entry
mailing mail
switchboard phone telephone
visitor guest
secretary assistant
assistant aide helper
helper assistant
volunteer helper
board trustee
trustee board
treasurer treasury money accounts
chairman chair
member participant
committee panel group
council local-government
mayor municipal
citizen resident public
public citizen people
resident inhabitant
village town community
neighbourhood district
district area
parish church
church faith religious
election campaign
petition campaign
policy rule
stakeholder party
strategy plan
vision goal
roadmap plan
milestone deadline stage
deadline milestone
deliverable output result
scope extent
risk hazard
issue problem
dependency link
sprint iteration
iteration sprint round
backlog list
stand-up meeting
retrospective review
workshop session
kick-off start
handover transfer
rollout roll launch deployment introduction implementation
introduction launch rollout
pilot trial test
change transformation
transformation change
improvement better enhancement
enhancement improvement
excellence quality
lean efficiency
bottleneck constraint
shortage lack gap
lack absence shortage
surplus excess
excess surplus
peak maximum top
top best leading
best top
half fifty
third thirty-three
quarter twenty-five
fifth twenty
double twofold
journey trip ride travel tour
triple threefold
percent percentage
majority most
minority few
average typical
typical average
annual year
fortnight two-week
overnight night
hourly hour
timely on-time punctual
on-time punctual timely
punctual on-time
early ahead
late delayed overdue
short-dated date expiry
expiry date short-dated
"""
