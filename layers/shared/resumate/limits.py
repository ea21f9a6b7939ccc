"""Every limit of the product, each in one place; the message that refuses names the number.

Pure constants: imported by every other module, importing none. Sizes are bytes, times are seconds.
Source of the figures: the acceptance cases in ``docs/architecture.md``.
"""

from typing import Final

KIB: Final = 1024
MIB: Final = 1024 * KIB

UPLOAD_BYTES: Final = 10 * MIB
UPLOAD_SECONDS: Final = 300
RESUMES_PER_USER: Final = 20
RESUME_BYTES_PER_USER: Final = 200 * MIB
SLOT_LIFETIME_SECONDS: Final = 24 * 3600
FILE_NAME_CHARACTERS: Final = 120

DOCUMENT_PAGES: Final = 50
DOCUMENT_CHARACTERS: Final = 200_000
DOCX_UNPACKED_BYTES: Final = 50 * MIB
DOCX_ENTRIES: Final = 2_000
DOCX_RATIO: Final = 100
PARSE_SECONDS: Final = 30
PARSE_MEMORY_BYTES: Final = 512 * MIB

JOB_DESCRIPTION_CHARACTERS: Final = 20_000
JOB_DESCRIPTION_BYTES: Final = 24 * KIB
JOB_DESCRIPTION_WORDS_LEAST: Final = 5
REQUIREMENTS: Final = 24
REQUIREMENT_CHARACTERS: Final = 300
ANSWER_CHARACTERS: Final = 1_000
ANSWERS: Final = 5
LETTERS_UNDER_WAY: Final = 10

FRAME_BYTES: Final = 32_000
NESTING_DEPTH: Final = 8

QUEUE_MESSAGE_BYTES: Final = 200 * KIB
QUEUE_RECEIVES: Final = 5
QUEUED_LIFETIME_SECONDS: Final = 3600

EMBEDDING_DIMENSION: Final = 384
EMBEDDING_BATCH: Final = 64
MODEL_READ_SECONDS: Final = 70
MODEL_STALL_SECONDS: Final = 30
DRAFTS: Final = 3
DRAFT_TOKENS: Final = 1_200
LETTER_SECONDS: Final = 240
LETTER_WORDS_LEAST: Final = 180
LETTER_WORDS_MOST: Final = 350

DELTA_SECONDS: Final = 0.05
