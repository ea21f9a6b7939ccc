"""Verbs (and their nouns) that an honest paraphrase may put for one another; one group a line.

`gate.meaning` takes a word for proven when a word of the same group stands in the evidence. Strength of role
("helped" against "led") is no matter here: `gate.promotions` looks at that.
"""

from typing import Final

GROUPS: Final = """
founded start set-up establish launch create initiate begin
reduce cut lower decrease shrink trim slash minimize drop save curtail halve bring-down less fewer down diminish lessen ease shorten shorter cheaper smaller saving
increase grow raise boost lift expand improve rise gain more higher up enlarge extend scale climb bigger greater larger double
improve enhance better optimize upgrade refine strengthen streamline tune sharpen polish simplify faster efficient efficiency modernize perfect
speed fast quick rapid accelerate faster quicker performance latency time throughput sooner shorten velocity pace slow
build develop create make construct implement produce write code engineer design craft program set-up establish assemble put-together author form
architect architected design plan
create invent develop devise design
design plan architect draft sketch draw model conceive devise layout blueprint
implement introduce roll-out deploy launch install adopt apply put-in-place bring-in execute start set-up establish carry-out realize release
launch release ship publish deliver open start go-live debut
deploy release ship install roll-out host publish push
migrate move transfer port convert transition shift relocate switch replace
script code write program automate develop
automate automatic script scripting self-running
lead manage direct head run oversee supervise coordinate guide charge responsible steer govern
manage run handle administer operate maintain oversee look-after responsible control care charge own
coordinate organize arrange schedule plan align orchestrate run manage
organize arrange set-up plan host hold stage run
supervise oversee monitor manage line-manage lead watch guide
maintain keep support service look-after update upkeep uphold preserve run sustain
support help assist aid back enable service helpdesk serve look-after
collaborate work together partner team-up cooperate jointly liaise liaison joint side pair alongside
communicate speak talk present report explain inform discuss tell brief convey
present presentation talk show demonstrate speak pitch showcase
teach train instruct educate coach mentor tutor lecture onboard school lesson class
mentor coach guide advise train teach tutor buddy
train training course workshop instruct onboard induct induction teach session
learn study train acquire read pick-up
advise consult counsel recommend guide suggest guidance advice consultant
research investigate study explore examine inquire analyze look-into
analyze examine evaluate study assess review interpret break-down look investigate insight
evaluate assess appraise review judge measure rate test check score assessment
review check inspect audit examine verify revise proof-read proofread read
test verify check validate examine trial try qa quality-assurance
monitor track watch observe follow supervise measure record
measure track quantify count gauge calculate metric kpi
calculate compute work-out figure determine estimate
forecast predict project estimate anticipate prediction prognosis
plan prepare schedule roadmap strategy organize
prepare make ready compile produce draft write draw-up put-together set-up
write draft author compose document record publish produce pen
document record write log note paperwork documentation file
report summarize present write statement account
record log register document note enter enter capture keep
file archive store keep catalogue
sell sale market vend close deal revenue upsell
negotiate bargain agree deal broker settle
buy purchase procure procurement source order acquire acquisition
hire recruit employ staff appoint onboard recruitment select hiring bring-on
promote advertise market publicize campaign advance raise
win earn gain receive secure award obtain get achieve land
award prize honor honour scholarship medal recognition recognize win won grant distinction
achieve reach attain accomplish hit meet exceed deliver fulfil complete
exceed surpass beat outperform above over
complete finish conclude close deliver finalize done end
solve fix resolve repair troubleshoot correct debug remedy sort handle clear address
fix repair mend correct patch restore
identify find detect discover spot recognize uncover diagnose notice catch locate
diagnose identify troubleshoot detect find
prevent avoid stop block protect eliminate
eliminate remove delete get-rid drop abolish end clear away
protect secure safeguard guard defend security safe
integrate connect combine link join merge unify tie hook bring-together
combine merge unify consolidate bring-together join blend
consolidate merge combine unify centralize bring-together pool
collect gather compile capture obtain acquire harvest pull
clean cleanse tidy scrub prepare purify
transform convert change turn modernize reshape process
change alter modify adapt adjust edit update revise amend
adapt adjust tailor customize fit modify
update upgrade refresh renew revise modernize
replace swap substitute exchange switch supersede
restructure reorganize reshape overhaul refactor rework redesign rebuild revamp renovate rewrite
refactor rewrite restructure clean rework
redesign rework overhaul remodel revamp rebuild
standardize unify harmonize normalize consistent common
process handle deal work treat run
handle deal process manage respond answer take-care field treat take
answer respond reply field handle
serve help assist attend wait service look-after
greet welcome receive meet
operate run use work drive handle
use apply employ utilize work leverage with rely operate using via
apply use implement
drive lead push propel move transport
deliver provide give supply ship bring present hand produce
provide give offer supply deliver serve furnish
supply provide deliver stock
ship send dispatch deliver transport mail
receive get take accept obtain send give
contribute help take-part participate add give input involve
participate take-part join attend involve contribute engage
attend visit join go
join enter enroll become
initiate start begin launch found introduce kick-off establish set-up
found establish start create set-up co-found begin launch
facilitate moderate run lead enable ease host
motivate encourage inspire engage
encourage motivate support foster promote
foster build nurture encourage develop promote
ensure make-sure guarantee secure keep assure safeguard certain see
approve sign-off authorize clear accept
comply compliance conform adhere follow meet regulatory regulation standard
follow adhere observe obey
enforce apply uphold implement
inspect check examine audit survey
audit review inspect check examine examination auditor
balance reconcile settle tie match
reconcile balance match settle agree
pay payment settle disburse remit
invoice bill billing receivable
budget fund money spend cost finance financial
fund finance pay sponsor grant money raise
raise fundraise collect gather
invest fund put-in investment
close shut finish end
open start launch unlock
translate interpret render localize convert
interpret translate read explain
edit revise proof-read correct proofread
film shoot record video
photograph shoot picture photo photography
illustrate draw picture illustration
draw sketch illustrate
play perform
perform carry-out do conduct execute run act play undertake
conduct carry-out run perform lead do hold undertake
execute carry-out perform run implement do
care look-after nurse treat attend
treat care cure therapy treatment
administer give manage dispense run
assess evaluate check examine
clean tidy wash sanitize hygiene
cook prepare make chef food
bake cook
assemble build put-together fit
install fit set-up mount put-in
weld join
drive transport deliver
load fill stack
pack package wrap
sort order classify arrange categorize group
classify categorize sort label group
label tag mark annotate
search find look seek query
query search ask
store keep save hold archive
retrieve fetch get find obtain
visualize chart plot graph show display dashboard picture
display show present exhibit
demonstrate show prove present
share spread pass exchange distribute
distribute share deliver hand-out spread
spread share disseminate
represent stand speak act
influence persuade convince shape
persuade convince influence
resolve settle solve
mediate settle resolve
restore recover bring-back return repair
recover restore get-back
backup copy save
configure set-up customize tune arrange setup
customize tailor adapt configure
calibrate adjust tune set
control manage regulate steer check
regulate control govern
schedule plan book arrange timetable rota
book reserve schedule
assign allocate give distribute
allocate assign distribute budget
delegate assign hand
prioritize rank order triage
triage prioritize sort
escalate raise pass
respond react answer
negotiate renegotiate
rotate shift
cover fill stand-in span include
include contain cover comprise involve with
involve include take
require need demand
enable allow let help make-possible
allow let enable permit
save spare keep rescue
free release save spare
achieve success successful
generate produce create make yield bring-in
earn make generate bring-in
convert turn change
retain keep hold
engage involve interact connect
connect link join
attract draw bring-in
acquire get buy gain win
expand extend grow widen broaden open
extend lengthen expand prolong
scale grow expand size
host run hold hosting
moderate run chair
chair lead head preside run
vote elect choose
elect choose vote
choose select pick decide
select choose pick shortlist
compare contrast benchmark
benchmark compare measure
simulate model
model simulate represent
publish release print issue paper article
cite quote reference
explain describe clarify illustrate break-down
describe explain portray
define set specify determine establish
specify define detail
determine decide find establish set
decide choose determine
aim seek try
try attempt test
experiment test trial pilot try
pilot trial test
prototype model mock-up draft
brainstorm ideate
pioneer introduce first initiate
volunteer voluntary unpaid charity
graduate finish complete earn degree
study read learn degree course
major specialize focus
specialize focus concentrate expert
focus concentrate center
rank place rate
qualify certify license accredit
certify license qualify accredit certificate certification
represent stand
travel commute
relocate move
return come-back
handover hand-over transfer pass
supply stock replenish
stock shelve replenish inventory
count tally inventory
weigh measure
deploy field
patrol guard
guard protect
rescue save
drill exercise practice
practise practice exercise
rehearse practice
coach train
compete contest competition race
score earn
sponsor fund
oversee supervise manage charge responsible run
own responsible charge
guide lead steer show
host present
upsell cross-sell sell
chase follow-up pursue
follow-up chase
log-in sign-in
ingest load import take-in pull
extract pull take
parse read
scrape crawl pull extract
aggregate combine sum pool
validate check verify confirm
debug fix troubleshoot
compile build
profile measure
cache store
index catalogue
encrypt secure
authenticate log-in
patch fix update
provision set-up create
containerize package
orchestrate coordinate schedule
stream broadcast
render draw display
simplify reduce fewer streamline less ease
dissertation thesis write paper
article write post blog column
report write prepare
runbook write document guide
participate take-part part join attend
relocate move
teammate colleague
rotate move switch between
remedy correct fix corrective solution
cause reason investigate
consist comprise include
equal split divide allocate share
experiment test try
no-show missed absence
text-message sms message
thanks through because
break split divide separate
refund return
add contribute
supply provide
"""
