/** How much of a model's context a text takes. */
import { countTokens as count } from 'gpt-tokenizer/encoding/o200k_base';

/** Names such as `<|endoftext|>` in a page are text like any other. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

const counted = new Map<string, number>();

/** The number of o200k_base tokens of a text; counted once per text and run. */
export function countTokens(text: string): number {
  let tokens = counted.get(text);
  if (tokens === undefined) {
    tokens = count(text, AS_TEXT);
    counted.set(text, tokens);
  }
  return tokens;
}
