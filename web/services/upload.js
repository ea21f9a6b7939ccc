/** Sends a file to the place that `upload.created` named: the form's fields first, the file last. */

const MILLISECONDS = 5 * 60_000;

/**
 * POST a file; `onProgress` is told the share that was sent, 0 to 1.
 *
 * Rejects with an `Error` whose message is for the user; `signal` stops it.
 */
export function postFile(created, file, onProgress, signal) {
  const form = new FormData();
  for (const [name, value] of Object.entries(created.fields)) form.append(name, value);
  form.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener("load", () => (request.status < 300 ? resolve() : reject(new Error(refusal(request.status)))));
    request.addEventListener("error", () => reject(new Error("The upload broke off. Check the connection and choose the file again.")));
    request.addEventListener("timeout", () => reject(new Error("The upload took too long. Try again on a better connection.")));
    request.addEventListener("abort", () => reject(new DOMException("The upload was stopped.", "AbortError")));
    signal?.addEventListener("abort", () => request.abort());
    request.timeout = MILLISECONDS;
    request.open("POST", created.url);
    request.send(form);
  });
}

function refusal(status) {
  if (status === 400) return "The store refused the file: it changed while it was sent, or is larger than it said. Choose it again.";
  if (status === 403) return "The upload waited too long. Choose the file again.";
  return "The store did not take the file. Try again in a minute.";
}
