/**
 * What may travel over the socket, as tables, and the checks that hold a message to them.
 *
 * The tables are JSON inside JavaScript: a test derives them from `gateway/messages.py` and compares, so that the
 * page and the server cannot drift apart. A name with "?" may be absent. Fields nobody knows are left alone.
 */

export const ACTIONS = {
  "create_upload": {"request_id": "text", "file_name": "text", "content_type": "text", "size": "integer"},
  "list_resumes": {"request_id": "text", "cursor?": "text or null", "limit?": "integer"},
  "get_resume": {"request_id": "text", "resume_id": "text"},
  "delete_resume": {"request_id": "text", "resume_id": "text"},
  "retry_resume": {"request_id": "text", "resume_id": "text"},
  "create_letter": {"request_id": "text", "job_description": "text", "resume_id?": "text or null", "options?": "@LetterOptions", "regenerated_from?": "text or null"},
  "get_letter": {"request_id": "text", "letter_id": "text"},
  "list_letters": {"request_id": "text", "cursor?": "text or null", "limit?": "integer", "search?": "text or null"},
  "cancel_letter": {"request_id": "text", "letter_id": "text"},
  "delete_letter": {"request_id": "text", "letter_id": "text"},
  "check_sentences": {"request_id": "text", "letter_id": "text", "sentences": "list of @EditedSentence"},
  "save_letter": {"request_id": "text", "letter_id": "text", "base_version": "integer", "sentences": "list of @EditedSentence"},
  "list_versions": {"request_id": "text", "letter_id": "text"},
  "get_version": {"request_id": "text", "letter_id": "text", "version": "integer"},
  "restore_version": {"request_id": "text", "letter_id": "text", "version": "integer", "base_version": "integer"},
  "export_letter": {"request_id": "text", "letter_id": "text", "format": "one of pdf|docx", "version?": "integer or null"},
  "get_interview_sheet": {"request_id": "text", "letter_id": "text"},
  "delete_account": {"request_id": "text"},
  "ping": {"request_id": "text"}
};

