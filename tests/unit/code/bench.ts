/** What the tests of the code check share: samples as blocks, and the packages that are installed. */
import { blocksOf, type Block } from '../../../src/code/blocks.ts';
import { checkPages } from '../../../src/code/check.ts';
import { readBench } from '../../../src/code/read-pages.ts';
import type { Judgement } from '../../../src/code/report.ts';

export const BENCH = readBench(process.cwd());
export const [NEAREST = '', NEWEST = ''] = BENCH.versions.map(({ version }) => version);

/** The blocks of a page that holds just these fences. */
export function page(fences: readonly (readonly [info: string, code: string])[]): Block[] {
  const mdx = fences.map(([info, code]) => `\`\`\`\`${info}\n${code}\n\`\`\`\`\n`).join('\n');
  return blocksOf('guides/sample.mdx', mdx);
}

/** The judgements of the nearest version, one a fence, with `class@line` for each reason. */
export function judged(blocks: readonly Block[], version = NEAREST): string[] {
  return checkPages([blocks], BENCH)
    .flat()
    .map(({ verdicts }) => say(verdicts[version]));
}

function say(judgement: Judgement | undefined): string {
  const reasons = judgement?.reasons.map((it) => `${it.class}@${it.line}`) ?? [];
  return [judgement?.verdict ?? 'none', ...new Set(reasons)].join(' ');
}
