/** The lines that a mend takes and gives, for a diff. */

/** One line of a diff. */
export interface ChangedLine {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

/** Above this many pairs of lines a change is told as one piece that replaces another. */
const MOST_PAIRS = 4_000_000;

/** The shortest diff of two texts by whole lines; deleted lines stand before the inserted ones. */
export function changedLines(before: string, after: string): ChangedLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const same = (text: string): ChangedLine => ({ kind: 'same', text });
  return [
    ...old.slice(0, head).map(same),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...old.slice(old.length - tail).map(same),
  ];
}

function middle(old: readonly string[], now: readonly string[]): ChangedLine[] {
  const common = old.length * now.length > MOST_PAIRS ? [] : longestCommon(old, now);
  const lines: ChangedLine[] = [];
  let [i, j] = [0, 0];
  for (const [atOld, atNow] of [...common, [old.length, now.length] as const]) {
    for (; i < atOld; i++) lines.push({ kind: 'deleted', text: old[i] ?? '' });
    for (; j < atNow; j++) lines.push({ kind: 'inserted', text: now[j] ?? '' });
    if (i < old.length) lines.push({ kind: 'same', text: old[i] ?? '' });
    i++;
    j++;
  }
  return lines;
}

/** Indexes of a longest common subsequence, by the table of its lengths. */
function longestCommon(
  old: readonly string[],
  now: readonly string[],
): (readonly [number, number])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (!row) continue;
      row[j] =
        old[i] === now[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length;) {
    if (old[i] === now[j]) pairs.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
