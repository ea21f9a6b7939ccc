"""The SQL of `storage.letters`, by name; every statement names the user, and row level security does so again."""

# ruff: noqa: S608 - put together from constants of this module alone; values are always bound

# The letters that were made anew from this one, newest first.
LATER = """
    array(
        select later.id::text from letters later
        where later.regenerated_from = letters.id and later.user_id = letters.user_id
        order by later.created_at desc, later.id desc
    ) as regenerated_as
"""
COLUMNS = f"""
    id::text as letter_id, request_id, status, job_description, created_at, updated_at, resume_id::text, job_title,
    company, language, options, draft_text, draft, seq, text, sentences, requirements, questions, drafts, model,
    usage, note, error_code, attempts, finished_at, regenerated_from::text, {LATER},
    case status when 'completed' then greatest(version, 1) else version end as version
"""
SUMMARY_COLUMNS = f"""
    id::text as letter_id, status, created_at, job_title, company, resume_id::text, regenerated_from::text, {LATER}
"""

OWN = "id = %(id)s and user_id = %(user)s"
# Who holds the lease may write. Without one, only a letter that nobody holds may be settled.
HELD = f"{OWN} and status = 'writing' and lease_token = %(token)s"
SETTLEABLE = f"""
    {OWN} and case
        when %(token)s::uuid is not null then status = 'writing' and lease_token = %(token)s
        else status = 'queued' or (status = 'writing' and lease_until < now())
    end
"""
FINISH = "lease_token = null, lease_until = null, draft_text = '', updated_at = now(), finished_at = now()"

GET = f"select {COLUMNS} from letters where {OWN}"
BY_REQUEST = f"select {COLUMNS} from letters where user_id = %(user)s and request_id = %(request_id)s"
PAGE = f"""
    select {SUMMARY_COLUMNS} from letters where user_id = %(user)s
        and (%(id)s::uuid is null or (created_at, id) < (%(created_at)s::timestamptz, %(id)s::uuid))
        and (
            %(pattern)s::text is null or coalesce(job_title, '') ilike %(pattern)s
            or coalesce(company, '') ilike %(pattern)s or text ilike %(pattern)s
        )
    order by created_at desc, id desc limit %(limit)s
"""
RESUME_STATUS = "select status from resumes where id = %(resume)s and user_id = %(user)s for key share"
# Kept from being erased until the letter that is made anew from it is in.
OWN_LETTER = "select from letters where id = %(regenerated_from)s and user_id = %(user)s for key share"
UNDER_WAY = "select count(*) from letters where user_id = %(user)s and status in ('queued', 'writing')"
INSERT = f"""
    insert into letters (
        id, user_id, resume_id, request_id, job_description, job_title, company, language, options, regenerated_from,
        status
    ) values (
        %(id)s, %(user)s, %(resume)s, %(request_id)s, %(job_description)s, %(job_title)s, %(company)s, %(language)s,
        %(options)s, %(regenerated_from)s, 'queued'
    ) returning {COLUMNS}
"""
SET_REQUIREMENTS = f"""
    update letters set requirements = %(requirements)s, updated_at = now()
    where {OWN} and status in ('queued', 'writing')
"""
REQUIREMENTS = f"select requirements from letters where {OWN}"
# A dead letter is the one failure that is not the end: an operator can put its message back into the queue.
ACQUIRE = f"""
    update letters
    set status = 'writing', lease_token = %(token)s, lease_until = now() + make_interval(secs => %(seconds)s),
        attempts = attempts + 1, error_code = null, finished_at = null, updated_at = now()
    where {OWN} and (
        status = 'queued'
        or (status = 'writing' and lease_until < now())
        or (status = 'failed' and error_code = 'dead_letter')
    )
    returning attempts, draft, seq, extract(epoch from now() - created_at)::float8 as age
"""
STATUS = f"select status from letters where {OWN}"
HOLDS = f"select from letters where {HELD}"
RELEASE = f"""
    update letters set status = 'queued', lease_token = null, lease_until = null, updated_at = now() where {HELD}
"""
APPEND_DRAFT = f"""
    update letters set draft = %(draft)s, seq = %(seq)s, draft_text = %(text)s, updated_at = now()
    where {HELD} and seq <= %(seq)s
"""
COMPLETE = f"""
    update letters
    set status = 'completed', version = 1, text = %(text)s, sentences = %(sentences)s, requirements = %(requirements)s,
        drafts = %(drafts)s, model = %(model)s, usage = %(usage)s, note = %(note)s, {FINISH}
    where {HELD} and resume_id is not null
"""
NEEDS_INPUT = f"update letters set status = 'needs_input', questions = %(questions)s, {FINISH} where {SETTLEABLE}"
FAIL = f"update letters set status = 'failed', error_code = %(code)s, {FINISH} where {SETTLEABLE}"
CANCEL = f"update letters set status = 'cancelled', {FINISH} where {OWN} and status in ('queued', 'writing')"
EXPIRE = f"""
    update letters set status = 'failed', error_code = 'expired', {FINISH}
    where user_id = %(user)s and status in ('queued', 'writing')
        and updated_at < now() - make_interval(secs => %(lifetime)s) and (lease_until is null or lease_until < now())
"""
