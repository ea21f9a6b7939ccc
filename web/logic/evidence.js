/** Puts the lines that prove something in reading order, and lines that follow each other together. */

/** Return where a run stands, in words. */
export function placeWords(run) {
  if (run.own) return "Your own word";
  return `Page ${run.page}, ${run.last > run.first ? `lines ${run.first}–${run.last}` : `line ${run.first}`}`;
}

/** Return runs of `{own, page, first, last, quote}`; facts that the user typed come first, each alone. */
export function evidenceRuns(evidence) {
  const sorted = [...evidence].sort((one, other) => one.line - other.line);
  const runs = [];
  for (const item of sorted) {
    const own = item.origin === "user" || item.line === 0;
    const before = runs.at(-1);
    if (!own && before && !before.own && before.page === item.page && item.line - before.last <= 1) {
      if (item.line > before.last) before.quote = `${before.quote} ${item.quote}`;
      before.last = item.line;
    } else {
      runs.push({ own, page: item.page, first: item.line, last: item.line, quote: item.quote });
    }
  }
  return runs;
}