export const EVENTS = {
  "error": {"code": "text", "message": "text", "request_id?": "text or null"},
  "pong": {"request_id?": "text or null"},
  "part": {"part_id": "text", "index": "integer", "total": "integer", "text": "text", "request_id?": "text or null"},
  "upload.created": {"resume_id": "text", "url": "text", "fields": "map of text", "expires_at": "text", "request_id?": "text or null"},
  "resume.parsing": {"resume_id": "text", "step": "text", "request_id?": "text or null"},
  "resume.ready": {"resume_id": "text", "report": "map of anything", "request_id?": "text or null"},
  "resume.failed": {"resume_id": "text", "code": "text", "message": "text", "request_id?": "text or null"},
  "resumes": {"items": "list of @ResumeItem", "cursor?": "text or null", "request_id?": "text or null"},
  "resume": {"resume_id": "text", "file_name": "text", "status": "text", "sha256?": "text or null", "code?": "text or null", "message?": "text or null", "language?": "text or null", "contact?": "map of anything", "lines?": "list of map of anything", "sections?": "list of map of anything", "report?": "map of anything", "request_id?": "text or null"},
  "letter.queued": {"letter_id": "text", "request_id?": "text or null"},
  "letter.progress": {"letter_id": "text", "stage": "text", "wait_seconds?": "integer or null", "request_id?": "text or null"},
  "letter.matches": {"letter_id": "text", "requirements": "list of @RequirementItem", "job_title?": "text or null", "company?": "text or null", "request_id?": "text or null"},
  "letter.delta": {"letter_id": "text", "draft": "integer", "seq": "integer", "text": "text", "request_id?": "text or null"},
  "letter.review": {"letter_id": "text", "draft": "integer", "findings": "list of @FindingItem", "request_id?": "text or null"},
  "letter.completed": {"letter_id": "text", "text": "text", "sentences": "list of @SentenceItem", "requirements": "list of @RequirementItem", "drafts": "integer", "model": "text", "usage": "@Usage", "note?": "text or null", "version?": "integer", "request_id?": "text or null"},
  "letter.needs_input": {"letter_id": "text", "questions": "list of text", "request_id?": "text or null"},
  "letter.failed": {"letter_id": "text", "code": "text", "message": "text", "request_id?": "text or null"},
  "letter.cancelled": {"letter_id": "text", "request_id?": "text or null"},
  "letter": {"letter_id": "text", "status": "text", "created_at": "text", "seq?": "integer", "draft?": "integer", "text?": "text", "version?": "integer", "resume_id?": "text or null", "regenerated_from?": "text or null", "regenerated_as?": "list of text", "job_description?": "text", "options?": "@LetterOptions", "job_title?": "text or null", "company?": "text or null", "sentences?": "list of @SentenceItem", "requirements?": "list of @RequirementItem", "questions?": "list of text", "drafts?": "integer", "model?": "text or null", "usage?": "@Usage or null", "note?": "text or null", "code?": "text or null", "message?": "text or null", "request_id?": "text or null"},
  "letters": {"items": "list of @LetterItem", "cursor?": "text or null", "request_id?": "text or null"},
  "sentences.checked": {"letter_id": "text", "sentences": "list of @SentenceItem", "request_id?": "text or null"},
  "versions": {"letter_id": "text", "items": "list of @VersionItem", "request_id?": "text or null"},
  "version": {"letter_id": "text", "version": "integer", "origin": "text", "created_at": "text", "text": "text", "sentences": "list of @SentenceItem", "request_id?": "text or null"},
  "export.created": {"letter_id": "text", "format": "one of pdf|docx", "url": "text", "file_name": "text", "bytes": "integer", "expires_at": "text", "note?": "text or null", "request_id?": "text or null"},
  "interview_sheet": {"letter_id": "text", "items": "list of @InterviewItem", "gaps": "list of @GapItem", "request_id?": "text or null"},
  "deleted": {"what": "text", "id": "text", "removed": "map of integer", "remaining": "map of integer", "request_id?": "text or null"}
};

export const SHAPES = {
  "Contact": {"name?": "text or null", "email?": "text or null", "phone?": "text or null", "links?": "list of text", "place?": "text or null"},
  "EditedSentence": {"text": "text", "paragraph": "integer"},
  "Entry": {"first_line": "integer", "last_line": "integer", "head_lines": "list of integer", "organisation?": "text or null", "title?": "text or null", "start?": "@YearMonth or null", "end?": "@YearMonth or null", "current?": "boolean"},
  "FindingItem": {"sentence": "text", "code": "text", "explanation": "text"},
  "GapItem": {"requirement": "text", "question": "text", "advice": "text"},
  "InterviewItem": {"sentence": "text", "evidence": "list of @LineEvidence", "questions": "list of text", "advice": "text"},
  "LetterItem": {"letter_id": "text", "status": "text", "created_at": "text", "job_title?": "text or null", "company?": "text or null", "resume_id?": "text or null", "regenerated_from?": "text or null", "regenerated_as?": "list of text"},
  "LetterOptions": {"tone?": "one of plain|warm|formal", "length?": "one of short|standard|long", "language?": "text or null", "answers?": "list of text"},
  "Line": {"number": "integer", "page": "integer", "text": "text", "masked": "text", "box?": "list of number or null", "hidden?": "boolean"},
  "LineEvidence": {"resume_id": "text", "sha256": "text", "page": "integer", "line": "integer", "quote": "text", "origin?": "text"},
  "ParseReport": {"pages": "integer", "columns": "list of integer", "characters": "integer", "lines": "integer", "sections": "list of @SectionSummary", "engine": "text", "confidence": "number", "warnings?": "list of @Warning", "page_sizes?": "list of list of number"},
  "RequirementItem": {"text": "text", "must": "boolean", "status": "one of met|adjacent|gap", "evidence": "list of @LineEvidence"},
  "ResumeItem": {"resume_id": "text", "file_name": "text", "status": "text", "created_at": "text", "bytes": "integer", "code?": "text or null", "message?": "text or null"},
  "Section": {"kind": "one of header|contact|summary|experience|education|skills|projects|certifications|publications|awards|languages|volunteering|interests|references|other", "heading": "text", "first_line": "integer", "last_line": "integer", "entries?": "list of @Entry", "heading_lines?": "list of integer"},
  "SectionSummary": {"kind": "one of header|contact|summary|experience|education|skills|projects|certifications|publications|awards|languages|volunteering|interests|references|other", "heading": "text", "first_line": "integer", "last_line": "integer", "lines": "integer"},
  "SentenceItem": {"text": "text", "state": "one of supported|plain|removed|asserted", "paragraph": "integer", "evidence?": "list of @LineEvidence", "reason?": "text or null"},
  "Usage": {"prompt_tokens?": "integer", "completion_tokens?": "integer", "seconds?": "number", "cost?": "number"},
  "VersionItem": {"version": "integer", "origin": "text", "created_at": "text", "words": "integer"},
  "Warning": {"code": "text", "message": "text", "lines?": "list of integer"},
  "YearMonth": {"year": "integer", "month?": "integer or null"}
};

