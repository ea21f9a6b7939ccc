"""The words of the interview sheet: by language and topic, questions and advice in several forms, so that none comes twice.

Pure data for `letters.interview_sheet`. `{it}` is the very thing the sentence names: "12 hours each month", "Kafka".
A language that is not here is asked in English.
"""

from typing import Final

from msgspec import Struct

CHANGE: Final = "change"
NUMBER: Final = "number"
TECHNOLOGY: Final = "technology"
PEOPLE: Final = "people"
STUDY: Final = "study"
CERTIFICATE: Final = "certificate"
AWARD: Final = "award"
TIME: Final = "time"
DEED: Final = "deed"


class Phrases(Struct, frozen=True):
    """Questions in the order they are asked, and advice; each is used once before any is used again."""

    questions: tuple[str, ...]
    advice: tuple[str, ...]


class Language(Struct, frozen=True):
    """All that the sheet says in one language; gaps have a form for what the job demands and one for its wishes."""

    topics: dict[str, Phrases]
    gap: Phrases
    wish: Phrases


_EN: Final = Language(
    topics={
        CHANGE: Phrases(
            (
                "What exactly brought it {it}?",
                "How do you know that it was your change that did it?",
                "What did you try on the way that did not help?",
                "Did it stay that way, and who watches it now?",
            ),
            (
                "Be ready to draw before and after, and to name the one step that did most of it.",
                "Say what you measured before you changed anything. Without that, a change is only a claim.",
            ),
        ),
        NUMBER: Phrases(
            (
                "Where does the figure “{it}” come from?",
                "What is “{it}” to be compared with: what was it before, or elsewhere?",
                "Which part of “{it}” was your own work?",
                "“{it}”: over what time was that, and has it held since?",
                "Who would confirm “{it}” if we asked?",
            ),
            (
                "Know the source of the figure, what it was before, and your own share. If it is an estimate, say so first.",
                "A figure invites doubt: have ready how it was counted, and by whom.",
                "Say the figure as the resume says it. Rounding it up in the room is how trust is lost.",
            ),
        ),
        TECHNOLOGY: Phrases(
            (
                "What did you build with {it}, and why with that?",
                "Which limit of {it} did you run into, and what did you do about it?",
                "What would you do otherwise with {it} today?",
                "How would you explain {it} to a colleague who has never used it?",
                "When would you advise against {it}?",
            ),
            (
                "Have one piece of work ready that you can draw on a board: the problem, the choice, what it cost.",
                "Say plainly how deep you go: what you did by yourself, and what you only used as others had set it up.",
                "Look at the newest version before the interview. You will be asked what has changed.",
            ),
        ),
        PEOPLE: Phrases(
            (
                "Who were they, and what did you decide and what did they?",
                "Tell us of a disagreement among them. How did it end?",
                "How could you tell that somebody had learned something from you?",
                "What did you do when one of them did not keep up?",
                "How did they hear from you that something was not good enough?",
            ),
            (
                "Think of one person, without a name: where they stood, what you did, where they stood after it.",
                "Say 'we' for what they did and 'I' for what you decided. Interviewers listen for the difference.",
            ),
        ),
        STUDY: Phrases(
            (
                "Which part of your studies do you use at work today?",
                "What was your thesis or final project about, in two sentences?",
                "What would you study otherwise, knowing the work?",
            ),
            (
                "Have one course or project ready that has to do with this job; grades are only asked if you bring them up.",
            ),
        ),
        CERTIFICATE: Phrases(
            (
                "Until when is it valid, and what was the hardest part of it?",
                "Where have you used it since?",
                "What did it teach you that you did not know from work?",
            ),
            ("Bring the paper or its number. Say when it ends, and how you keep it up.",),
        ),
        AWARD: Phrases(
            (
                "What did you get it for, and who chose?",
                "Who else had a part in it?",
                "What changed for you afterwards?",
            ),
            ("Name the others who had a part in it. It makes yours more believable, not smaller.",),
        ),
        TIME: Phrases(
            (
                "What did you do at the beginning of that time, and what at the end?",
                "Why did you stay as long as that, or why did you leave?",
                "Which year of it taught you most?",
            ),
            (
                "Have the months in your head as the resume has them. A gap is no fault; a date that moves is one.",
                "Tell it as a way: what you could do first, and what you were trusted with last.",
            ),
        ),
        DEED: Phrases(
            (
                "Take us through it: how did it begin, what did you do, how did it end?",
                "What was the hardest part of it, and what did you learn there?",
                "Who asked for it, and what did they say when it was done?",
                "What would have happened without you?",
                "If you did it again, what would you leave out?",
                "How did you decide what to do first?",
                "Who else worked on it, and which part was yours?",
                "What did you have to give up for it?",
            ),
            (
                "Tell it in a minute: the situation, your task, what you did, what came of it.",
                "Prepare one detail that only somebody who was there can know.",
                "Say what went wrong, too. A story without it sounds learned by heart.",
                "End with the result, and with what you took from it for the next time.",
            ),
        ),
    },
    gap=Phrases(
        (
            "The advertisement asks for “{it}”. What can you bring there?",
            "We need “{it}”. Where do you stand with that?",
            "“{it}”: how would you make up for that?",
            "How soon could you do what “{it}” asks?",
        ),
        (
            "Say plainly that your resume does not show it. Then name what is nearest to it, and that it is not the same.",
            "Do not stretch anything. Say how you learned something like it before, and how long that took.",
            "If you have it and left it out, say so and where. If not, say what you would do in the first month.",
            "A short honest 'not yet' and a plan are worth more than a long answer around it.",
        ),
    ),
    wish=Phrases(
        (
            "“{it}” would be welcome. Have you had anything to do with it?",
            "How do you think about “{it}”, which we would like to see?",
        ),
        (
            "It is a wish and no condition: a short 'no', and what you would like to learn of it, is enough.",
            "Say so if you have not had to do with it, and go on to what you can do.",
        ),
    ),
)
_DE: Final = Language(
    topics={
        CHANGE: Phrases(
            (
                "Was genau hat es {it} gebracht?",
                "Woran sehen Sie, dass es an Ihrer Änderung lag?",
                "Was haben Sie auf dem Weg versucht, das nicht geholfen hat?",
            ),
            ("Zeigen Sie Vorher und Nachher, und nennen Sie den einen Schritt, der am meisten gebracht hat.",),
        ),
        NUMBER: Phrases(
            (
                "Woher kommt die Zahl „{it}“?",
                "Womit ist „{it}“ zu vergleichen: Wie war es davor oder anderswo?",
                "„{it}“: Welcher Teil davon war Ihre eigene Arbeit?",
                "Wer würde „{it}“ bestätigen, wenn wir fragten?",
            ),
            (
                "Kennen Sie die Quelle der Zahl, den Wert davor und Ihren eigenen Anteil. Ist es eine Schätzung, sagen Sie es zuerst.",
                "Nennen Sie die Zahl so, wie sie im Lebenslauf steht; aufrunden kostet Vertrauen.",
            ),
        ),
        TECHNOLOGY: Phrases(
            (
                "Was haben Sie mit {it} gebaut, und warum damit?",
                "An welche Grenze von {it} sind Sie gestoßen, und was haben Sie dann getan?",
                "Was würden Sie mit {it} heute anders machen?",
                "Wann würden Sie von {it} abraten?",
            ),
            (
                "Halten Sie eine Arbeit bereit, die Sie an eine Tafel zeichnen können: Problem, Entscheidung, Preis.",
                "Sagen Sie offen, wie tief Ihr Wissen reicht: was Sie selbst gemacht und was Sie nur benutzt haben.",
            ),
        ),
        PEOPLE: Phrases(
            (
                "Wer war das, und was haben Sie entschieden und was die anderen?",
                "Erzählen Sie von einem Streit in der Gruppe. Wie ging er aus?",
                "Woran haben Sie gemerkt, dass jemand bei Ihnen etwas gelernt hat?",
            ),
            ("Denken Sie an einen Menschen, ohne Namen: wo er stand, was Sie taten, wo er danach stand.",),
        ),
        STUDY: Phrases(
            (
                "Welchen Teil Ihrer Ausbildung brauchen Sie heute bei der Arbeit?",
                "Worum ging es in Ihrer Abschlussarbeit, in zwei Sätzen?",
            ),
            ("Halten Sie ein Fach oder Projekt bereit, das mit dieser Stelle zu tun hat.",),
        ),
        CERTIFICATE: Phrases(
            ("Bis wann gilt es, und was war daran am schwersten?", "Wo haben Sie es seither gebraucht?"),
            ("Bringen Sie den Nachweis mit, und sagen Sie, wann er endet und wie Sie ihn erneuern.",),
        ),
        AWARD: Phrases(
            ("Wofür haben Sie das bekommen, und wer hat entschieden?", "Wer hatte noch Anteil daran?"),
            ("Nennen Sie die anderen, die Anteil hatten; das macht Ihren glaubhafter, nicht kleiner.",),
        ),
        TIME: Phrases(
            (
                "Was haben Sie am Anfang dieser Zeit getan, und was am Ende?",
                "Warum sind Sie so lange geblieben, oder warum sind Sie gegangen?",
            ),
            ("Haben Sie die Monate so im Kopf, wie sie im Lebenslauf stehen. Eine Lücke ist kein Fehler.",),
        ),
        DEED: Phrases(
            (
                "Wie fing es an, was haben Sie getan, wie ging es aus?",
                "Was war daran am schwersten, und was haben Sie dabei gelernt?",
                "Wer wollte es haben, und was sagte man, als es fertig war?",
                "Was wäre ohne Sie geschehen?",
                "Wie haben Sie entschieden, womit Sie anfangen?",
                "Wer hat noch daran gearbeitet, und welcher Teil war Ihrer?",
            ),
            (
                "Erzählen Sie es in einer Minute: Lage, Aufgabe, was Sie taten, was daraus wurde.",
                "Halten Sie eine Einzelheit bereit, die nur kennt, wer dabei war.",
                "Sagen Sie auch, was schiefging. Ohne das klingt es auswendig gelernt.",
            ),
        ),
    },
    gap=Phrases(
        (
            "In der Anzeige steht „{it}“. Was bringen Sie dafür mit?",
            "Wir brauchen „{it}“. Wie steht es damit bei Ihnen?",
            "„{it}“: Wie würden Sie das ausgleichen?",
        ),
        (
            "Sagen Sie offen, dass Ihr Lebenslauf das nicht zeigt. Nennen Sie dann, was dem am nächsten kommt, und dass es nicht dasselbe ist.",
            "Dehnen Sie nichts. Sagen Sie, wie Sie Ähnliches früher gelernt haben und wie lange es gedauert hat.",
            "Haben Sie es und nur nicht erwähnt, sagen Sie, wo. Sonst: was Sie im ersten Monat tun würden.",
        ),
    ),
    wish=Phrases(
        ("„{it}“ wäre schön. Hatten Sie schon damit zu tun?",),
        ("Es ist ein Wunsch und keine Bedingung: Ein kurzes Nein, und was Sie daran lernen möchten, genügt.",),
    ),
)
_FR: Final = Language(
    topics={
        CHANGE: Phrases(
            (
                "Qu'est-ce qui l'a fait passer {it} ?",
                "Comment savez-vous que c'est votre changement qui a compté ?",
                "Qu'avez-vous essayé en chemin qui n'a pas servi ?",
            ),
            ("Montrez l'avant et l'après, et nommez l'étape qui a le plus compté.",),
        ),
        NUMBER: Phrases(
            (
                "D'où vient le chiffre « {it} » ?",
                "À quoi faut-il comparer « {it} » : qu'en était-il avant, ou ailleurs ?",
                "« {it} » : quelle part vient de votre propre travail ?",
                "Qui confirmerait « {it} » si nous le demandions ?",
            ),
            (
                "Connaissez la source du chiffre, sa valeur d'avant et votre part. Si c'est une estimation, dites-le d'abord.",
                "Dites le chiffre comme le CV le dit ; l'arrondir coûte la confiance.",
            ),
        ),
        TECHNOLOGY: Phrases(
            (
                "Qu'avez-vous construit avec {it}, et pourquoi avec cela ?",
                "Quelle limite de {it} avez-vous rencontrée, et qu'avez-vous fait ?",
                "Que feriez-vous autrement avec {it} aujourd'hui ?",
                "Quand déconseilleriez-vous {it} ?",
            ),
            (
                "Préparez un travail que vous pouvez dessiner au tableau : le problème, le choix, son prix.",
                "Dites franchement jusqu'où vous allez : ce que vous avez fait, et ce que vous avez seulement utilisé.",
            ),
        ),
        PEOPLE: Phrases(
            (
                "Qui étaient ces personnes, et que décidiez-vous, vous ?",
                "Racontez un désaccord dans le groupe. Comment a-t-il fini ?",
                "À quoi avez-vous vu que quelqu'un avait appris avec vous ?",
            ),
            (
                "Pensez à une personne, sans la nommer : où elle en était, ce que vous avez fait, où elle en est arrivée.",
            ),
        ),
        STUDY: Phrases(
            (
                "Quelle partie de vos études vous sert au travail aujourd'hui ?",
                "De quoi parlait votre mémoire, en deux phrases ?",
            ),
            ("Préparez un cours ou un projet qui touche à ce poste.",),
        ),
        CERTIFICATE: Phrases(
            (
                "Jusqu'à quand est-ce valable, et quel en était le plus difficile ?",
                "Où vous en êtes-vous servi depuis ?",
            ),
            ("Apportez le document, et dites quand il expire et comment vous le renouvelez.",),
        ),
        AWARD: Phrases(
            ("Pour quoi l'avez-vous reçu, et qui a choisi ?", "Qui d'autre y a eu part ?"),
            ("Nommez ceux qui y ont eu part ; votre rôle en devient plus crédible.",),
        ),
        TIME: Phrases(
            (
                "Que faisiez-vous au début de cette période, et que faisiez-vous à la fin ?",
                "Pourquoi êtes-vous resté aussi longtemps, ou pourquoi êtes-vous parti ?",
            ),
            ("Ayez les mois en tête comme le CV les donne. Un trou n'est pas une faute.",),
        ),
        DEED: Phrases(
            (
                "Comment cela a-t-il commencé, qu'avez-vous fait, comment cela a-t-il fini ?",
                "Quel en était le plus difficile, et qu'y avez-vous appris ?",
                "Qui l'avait demandé, et qu'en a-t-on dit ensuite ?",
                "Que se serait-il passé sans vous ?",
                "Comment avez-vous choisi par où commencer ?",
                "Qui d'autre y a travaillé, et quelle part était la vôtre ?",
            ),
            (
                "Racontez-le en une minute : la situation, la tâche, ce que vous avez fait, le résultat.",
                "Préparez un détail que seul connaît quelqu'un qui y était.",
                "Dites aussi ce qui a mal tourné ; sans cela, le récit semble appris.",
            ),
        ),
    },
    gap=Phrases(
        (
            "L'annonce demande « {it} ». Qu'apportez-vous là-dessus ?",
            "Il nous faut « {it} ». Où en êtes-vous ?",
            "« {it} » : comment le compenseriez-vous ?",
        ),
        (
            "Dites franchement que votre CV ne le montre pas. Puis nommez ce qui s'en rapproche, et que ce n'est pas la même chose.",
            "N'étirez rien. Dites comment vous avez appris une chose semblable, et en combien de temps.",
            "Si vous l'avez et l'avez omis, dites où. Sinon, dites ce que vous feriez le premier mois.",
        ),
    ),
    wish=Phrases(
        ("« {it} » serait un plus. Y avez-vous déjà touché ?",),
        ("C'est un souhait et non une condition : un « non » bref et l'envie d'apprendre suffisent.",),
    ),
)
_ES: Final = Language(
    topics={
        CHANGE: Phrases(
            (
                "¿Qué lo llevó {it}?",
                "¿Cómo sabe que fue su cambio lo que funcionó?",
                "¿Qué probó en el camino que no sirvió?",
            ),
            ("Muestre el antes y el después, y nombre el paso que más contó.",),
        ),
        NUMBER: Phrases(
            (
                "¿De dónde sale la cifra «{it}»?",
                "¿Con qué hay que comparar «{it}»: cómo era antes, o en otra parte?",
                "«{it}»: ¿qué parte fue trabajo suyo?",
                "¿Quién confirmaría «{it}» si preguntáramos?",
            ),
            (
                "Conozca la fuente de la cifra, el valor anterior y su parte. Si es una estimación, dígalo primero.",
                "Diga la cifra como está en el currículum; redondearla cuesta la confianza.",
            ),
        ),
        TECHNOLOGY: Phrases(
            (
                "¿Qué construyó con {it}, y por qué con eso?",
                "¿Con qué límite de {it} se encontró, y qué hizo?",
                "¿Qué haría hoy de otra manera con {it}?",
                "¿Cuándo desaconsejaría {it}?",
            ),
            (
                "Prepare un trabajo que pueda dibujar en una pizarra: el problema, la elección, su precio.",
                "Diga con franqueza hasta dónde llega: qué hizo usted y qué solo utilizó.",
            ),
        ),
        PEOPLE: Phrases(
            (
                "¿Quiénes eran, y qué decidía usted?",
                "Cuente un desacuerdo en el grupo. ¿Cómo terminó?",
                "¿En qué notó que alguien había aprendido con usted?",
            ),
            ("Piense en una persona, sin nombrarla: dónde estaba, qué hizo usted, dónde llegó.",),
        ),
        STUDY: Phrases(
            (
                "¿Qué parte de sus estudios usa hoy en el trabajo?",
                "¿De qué trataba su trabajo final, en dos frases?",
            ),
            ("Prepare una asignatura o un proyecto que tenga que ver con este puesto.",),
        ),
        CERTIFICATE: Phrases(
            ("¿Hasta cuándo vale, y qué fue lo más difícil?", "¿Dónde lo ha usado desde entonces?"),
            ("Lleve el documento, y diga cuándo vence y cómo lo renueva.",),
        ),
        AWARD: Phrases(
            ("¿Por qué se lo dieron, y quién decidió?", "¿Quién más tuvo parte en ello?"),
            ("Nombre a quienes tuvieron parte; hace la suya más creíble.",),
        ),
        TIME: Phrases(
            (
                "¿Qué hacía al principio de ese tiempo, y qué al final?",
                "¿Por qué se quedó tanto tiempo, o por qué se fue?",
            ),
            ("Tenga los meses en la cabeza como están en el currículum. Un hueco no es una falta.",),
        ),
        DEED: Phrases(
            (
                "¿Cómo empezó, qué hizo usted, cómo terminó?",
                "¿Qué fue lo más difícil, y qué aprendió ahí?",
                "¿Quién lo pidió, y qué dijeron cuando estuvo hecho?",
                "¿Qué habría pasado sin usted?",
                "¿Cómo decidió por dónde empezar?",
                "¿Quién más trabajó en ello, y qué parte fue suya?",
            ),
            (
                "Cuéntelo en un minuto: la situación, la tarea, lo que hizo, el resultado.",
                "Prepare un detalle que solo conoce quien estuvo allí.",
                "Diga también qué salió mal; sin eso suena aprendido de memoria.",
            ),
        ),
    },
    gap=Phrases(
        (
            "El anuncio pide «{it}». ¿Qué aporta usted ahí?",
            "Necesitamos «{it}». ¿Cómo está usted en eso?",
            "«{it}»: ¿cómo lo compensaría?",
        ),
        (
            "Diga con franqueza que su currículum no lo muestra. Luego nombre lo más cercano, y que no es lo mismo.",
            "No estire nada. Diga cómo aprendió algo parecido antes, y cuánto tardó.",
            "Si lo tiene y lo omitió, diga dónde. Si no, diga qué haría el primer mes.",
        ),
    ),
    wish=Phrases(
        ("«{it}» sería bienvenido. ¿Ha tenido algo que ver con ello?",),
        ("Es un deseo y no una condición: basta un «no» breve y lo que le gustaría aprender.",),
    ),
)
LANGUAGES: Final[dict[str, Language]] = {"en": _EN, "de": _DE, "fr": _FR, "es": _ES}


def language_of(code: str) -> Language:
    """Return the words of a language, English where there are none."""
    return LANGUAGES.get(code, _EN)
