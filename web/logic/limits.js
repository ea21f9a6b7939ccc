/** The limits of the server that the page tells before it is refused; a test holds them to `resumate/limits.py`. */

export const UPLOAD_BYTES = 10_485_760;
export const JOB_DESCRIPTION_CHARACTERS = 20_000;
export const JOB_DESCRIPTION_BYTES = 24_576;
export const JOB_DESCRIPTION_WORDS_LEAST = 5;
export const ANSWER_CHARACTERS = 1_000;
export const ANSWERS = 5;
export const FRAME_BYTES = 32_000;
export const RESUMES_PER_USER = 20;
export const EDITED_SENTENCES = 80;
export const EDITED_SENTENCE_CHARACTERS = 2_000;
export const EDITED_LETTER_CHARACTERS = 12_000;
