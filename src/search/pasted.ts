/** Takes from a pasted error what says nothing about it: the places in the reader's own code. */

/** A line of a stack trace, as JavaScript and Python write them; a field may have joined the lines. */
const FRAME =
  /\bat (?:async )?(?:\S+ (?:\[as \S+\] )?)?\(?[^\s()]+:\d+:\d+\)?|\bFile "[^"]+", line \d+, in \S+/g;

/** The query with blanks in place of stack frames: its words stay where they are. */
export function withoutFrames(query: string): string {
  return query.replace(FRAME, (frame) => ' '.repeat(frame.length));
}
