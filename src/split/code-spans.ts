/** Inline code, found as CommonMark finds it: a run of backticks ends at the next run as long. */

/** A text without its inline code. */
export function withoutCodeSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  const seen = new Map<number, number>();
  const closing = runs.map(() => -1);
  for (let i = runs.length - 1; i >= 0; i--) {
    const { length } = runs[i] ?? { length: 0 };
    closing[i] = seen.get(length) ?? -1;
    seen.set(length, i);
  }
  let kept = '';
  let from = 0;
  for (let i = 0; i < runs.length; i++) {
    const close = closing[i] ?? -1;
    const [opener, closer] = [runs[i], runs[close]];
    if (!opener || !closer) continue;
    kept += text.slice(from, opener.index);
    from = closer.index + closer.length;
    i = close;
  }
  return kept + text.slice(from);
}
