/** What is known of the code of all pages, read once a build. */
import { readCode } from '../content/read-code.ts';

export const code = readCode();
