/** Says what was done to a query, with the way back, or how to go on when it found nothing. */
import type { Asked } from './asked.ts';
import { UNANSWERED, type Answer } from '../../search/result.ts';
import { element } from './results.ts';

/** What a button in a note does, as its `data-action`. */
export type Action = 'verbatim' | 'mended' | 'everywhere';

/**
 * The note to an answer; empty where there is nothing to say.
 * @param isVerbatim whether the query was taken as it is written
 */
export function noteOf(
  { query, corrected, partial, answered, hits }: Answer,
  { section, language }: Asked,
  isVerbatim: boolean,
): (Node | string)[] {
  if (corrected !== null) {
    return [
      'Showing results for ',
      element('strong', '', corrected),
      '. ',
      button(`Search instead for ${query}`, 'verbatim'),
      ...(answered || hits.length === 0 ? [] : [`. ${UNANSWERED}`]),
    ];
  }
  if (hits.length === 0) {
    const nothing = 'No section has any of these words. ';
    if (section || language) return [nothing, button('Search everywhere', 'everywhere')];
    if (isVerbatim) return [nothing, button('Mend the spelling', 'mended')];
    return [nothing, 'Try other words, or less of a long one.'];
  }
  if (!answered) return [UNANSWERED];
  return partial ? ['No section has all of these words. The closest come first.'] : [];
}

function button(text: string, action: Action): HTMLButtonElement {
  const made = element('button', 'quiet', text);
  made.type = 'button';
  made.dataset['action'] = action;
  return made;
}
