/** The checksum by which the manifest and the tables know a text. */
import { createHash } from 'node:crypto';

/** SHA-256 (FIPS 180-4) in lower-case hex; a text is read as UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
