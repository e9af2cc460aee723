/**
 * Bytes of a dump → text: strict UTF-8, one kind of line ending, and a repair of lines that were
 * UTF-8 once read as Mac Roman (`‚Üí` for `→`).
 */

/** The text of a dump and the numbers (from 1) of the lines that had to be repaired. */
export interface DecodedDump {
  text: string;
  repairedLines: number[];
}

/** Bytes that are not what a dump may hold; `offset` counts bytes from 0. */
export class DecodeError extends Error {
  readonly line: number;
  readonly offset: number;
  constructor(message: string, line: number, offset: number) {
    super(message);
    this.line = line;
    this.offset = offset;
  }
}

const LINE_FEED = 0x0a;
const strictUtf8 = (): TextDecoder => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Mac Roman character → its byte; U+F8FF (Apple's logo) is 0xF0, the first byte of every emoji. */
const macRomanByte: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, i) => i + 128).map((byte) => [
    new TextDecoder('macintosh').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/**
 * Decodes a dump. A BOM is dropped, CRLF becomes LF, damaged lines are repaired, all else comes
 * through as it is.
 * @throws DecodeError on invalid UTF-8 and on NUL, with line and byte offset.
 */
export function decodeDump(bytes: Uint8Array): DecodedDump {
  const repairedLines: number[] = [];
  const lines = decodeUtf8(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .split('\n')
    .map((line, index) => {
      const repaired = repairLine(line);
      if (repaired !== line) repairedLines.push(index + 1);
      return repaired;
    });
  return { text: lines.join('\n'), repairedLines };
}

function decodeUtf8(bytes: Uint8Array): string {
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new DecodeError(`NUL byte at offset ${nul}`, lineAt(bytes, nul), nul);
  try {
    return strictUtf8().decode(bytes);
  } catch {
    const offset = firstInvalidByte(bytes);
    throw new DecodeError(`invalid UTF-8 at byte offset ${offset}`, lineAt(bytes, offset), offset);
  }
}

/** No UTF-8 sequence crosses a line feed, so the first line that fails holds the first bad byte. */
function firstInvalidByte(bytes: Uint8Array): number {
  for (let start = 0; start <= bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const decoder = strictUtf8();
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return start + validPrefix(bytes.subarray(start, end));
    }
    start = end;
    if (feed < 0) break;
  }
  return bytes.length;
}

function validPrefix(line: Uint8Array): number {
  const decoder = strictUtf8();
  for (let i = 0; i < line.length; i++) {
    try {
      decoder.decode(line.subarray(i, i + 1), { stream: true });
    } catch {
      return i;
    }
  }
  return line.length;
}

const lineAt = (bytes: Uint8Array, offset: number): number =>
  bytes.subarray(0, offset).reduce((count, byte) => count + (byte === LINE_FEED ? 1 : 0), 1);

/**
 * Undoes "UTF-8 read as Mac Roman" on one line, by the round trip: written as Mac Roman again, its
 * bytes must be valid UTF-8. Where a line mixes damaged and sound text, only what can be nothing
 * but damage (sequences of three and four bytes) is repaired. A line that is sound stays.
 */
export function repairLine(line: string): string {
  if (!/[\u0080-\uFFFF]/.test(line)) return line;
  const whole = roundTrip(line);
  if (whole !== undefined) return isCredible(line, whole) ? whole : line;
  return line.replace(/[\u0080-\uFFFF]{3,}/g, repairRun);
}

/** The text whose UTF-8 bytes, read as Mac Roman, are this text; undefined if there is none. */
function roundTrip(damaged: string): string | undefined {
  const bytes: number[] = [];
  for (const char of damaged) {
    const byte = char.charCodeAt(0) < 128 ? char.charCodeAt(0) : macRomanByte.get(char);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    return strictUtf8().decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/**
 * Sound text can look damaged by accident when a dash or quotation mark stands before one accented
 * letter (`—é` would read as `ю`). Such a pair is two bytes long and no Latin letter; one or two of
 * them alone are not believed.
 */
function isCredible(damaged: string, repaired: string): boolean {
  const foreign = [...repaired].filter((char) => char >= '\u0080');
  const twoByte = foreign.filter((char) => char <= '\u07FF');
  if (twoByte.length < foreign.length) return true;
  return damaged !== repaired && (twoByte.every((char) => char <= '\u017F') || twoByte.length > 2);
}

/** Repairs the three- and four-byte sequences inside a run of non-ASCII characters. */
function repairRun(run: string): string {
  let repaired = '';
  for (let i = 0; i < run.length;) {
    const lead = macRomanByte.get(run[i] ?? '') ?? 0;
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 0;
    const sequence = length > 0 ? roundTrip(run.slice(i, i + length)) : undefined;
    const isOne = sequence !== undefined && [...sequence].length === 1;
    repaired += isOne ? sequence : run[i];
    i += isOne ? length : 1;
  }
  return repaired;
}
