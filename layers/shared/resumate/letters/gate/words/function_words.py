"""Words that say nothing by themselves: articles, pronouns, prepositions, conjunctions, auxiliaries.

No check asks for their proof. Negations and words of certainty are left out on purpose: they have checks.
"""

from typing import Final

_ENGLISH: Final = """
a an the this that these those such same other another each every either any all both some
i me my mine myself we us our ours ourselves you your yours he him his she her hers it its itself they them their theirs who whom whose which what
of in on at to from by for with within into onto over under about across after against along among around as before behind below beneath beside besides
between beyond down during except inside like near off out outside per since through throughout till toward towards until up upon via than then
and or but nor so yet if because while when whenever where wherever whereas whether although though unless once
be am is are was were been being have has had having do does did doing done will would shall should can could may might must
i'm i've i'd i'll it's that's you're we're they're there's what's there here how why very too also just only even still already again
more most less least much many few several one ones own well yes as'll let lets etc plus thus hence therefore however moreover furthermore additionally
further instead rather quite almost nearly approximately roughly around about first second third finally lastly next last ago now today soon later
i'd you'd we'd they'd he's she's who's where's here's we've you've they've we'll you'll it'll that'll let's
don't doesn't didn't haven't hasn't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't mustn't needn't albeit ever
both upon amid amongst alongside atop versus vs whose whichever whatever whoever
"""
_GERMAN: Final = """
der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jede jeder jedes jeden alle allen alles beide
ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem sie ihr ihre ihren ihrem ihrer ihnen er ihn ihm sein seine seinen seinem seiner es man
in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter von vom vor während wegen zu zum zur zwischen als wie
und oder aber denn doch sondern sowie sowohl auch weil dass ob wenn falls damit indem nachdem bevor obwohl während
bin bist ist sind seid war waren wart gewesen sein habe hast hat haben hatte hatten gehabt werde wird werden wurde wurden worden kann können konnte konnten könnte
soll sollen sollte will wollen wollte möchte möchten muss müssen musste darf dürfen durfte würde würden lassen ließ
so sehr mehr viel viele vielen wenig noch nur schon immer wieder dort dabei dazu darüber damit dadurch daher deshalb hier da dann derzeit aktuell heute zuletzt zuvor sowie etwa rund circa ca ihrem
der die welche welcher welches deren dessen was wer wo wofür womit worin sich selbst etc insgesamt außerdem zudem ebenso ferner gerne gern
"""
_FRENCH: Final = """
le la les l un une des du de d ce cet cette ces tout toute tous toutes autre autres même mêmes chaque
je j me m moi mon ma mes nous notre nos vous votre vos il elle ils elles lui leur leurs on se s son sa ses y en qui que qu quoi dont où lequel laquelle lesquels
à au aux avec chez dans depuis derrière devant durant entre hors jusque jusqu par parmi pendant pour près sans selon sous sur vers avant après
et ou mais donc or ni car si comme lorsque quand puisque parce afin ainsi
suis es est sommes êtes sont étais était étaient été être serai sera serait ai as a avons avez ont avais avait avaient eu avoir aurai aurait
fais fait faire peux peut pouvons pouvoir pourrais pourrait dois doit devoir vais va aller souhaite souhaiterais
très plus moins aussi encore déjà toujours ici là bien non seulement également notamment environ presque puis ensuite enfin actuellement aujourd'hui c'est j'ai d'une d'un qu'il n'ai l'un
"""
_SPANISH: Final = """
el la los las lo un una unos unas al del de este esta estos estas ese esa esos esas aquel todo toda todos todas otro otra otros otras mismo misma cada
yo me mí mi mis nosotros nos nuestro nuestra usted ustedes su sus él ella ellos ellas le les se que quien quienes cual cuales cuyo donde cuando como
a ante bajo con contra desde durante en entre hacia hasta para por según sin sobre tras
y e o u pero sino ni si porque pues aunque mientras
soy eres es somos son era eran fui fue fueron sido ser estoy está están estaba estuve estado estar he has ha hemos han había habían haber hay
hago hace hacer puedo puede poder podría debo debe quiero quisiera voy va ir tengo tiene tener tuve tenía
muy más menos también aún ya siempre aquí allí bien solo además aproximadamente casi luego después actualmente hoy así
"""

FUNCTION_WORDS: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "fr": frozenset(_FRENCH.split()),
    "es": frozenset(_SPANISH.split()),
}
