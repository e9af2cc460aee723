/** Lighthouse's audits for agents, in a browser with WebMCP, over the served site. */
import { expect, test } from './fixtures.ts';
import { runLighthouse } from '../lighthouse-run.ts';

/** Lighthouse measures one page at a time. */
test.describe.configure({ mode: 'serial' });

for (const route of ['', 'guides/streams/', 'reference/api/', 'ai-tools/']) {
  test(`all agentic audits pass on /${route}`, async ({ baseURL }) => {
    test.slow();
    const url = new URL(route, baseURL).href;
    const { audits, categories } = await runLighthouse(url, ['agentic-browsing']);
    const scores = Object.values(audits).map(({ id, score, scoreDisplayMode }) => [
      id,
      score ?? scoreDisplayMode,
    ]);
    const known = Object.fromEntries(scores);
    expect(known).toEqual({
      'agent-accessibility-tree': 1,
      'ard-schema': 'notApplicable',
      'cumulative-layout-shift': 1,
      'llms-txt': 1,
      'webmcp-form-coverage': 1,
      'webmcp-registered-tools': 1,
      'webmcp-schema-validity': 1,
    });
    expect(categories['agentic-browsing']?.score).toBe(1);
  });
}
