"""The SQL of `storage.resumes`, by name; every statement names the user, and row level security does so again."""

# ruff: noqa: S608 - put together from constants of this module alone; values are always bound

COLUMNS = """
    id::text as resume_id, file_name, s3_key, content_type, bytes, status, created_at, updated_at, sha256, error_code,
    language, contact, lines, sections, report, object_version
"""
SUMMARY_COLUMNS = "id::text as resume_id, file_name, status, bytes, created_at, error_code"

DROP_UNUSED_SLOTS = """
    delete from resumes
    where user_id = %(user)s and status = 'awaiting_upload'
        and created_at < now() - make_interval(secs => %(lifetime)s)
"""
IN_USE = """
    select count(*) as resumes, coalesce(sum(bytes), 0)::bigint as bytes from resumes
    where user_id = %(user)s
        and (status <> 'awaiting_upload' or created_at > now() - make_interval(secs => %(usable)s))
"""
INSERT = """
    insert into resumes (id, user_id, file_name, s3_key, content_type, bytes, status)
    values (%(id)s, %(user)s, %(file_name)s, %(key)s, %(content_type)s, %(bytes)s, 'awaiting_upload')
"""
# S3's sequencers are hexadecimal numbers of any length, to be compared as if filled up with zeros at the right.
# Two versions with one sequencer cannot be told apart in time: the one that is heard of later is taken as newer.
# A version that failed through no fault of the file may be read again: a copy onto itself need not have a new name.
BEGIN = """
    update resumes
    set status = 'parsing', error_code = null, object_version = %(version)s, sequencer = %(sequencer)s,
        bytes = coalesce(%(bytes)s, bytes), updated_at = now(),
        parsing_until = now() + make_interval(secs => %(claim)s)
    where id = %(id)s and user_id = %(user)s and (
        status = 'awaiting_upload'
        or (
            rpad(lower(%(sequencer)s), 64, '0') collate "C" >= rpad(lower(coalesce(sequencer, '')), 64, '0') collate "C"
            and (
                rpad(lower(%(sequencer)s), 64, '0') <> rpad(lower(coalesce(sequencer, '')), 64, '0')
                or object_version is distinct from %(version)s
                or (status = 'parsing' and parsing_until < now())
                or (status = 'failed' and error_code = any(%(retryable)s))
            )
        )
    )
"""
SAVE = """
    update resumes
    set status = 'ready', error_code = null, sha256 = %(sha256)s, language = %(language)s,
        content_type = %(content_type)s, contact = %(contact)s, lines = %(lines)s, sections = %(sections)s,
        report = %(report)s, parsing_until = null, updated_at = now()
    where id = %(id)s and user_id = %(user)s and status = 'parsing' and object_version = %(version)s
"""
FAIL = """
    update resumes set status = 'failed', error_code = %(code)s, parsing_until = null, updated_at = now()
    where id = %(id)s and user_id = %(user)s and status in ('awaiting_upload', 'parsing')
        and (%(version)s::text is null or object_version = %(version)s)
"""
GIVE_UP = """
    update resumes set status = 'failed', error_code = 'internal', parsing_until = null, updated_at = now()
    where user_id = %(user)s and status = 'parsing' and updated_at < now() - make_interval(secs => %(lifetime)s)
"""

GET = f"select {COLUMNS} from resumes where id = %(id)s and user_id = %(user)s"
NEWEST_READY = f"""
    select {COLUMNS} from resumes where user_id = %(user)s and status = 'ready'
    order by created_at desc, id desc limit 1
"""
PAGE = f"""
    select {SUMMARY_COLUMNS} from resumes where user_id = %(user)s
        and (status <> 'awaiting_upload' or created_at > now() - make_interval(secs => %(usable)s))
        and (%(id)s::uuid is null or (created_at, id) < (%(created_at)s::timestamptz, %(id)s::uuid))
    order by created_at desc, id desc limit %(limit)s
"""
DELETE_CHUNKS = "delete from chunks where resume_id = %(id)s and user_id = %(user)s"
