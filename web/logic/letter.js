/**
 * The state of one letter as a reducer: events in, a new state out, nothing of the page in here.
 *
 * Deltas follow the rule of the protocol: the next `seq` is used, one already used is dropped, a gap sets `behind`
 * and keeps what came too early until a snapshot (`letter`) fills it.
 */

export const ENDINGS = ["completed", "needs_input", "failed", "cancelled"];
const WAKING = "waking";
const STAGES = ["queued", "retrieving", "waiting", "writing", "checking"];

/** Return the state of a letter of which nothing but its id is known. */
export function newLetter(letterId) {
  return {
    letterId,
    status: "queued",
    stage: "queued",
    createdAt: null,
    resumeId: null,
    jobTitle: null,
    company: null,
    requirements: null,
    draft: 0,
    seq: 0,
    text: "",
    early: [],
    behind: false,
    reviews: {},
    sentences: [],
    questions: [],
    drafts: 0,
    model: null,
    usage: null,
    note: null,
    code: null,
    message: null,
    version: 0,
    waitSeconds: null,
    jobDescription: "",
    options: null,
    regeneratedFrom: null,
    regeneratedAs: [],
  };
}

/** Return whether nothing more will come. */
export function isOver(state) {
  return ENDINGS.includes(state.status);
}

/**
 * Return `{before, after}` of a letter, ids or null: what it was written in place of, and the newest that was written in
 * its place. `others` are states of letters of which its own snapshot may not know yet.
 */
export function relatives(state, others) {
  const newer = [...others].filter((other) => other.regeneratedFrom === state.letterId).sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  return { before: state.regeneratedFrom, after: newer[0]?.letterId ?? state.regeneratedAs[0] ?? null };
}

/** Return the state of a letter after another one was erased. */
export function withoutRelative(state, letterId) {
  const after = state.regeneratedAs.filter((other) => other !== letterId);
  return { ...state, regeneratedFrom: state.regeneratedFrom === letterId ? null : state.regeneratedFrom, regeneratedAs: after };
}

/** Return the state after an event about this letter; the same object when the event changes nothing. */
export function reduceLetter(state, event) {
  if (event.letter_id !== state.letterId) return state;
  if (event.type === "letter") return withSnapshot(state, event);
  if (isOver(state)) return state;
  const reduce = REDUCERS[event.type];
  return reduce ? reduce(state, event) : state;
}

const REDUCERS = {
  "letter.progress": withProgress,
  "letter.matches": (state, event) => ({
    ...state,
    requirements: event.requirements,
    jobTitle: event.job_title ?? null,
    company: event.company ?? null,
  }),
  "letter.delta": withDelta,
  "letter.review": (state, event) => ({ ...state, reviews: { ...state.reviews, [event.draft]: event.findings } }),
  "letter.completed": (state, event) => ({
    ...state,
    status: "completed",
    behind: false,
    early: [],
    text: event.text,
    sentences: event.sentences,
    requirements: event.requirements,
    drafts: event.drafts,
    model: event.model,
    usage: event.usage,
    note: event.note ?? null,
    version: event.version ?? 1,
  }),
  "letter.needs_input": (state, event) => ({ ...state, status: "needs_input", questions: event.questions }),
  "letter.failed": (state, event) => ({ ...state, status: "failed", code: event.code, message: event.message }),
  "letter.cancelled": (state) => ({ ...state, status: "cancelled" }),
};

/** Stages come in their order, and one that comes late is ignored; a model that has to wake puts the letter back into the queue. */
function withProgress(state, event) {
  if (event.stage === WAKING) return { ...state, stage: WAKING, status: "queued", waitSeconds: event.wait_seconds ?? null };
  const rank = STAGES.indexOf(event.stage);
  if (rank <= STAGES.indexOf(state.stage)) return state;
  return { ...state, stage: event.stage, status: rank > 2 ? "writing" : "queued", waitSeconds: null };
}

function withDelta(state, event) {
  if (event.seq <= state.seq) return state;
  if (event.seq > state.seq + 1) {
    if (state.early.some((kept) => kept.seq === event.seq)) return state;
    const early = [...state.early, event].sort((first, second) => first.seq - second.seq);
    return { ...state, early, behind: true };
  }
  return withEarly(added(state, event));
}

function added(state, delta) {
  // A draft that a newer one has replaced only moves the count on.
  if (delta.draft < state.draft) return { ...state, seq: delta.seq };
  const text = delta.draft === state.draft ? state.text + delta.text : delta.text;
  return { ...state, seq: delta.seq, draft: delta.draft, text, status: "writing", stage: "writing" };
}

/** Use the kept deltas that now follow; what is still ahead of a gap stays. */
function withEarly(state) {
  let next = state;
  const left = [];
  for (const delta of state.early) {
    if (delta.seq <= next.seq) continue;
    if (delta.seq === next.seq + 1) next = added(next, delta);
    else left.push(delta);
  }
  return { ...next, early: left, behind: left.length > 0 };
}

function withSnapshot(state, event) {
  const over = ENDINGS.includes(event.status);
  // One that was asked for before a version was stored may arrive after it.
  if (isOver(state) && (!over || (event.version ?? 0) < state.version)) return state;
  const known = {
    ...state,
    jobDescription: event.job_description ?? "",
    options: event.options ?? null,
    regeneratedFrom: event.regenerated_from ?? null,
    regeneratedAs: event.regenerated_as ?? [],
    createdAt: event.created_at,
    resumeId: event.resume_id ?? null,
    jobTitle: event.job_title ?? state.jobTitle,
    company: event.company ?? state.company,
    requirements: event.requirements?.length ? event.requirements : state.requirements,
  };
  if (over) return finished(known, event);
  if ((event.seq ?? 0) < state.seq) return { ...known, behind: state.early.length > 0 };
  const stage = event.status === "writing" && state.stage !== WAKING && STAGES.indexOf(state.stage) < 3 ? "writing" : state.stage;
  const { seq = 0, draft = 0, text = "" } = event;
  return withEarly({ ...known, status: event.status, stage, seq, draft, text });
}

function finished(state, event) {
  return {
    ...state,
    status: event.status,
    text: event.text ?? "",
    sentences: event.sentences ?? [],
    questions: event.questions ?? [],
    drafts: event.drafts ?? 0,
    model: event.model ?? null,
    usage: event.usage ?? null,
    note: event.note ?? null,
    code: event.code ?? null,
    message: event.message ?? null,
    version: event.version ?? 0,
    early: [],
    behind: false,
  };
}
