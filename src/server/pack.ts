/** `GET /pack?task=…&budget=…&language=…`: the sections that a task needs, as Markdown. */
import type { Docs } from '../mcp/docs.ts';
import { readForTask, readTask } from '../mcp/pack/read-for-task.ts';
import { limiter, type Rate } from '../mcp/rate.ts';
import { refusal, say, VARY_ACCEPT } from './answer.ts';
import type { Question, Served, TextAnswer } from './answer.ts';
import { headersFor, privately } from './headers.ts';
import { chooseForm, FORMS } from './negotiate.ts';

/** A pack takes the processor some hundredths of a second. */
const RATE: Rate = { burst: 100, perSecond: 10 };

/** Answers requests for packs; `client` is who asks. */
export type AnswerPack = (
  served: Served,
  question: Question,
  client: string,
) => Promise<TextAnswer>;

/** The endpoint of a site. */
export function packEndpoint(docs: Docs, rate: Rate = RATE): AnswerPack {
  const waitFor = limiter(rate);
  return async (served, question, client) => {
    const refused = refusal(served, question);
    if (refused) return refused;
    if (!chooseForm(question.accept, ['markdown'])) {
      return say(served, 406, `A pack comes only as ${FORMS.markdown}.`, VARY_ACCEPT);
    }
    const seconds = waitFor(client);
    if (seconds > 0) {
      const headers = { 'Retry-After': String(seconds) };
      return say(served, 429, `Too many requests: wait ${seconds} s.`, headers);
    }
    const query = new URLSearchParams(question.target.split('?', 2)[1]?.split('#', 1)[0]);
    try {
      const { task, budget, language } = Object.fromEntries(query);
      const { text } = await readForTask(docs, readTask({ task, budget, language }));
      const { 'Cache-Control': cache = '' } = headersFor(served.rules, '/pack', 'text/markdown');
      return say(served, 200, text, {
        ...VARY_ACCEPT,
        'Cache-Control': privately(cache),
        'Content-Type': FORMS.markdown,
      });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return say(served, 400, `${error.message}: /pack?task=…&budget=6000&language=python`);
    }
  };
}
