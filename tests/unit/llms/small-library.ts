/** A library of five small pages at https://docs.example/motia/. */
import { addressOf } from '../../../src/model/address.ts';
import { libraryOf, type Library } from '../../../src/llms/library.ts';
import type { Manifest, ManifestPage } from '../../../src/model/manifest.ts';
import { routeOfFile, routesOf, type PageRoute } from '../../../src/model/routes.ts';

const STREAMS = `---
title: Real-time Streams
---

import { Tabs, TabItem } from '@astrojs/starlight/components';

Push updates, see [Steps](/concepts/steps/#triggers) or [below](#define-a-stream).

## Define a Stream

<Tabs syncKey="language">
<TabItem label="TypeScript">

\`\`\`typescript
const stream = 'chat'
\`\`\`

</TabItem>
<TabItem label="Python">

\`\`\`python
stream = "chat"
\`\`\`

</TabItem>
</Tabs>
`;

const FILES: Readonly<Record<string, string>> = {
  'index.mdx':
    'Build with [guides](/guides/), [this index](/llms.txt) and [GitHub](https://github.com/MotiaDev/motia).',
  'concepts/steps.mdx':
    '## Triggers\n\nEvery Step has some.\n\n<Figure src="img/a.png" alt="A flow" />',
  'guides/streams.mdx': STREAMS,
  'showcase/index.mdx': 'Built with Motia.',
  'showcase/chess.mdx': 'A game of [chess] & more.',
};

const PAGES: readonly Pick<
  ManifestPage,
  'file' | 'section' | 'title' | 'description' | 'languages'
>[] = [
  { file: 'index.mdx', section: '', title: 'Welcome', description: null, languages: [] },
  {
    file: 'concepts/steps.mdx',
    section: 'concepts',
    title: 'Steps',
    description: 'One primitive to build any backend.',
    languages: [],
  },
  {
    file: 'guides/streams.mdx',
    section: 'guides',
    title: 'Real-time Streams',
    description: 'Push live updates: no polling.',
    languages: ['typescript', 'python'],
  },
  {
    file: 'showcase/index.mdx',
    section: 'showcase',
    title: 'Showcase',
    description: 'Built with Motia.',
    languages: [],
  },
  {
    file: 'showcase/chess.mdx',
    section: 'showcase',
    title: 'ChessArena [AI]',
    description: 'Chess *with* models.',
    languages: [],
  },
];

const MANIFEST: Manifest = {
  scrape: {
    sha256: '',
    date: { earliest: '2025-12-01', latest: '2025-12-01', evidence: 'It was fetched then.' },
    upstream: 'https://www.motia.dev',
    summary: 'Build production-grade backends with a single primitive.',
    notes: ['Mix steps written in different languages.', 'One runtime.'],
    optional: [
      { title: 'Github repo', url: 'https://github.com/motiadev/motia', note: 'Main repository.' },
    ],
    preamble: '',
  },
  sections: [
    { slug: 'concepts', label: 'Concepts', description: 'The Step.' },
    { slug: 'guides', label: 'Guides', description: 'How to build.' },
    { slug: 'showcase', label: 'Showcase', description: 'What others built.' },
  ],
  pages: PAGES.map((page, order) => ({
    ...page,
    source: `/docs/${page.file.replace(/(\/?index)?\.mdx$/, '')}`,
    route: routeOfFile(page.file),
    descriptionDerived: false,
    order,
    lines: [1, 2],
    blocks: [],
    sha256: '',
  })),
  redirects: [
    { from: '/docs/guides/streams', to: '/guides/streams/' },
    { from: '/docs/old-streams', to: '/guides/streams/' },
  ],
};

const ASKED = [
  { page: '/guides/streams/', heading: '', asks: ['send updates to a browser', 'websocket'] },
  { page: '/guides/streams/', heading: 'Define a Stream', asks: ['which file holds a channel'] },
];

/** A new library: nothing in it is rendered yet. */
export function smallLibrary(files: Readonly<Record<string, string>> = FILES): Library {
  const address = addressOf({ SITE_URL: 'https://docs.example', BASE_PATH: '/motia/' });
  return libraryOf(MANIFEST, routesOf(MANIFEST, [], address), address, {
    readMdx: (file) => files[file] ?? '',
    asked: ASKED,
    notes: [],
    pictures: { 'img/a.png': { upstream: 'https://pictures.example/a.png' } },
    fixes: { proved: ['1.0.0-rc.26'], patterns: [], blocks: [], unfixable: [] },
    samples: () => new Map(),
    lacking: [],
  });
}

/** One of its pages, by file. */
export function pageOf(library: Library, file: string): PageRoute {
  const page = library.routes.pages.find((one) => one.file === file);
  if (!page) throw new Error(`no page ${file}`);
  return page;
}
