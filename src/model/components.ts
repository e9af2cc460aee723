/**
 * The vocabulary of our MDX: every component a page in `content/` may use, where it is imported
 * from and what its attributes mean, and the few HTML elements beside them. The split script writes
 * only these; the site renders them; `src/markdown` turns each into plain Markdown. Nothing else is
 * shared between the three.
 */

/** Where a component's implementation lives, as an MDX import specifier. */
export type ComponentModule = '@astrojs/starlight/components' | '#components';

/** One component: its import and its attributes with their meaning. */
export interface ComponentSpec {
  readonly from: ComponentModule;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between its tags. */
  readonly children: string;
}

const STARLIGHT = '@astrojs/starlight/components';
const OURS = '#components';

/** Every component by its name. */
export const COMPONENTS = {
  Tabs: {
    from: STARLIGHT,
    attributes: { syncKey: 'groups with the same key follow one choice, kept across pages' },
    children: 'TabItem only',
  },
  TabItem: { from: STARLIGHT, attributes: { label: 'the tab’s text' }, children: 'blocks' },
  Aside: {
    from: OURS,
    attributes: {
      type: 'note | tip | caution | danger',
      title: 'plain text with `code`, instead of the type’s name',
    },
    children: 'blocks',
  },
  Steps: { from: STARLIGHT, attributes: {}, children: 'exactly one ordered list' },
  FileTree: {
    from: STARLIGHT,
    attributes: {},
    children: 'exactly one bullet list; folders end in /, entries are text or inline code',
  },
  CardGrid: { from: STARLIGHT, attributes: {}, children: 'Card and LinkCard' },
  LinkButton: {
    from: STARLIGHT,
    attributes: { href: 'route or absolute address', variant: 'primary | secondary' },
    children: 'text',
  },
  LinkCard: {
    from: OURS,
    attributes: {
      title: 'plain text with `code`',
      href: 'route or absolute address',
      description: 'plain text with `code`',
    },
    children: 'none',
  },
  Card: {
    from: OURS,
    attributes: {
      title: 'plain text with `code`',
      href: 'where the title leads: route or absolute address',
    },
    children: 'blocks',
  },
  Figure: {
    from: OURS,
    attributes: {
      src: 'key in content/_source/images.json, else an absolute address',
      alt: 'plain text',
      inline: 'present when it stands within a line: in a heading or a table cell',
    },
    children: 'none',
  },
  Video: {
    from: OURS,
    attributes: { src: 'absolute address', poster: 'absolute address', title: 'plain text' },
    children: 'none',
  },
  TaskPack: { from: OURS, attributes: {}, children: 'none' },
  Anchor: {
    from: OURS,
    attributes: {
      id: 'an anchor that upstream gave a place that is no heading',
      tab: 'present when it is the first thing in a TabItem that the anchor opens',
    },
    children: 'none',
  },
} as const satisfies Record<string, ComponentSpec>;

/** The name of a component. */
export type ComponentName = keyof typeof COMPONENTS;

/** Is this JSX name one of ours? */
export function isComponent(name: string | null | undefined): name is ComponentName {
  return name != null && Object.hasOwn(COMPONENTS, name);
}

/** HTML elements that a page may hold, since Markdown has no form for them; without attributes. */
const KEPT_HTML = [
  ...(['br', 'del', 'details', 'ins', 'kbd', 'mark', 's', 'small', 'sub', 'summary'] as const),
  ...(['sup', 'u'] as const),
] as const;

/** The name of such an element. */
export type KeptHtml = (typeof KEPT_HTML)[number];

/** Is this one of the HTML elements that a page may hold? */
export function isKeptHtml(name: string | null | undefined): name is KeptHtml {
  return KEPT_HTML.some((kept) => kept === name);
}
