// @ts-check
/** The direction in which the rooms of src/ may import each other: the picture of the README. */

/** Each room, and the rooms that its files may import beside its own. The lowest come first. */
const ROOMS = {
  model: [],
  html: [],
  split: ['model'],
  markdown: ['model'],
  code: ['model', 'markdown'],
  notes: ['model', 'markdown', 'code'],
  llms: ['model', 'markdown', 'code', 'notes'],
  search: ['model', 'html'],
  mcp: ['model', 'markdown', 'llms', 'search'],
  content: ['model', 'code', 'notes', 'llms'],
  og: ['model'],
  pictures: ['model'],
  server: ['model', 'html', 'mcp'],
  links: ['model', 'html', 'server'],
  site: [
    'model',
    'html',
    'code',
    'notes',
    'content',
    'llms',
    'search',
    'mcp',
    'og',
    'pictures',
    'settings',
  ],
  pages: ['model', 'content', 'llms', 'mcp', 'og', 'pictures', 'site', 'settings'],
};

/** @param {readonly string[]} rooms */
const filesOf = (rooms) => `^src/(${rooms.join('|')})(/|\\.ts$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
const configuration = {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'Two files that need each other are one file, or the types of both belong in a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...Object.entries(ROOMS).map(([room, lower]) => ({
      name: `${room}-imports-only-below`,
      comment: `src/${room} may import ${lower.join(', ') || 'no other room'}: see the picture of the README.`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: filesOf([room, ...lower]) },
    })),
    {
      name: 'src-imports-no-command-line',
      comment: 'Scripts call src/, never the other way round.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|tests)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};

export { configuration as default };
