/** Which lines of a text stand inside fenced code, by CommonMark's rules for opening and closing. */

/** One fence: indexes (from 0) of its opening and closing line; `close` is null if it never ends. */
export interface Fence {
  open: number;
  close: number | null;
}

/** A fence may stand in a quote, a list item or JSX, so any indent counts. */
const OPENING = /^(?:[\s>]|[-*+]\s|\d+[.)]\s)*(`{3,}|~{3,})([^\n]*)$/;

/** The fence characters that a line opens with, and its info string; undefined if it opens none. */
export function openingFence(line: string): { marker: string; info: string } | undefined {
  const match = OPENING.exec(line);
  const [marker, info] = [match?.[1], match?.[2]?.trim() ?? ''];
  if (marker === undefined || (marker.startsWith('`') && info.includes('`'))) return undefined;
  return { marker, info };
}

/** Does the line close a fence opened with `marker`? */
export function closesFence(line: string, marker: string): boolean {
  const text = line.replace(/^[\s>]*/, '').trimEnd();
  return text.length >= marker.length && text === (marker[0] ?? '`').repeat(text.length);
}

/** All fences between two line indexes (`to` exclusive), in order. */
export function findFences(lines: readonly string[], from = 0, to = lines.length): Fence[] {
  const fences: Fence[] = [];
  let marker: string | undefined;
  for (let i = from; i < to; i++) {
    const line = lines[i] ?? '';
    const current = fences.at(-1);
    if (marker !== undefined && current) {
      if (!closesFence(line, marker)) continue;
      current.close = i;
      marker = undefined;
    } else {
      marker = openingFence(line)?.marker;
      if (marker !== undefined) fences.push({ open: i, close: null });
    }
  }
  return fences;
}