export class ProtocolError extends Error {}

const PRIMITIVES = {
  text: (value) => typeof value === "string",
  integer: Number.isInteger,
  number: Number.isFinite,
  boolean: (value) => typeof value === "boolean",
  anything: () => true,
};

/** Return whether a value is of a type of the tables, such as "list of @LineEvidence or null". */
function isOf(value, type) {
  if (type.endsWith(" or null")) return value === null || isOf(value, type.slice(0, -" or null".length));
  if (type.startsWith("list of ")) return Array.isArray(value) && value.every((item) => isOf(item, type.slice(8)));
  if (type.startsWith("map of ")) return isObject(value) && Object.values(value).every((item) => isOf(item, type.slice(7)));
  if (type.startsWith("one of ")) return type.slice(7).split("|").includes(value);
  if (type.startsWith("@")) return isObject(value) && wrongField(value, SHAPES[type.slice(1)]) === null;
  return PRIMITIVES[type](value);
}

function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function wrongField(object, fields) {
  for (const [key, type] of Object.entries(fields)) {
    const name = key.replace("?", "");
    if (object[name] === undefined ? !key.endsWith("?") : !isOf(object[name], type)) return name;
  }
  return null;
}

/** Return the event of a frame, or null for a type this page does not know; throws `ProtocolError` for anything else. */
export function readEvent(text) {
  let event;
  try {
    event = JSON.parse(text);
  } catch {
    throw new ProtocolError("The server sent something that is not JSON.");
  }
  if (!isObject(event) || typeof event.type !== "string") throw new ProtocolError("The server sent a frame without a type.");
  if (!Object.hasOwn(EVENTS, event.type)) return null;
  const wrong = wrongField(event, EVENTS[event.type]);
  if (wrong !== null) throw new ProtocolError(`The server sent ${event.type} with a wrong field ${wrong}.`);
  return event;
}

/**
 * Return whether a frame is the gateway's own "Internal server error": it has no type and names no request of ours,
 * and comes when a function could not even start.
 */
export function isGatewayError(text) {
  try {
    const frame = JSON.parse(text);
    return isObject(frame) && frame.type === undefined && typeof frame.connectionId === "string" && typeof frame.message === "string";
  } catch {
    return false;
  }
}

/** Return the frame of an action; throws `ProtocolError` for one that the server would not understand. */
export function writeAction(action, requestId, fields = {}) {
  if (!Object.hasOwn(ACTIONS, action)) throw new ProtocolError(`There is no action ${action}.`);
  const message = { action, request_id: requestId, ...fields };
  const wrong = wrongField(message, ACTIONS[action]);
  if (wrong !== null) throw new ProtocolError(`${action} has a wrong field ${wrong}.`);
  return JSON.stringify(message);
}

/** Return whether an object has a shape of the tables, for parts that events carry as plain objects. */
export function hasShape(object, shape) {
  return isOf(object, `@${shape}`);
}
