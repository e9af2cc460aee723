/** A few pages with words of the real ones, indexed as the whole site is. */
import type { SectionIndex } from '../../../src/search/section-index.ts';
import { indexPages, type PageToIndex } from '../../../src/search/indexing/index-pages.ts';
import type { Passage, PageSection } from '../../../src/search/indexing/read-page.ts';
import { readSynonyms } from '../../../src/search/indexing/synonyms.ts';
import { openIndex } from '../../../src/search/section-index.ts';
import { WEIGHTS } from '../../../src/search/weights.ts';

export const SYNONYMS = `
- same: [discover, discovery]
- says: [websocket, live updates]
  docs: [stream]
- says: [kubernetes, k8s]
  docs: [docker]
`;

export function prose(text: string): Passage {
  return { kind: 'prose', text, language: undefined, tab: undefined };
}

export function code(text: string, more: Partial<Passage> = {}): Passage {
  return { kind: 'code', text, language: 'typescript', tab: undefined, ...more };
}

export function section(heading: string, ...passages: Passage[]): PageSection {
  const anchor = heading.toLowerCase().replaceAll(' ', '-');
  return { heading, anchor, level: heading ? 2 : 1, passages };
}

function page(
  route: string,
  title: string,
  description: string,
  ...sections: PageSection[]
): PageToIndex {
  const [, area = ''] = route.split('/');
  return {
    route,
    source: `/docs${route.slice(0, -1)}`,
    title,
    description,
    area,
    languages: sections.some(({ passages }) => passages.some(({ kind }) => kind === 'code'))
      ? ['typescript']
      : [],
    fragment: `fragment/${title}.pf_fragment`,
    sections: [section(''), ...sections],
    asks: ['', ...sections.map(({ heading }) => heading)].map((heading) => ASKED[heading] ?? []),
  };
}

/** By heading: what readers ask. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'Queue Settings': ['give up after some attempts', 'how long is a job hidden'],
  'Stream Access': ['who may listen'],
};

export const PAGES: readonly PageToIndex[] = [
  page(
    '/guides/infrastructure/',
    'Infrastructure',
    'Configure queue behavior, retries, and timeouts for Queue Steps',
    section(
      'Queue Settings',
      prose(
        'maxRetries: number of retry attempts. visibilityTimeout: seconds before a message becomes visible again.',
      ),
      code(
        "queue: { maxRetries: 5, visibilityTimeout: 60 }\nthrow new Error('No attempt is left')",
      ),
    ),
    section('FIFO Queues', prose('FIFO queues keep messages in order within a group.')),
  ),
  page(
    '/guides/streams/',
    'Real-time Streams',
    'Push live updates from your backend to connected clients without polling.',
    section(
      'Creating a Stream',
      prose('Streams are just files.'),
      code('export const config: StreamConfig = {}'),
    ),
    section('Stream Methods', prose('Every stream has the methods set, get and delete.')),
    section('Stream Events', prose('Send a stream event that is not stored.')),
    section('Stream Access', prose('Restrict who may subscribe to a stream.')),
  ),
  page(
    '/guides/adapters/',
    'Adapters (Removed)',
    'Adapters configuration has been removed from motia',
    section('What Changed', prose('Redis adapters are configured in config.yaml modules.')),
  ),
  page(
    '/deployment/fly/',
    'Deploy to Fly.io',
    'Deploy your app to Fly.io with Upstash Redis',
    section(
      'Configure Redis',
      prose('Create a production config.yaml with Redis adapters for all modules.'),
      code(
        'class: modules::state::adapters::RedisAdapter redis_url: REDIS_URL port: 6379 host default production stream queue',
      ),
    ),
    {
      ...section('Docker files', prose('npx motia docker setup creates a Dockerfile.')),
      warning: 'Does not check with motia 1.0.0',
    },
  ),
  page(
    '/deployment/railway/',
    'Deploy to Railway',
    'Deploy your app to Railway with Redis',
    section(
      'Configure Redis',
      prose('Create a production config.yaml with Redis adapters for all modules.'),
      code(
        'class: modules::state::adapters::RedisAdapter redis_url: REDIS_URL port: 6379 host default production stream queue',
      ),
    ),
  ),
];

export const AREAS = [
  ['guides', 'Guides'],
  ['deployment', 'Deployment'],
] as const;

export function smallSite(synonyms = SYNONYMS): SectionIndex {
  return openIndex(indexPages(PAGES, AREAS, readSynonyms(synonyms)), WEIGHTS);
}
