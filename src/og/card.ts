/** What the preview card of a page looks like: the drawing as a tree of boxes, for satori. */

import { SITE_NAME } from '../model/site-name.ts';

/** The words on a card. */
export interface Card {
  /** Where the page stands: `Guides`, `Deployment / Motia Cloud`; `''` for the home page. */
  readonly place: string;
  readonly title: string;
  readonly description: string;
}

/** Pixels, the size that Open Graph's readers crop least. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** The font's names, one a script; a letter is taken from the first that has it. */
export const CARD_FONTS = { latin: 'Geist', 'latin-ext': 'Geist Ext', cyrillic: 'Geist Cyrillic' };

/** A node of the tree, in the form that satori shares with React. */
export interface Box {
  readonly type: string;
  readonly props: {
    readonly style: Style;
    readonly children?: string | readonly Box[];
    readonly src?: string;
  };
}

type Style = Readonly<Record<string, string | number>>;

const MARGIN = 72;

// The dark theme's tokens (site/styles/tokens.css).
const GROUND = '#0f1312';
const HEADING = '#f1f5f3';
const TEXT = '#c5ceca';
const MUTED = '#95a29c';
const ACCENT = '#62d2b0';
const LINE = '#27302d';

/** The drawing of a card: long words break, long texts end with an ellipsis, nothing leaves its box. */
export function drawingOf(card: Card): Box {
  const [place, title, description] = [card.place, card.title, card.description].map(legible);
  return column(
    {
      ...CARD_SIZE,
      boxSizing: 'border-box',
      padding: MARGIN,
      backgroundColor: GROUND,
      backgroundImage: `url(${pictureOf(LARGE_MARK)})`,
      backgroundPosition: '640px -70px',
      backgroundSize: '640px 640px',
      backgroundRepeat: 'no-repeat',
      fontFamily: Object.values(CARD_FONTS).join(', '),
    },
    [
      row({ alignItems: 'center' }, [
        { type: 'img', props: { src: pictureOf(MARK), style: { width: 56, height: 56 } } },
        words(SITE_NAME, { marginLeft: 20, fontSize: 34, fontWeight: 600, color: HEADING }),
        words('unofficial', {
          marginLeft: 20,
          padding: '2px 14px 4px',
          border: `2px solid ${LINE}`,
          borderRadius: 20,
          fontSize: 22,
          color: MUTED,
        }),
      ]),
      column({ flexGrow: 1, justifyContent: 'flex-end' }, [
        ...lines(place, 1, { marginBottom: 12, fontSize: 32, color: ACCENT }),
        ...lines(title, 3, {
          fontSize: card.title.length > 44 ? 60 : 76,
          fontWeight: 600,
          letterSpacing: '-0.025em',
          lineHeight: 1.1,
          color: HEADING,
        }),
        ...lines(description, 2, { marginTop: 24, fontSize: 32, lineHeight: 1.4, color: TEXT }),
      ]),
    ],
  );
}

/** Pictograms are in none of our fonts. */
function legible(text: string): string {
  return text.replace(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, '').trim();
}

/** Text of at most so many lines; nothing for no text. */
function lines(text = '', most: number, style: Style): Box[] {
  if (text === '') return [];
  const width = CARD_SIZE.width - 2 * MARGIN;
  const clamped = { display: 'block', lineClamp: most, wordBreak: 'break-word', maxWidth: width };
  return [words(text, { ...style, ...clamped })];
}

function words(text: string, style: Style): Box {
  return { type: 'div', props: { style, children: text } };
}

function row(style: Style, children: readonly Box[]): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function column(style: Style, children: readonly Box[]): Box {
  return row({ flexDirection: 'column', ...style }, children);
}

function pictureOf(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

const MARK = markIn('#ffffff', '#a7f0d8', '<rect width="26" height="26" rx="7" fill="#0b6b57"/>');
const LARGE_MARK = markIn('#151c19', '#18271f');

/** The site's mark (public/favicon.svg) in other colours. */
function markIn(line: string, dot: string, ground = ''): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26">',
    ground,
    `<g fill="none" stroke="${line}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">`,
    '<path d="M6 18.5V9l5 6 2-2.4"/><path d="M13 12.6 20 7.5v11"/></g>',
    `<circle cx="20" cy="7.5" r="1.8" fill="${dot}"/></svg>`,
  ].join('');
}
