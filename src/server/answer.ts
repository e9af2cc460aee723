/** What the server says to a request: a pure function, so that every rule is a row in a test. */
import { contentType } from 'mime-types';
import type { Address } from '../model/address.ts';
import { linkHeader, linksOfPage, linksOfTwin } from '../model/discovery.ts';
import type { Named } from '../model/nearest.ts';
import { pageOfTwin, scrapedRoute } from '../model/routes.ts';
import { headersFor, privately, type HeaderRule, type Headers } from './headers.ts';
import { chooseEncoding, chooseForm, FORMS, type Accepts, type Encoding } from './negotiate.ts';
import { missingAsMarkdown } from './not-found.ts';
import { COMPRESSED, NOT_FOUND_PAGE, placeAt, type Place, type Site } from './site.ts';

/** A request as far as the answer depends on it; `target` is path and query as the client wrote them. */
export interface Question extends Accepts {
  readonly method: string;
  readonly target: string;
}

/** A file of the site to send (conditions and ranges are the sender's). */
export interface FileAnswer {
  readonly status: 200 | 404;
  readonly headers: Headers;
  readonly file: string;
}

/** A text of its own: a redirect, an error, a page not found as Markdown, a pack. */
export interface TextAnswer {
  readonly status: 200 | 308 | 400 | 404 | 405 | 406 | 414 | 429;
  readonly headers: Headers;
  readonly text: string;
}

export type Answer = FileAnswer | TextAnswer;

/** All that answers are made from. */
export interface Served {
  readonly site: Site;
  /** The headers of the build. */
  readonly rules: readonly HeaderRule[];
  readonly address: Pick<Address, 'base' | 'href' | 'absolute'>;
  /** Pages to suggest where nothing is. */
  readonly pages: readonly Named[];
}

/** No address of ours is a tenth as long; comparing names with longer ones would cost time. */
const LONGEST_TARGET = 4096;

const HTML = mediaTypeOf(FORMS.html);

/** The answer to one request. */
export function answer(served: Served, question: Question): Answer {
  const refused = refusal(served, question);
  if (refused) return refused;
  const target = readTarget(question.target);
  if (!target) return say(served, 400, 'The path is not valid percent-encoded UTF-8.');

  const { base, href } = served.address;
  if (!target.path.startsWith(base)) {
    const isDoor = target.path === '/' || `${target.path}/` === base;
    return isDoor ? redirect(served, base, target.query) : missing(served, question, target.path);
  }
  const path = `/${target.path.slice(base.length)}`;
  const place = placeAt(served.site, path);
  const scraped = asScraped(served.site, place, target.query);
  if (scraped !== undefined) return file(served, question, scraped);
  switch (place.kind) {
    case 'page':
      return page(served, question, place);
    case 'file':
      return file(served, question, place.file);
    case 'redirect':
      return redirect(served, href(place.to), target.query);
    case 'nothing':
      return missing(served, question, path);
  }
}

/** What is said to a request that no address here answers. */
export function refusal(served: Served, { method, target }: Question): TextAnswer | undefined {
  if (target.length > LONGEST_TARGET) {
    return say(served, 414, `The address is longer than ${LONGEST_TARGET} characters.`);
  }
  if (method === 'GET' || method === 'HEAD') return undefined;
  return say(served, 405, `${method} is not served here, only GET and HEAD.`, {
    Allow: 'GET, HEAD',
  });
}

/** `?as=scraped` on a page or its twin: upstream's own text, where ours is another. */
function asScraped({ files }: Site, place: Place, query: string): string | undefined {
  if (new URLSearchParams(query).get('as') !== 'scraped') return undefined;
  const twin = place.kind === 'page' ? place.twin : place.kind === 'file' ? place.file : undefined;
  const scraped = twin?.endsWith('.md') ? scrapedRoute(twin) : undefined;
  return scraped !== undefined && files.has(scraped) ? scraped : undefined;
}

/** A page in the form that the client prefers; as Markdown it says which address has that form alone. */
function page(
  served: Served,
  { accept, encoding }: Question,
  { file, twin }: Extract<Place, { kind: 'page' }>,
): Answer {
  const { address } = served;
  const Link = linkHeader(linksOfPage(twin), address.href);
  if (twin === undefined) {
    return chooseForm(accept, ['html'])
      ? { status: 200, ...withHeaders(stored(served, file, encoding), { Link }) }
      : say(served, 406, `This page comes only as ${FORMS.html}.`);
  }
  switch (chooseForm(accept, ['html', 'markdown'])) {
    case 'html':
      return { status: 200, ...withHeaders(varied(stored(served, file, encoding)), { Link }) };
    case 'markdown': {
      const sent = varied(stored(served, twin, encoding));
      const own = {
        'Cache-Control': privately(sent.headers['Cache-Control'] ?? ''),
        'Content-Location': address.href(twin),
        Link: linkHeader(linksOfTwin(pageOfTwin(twin)), address.href),
      };
      return { status: 200, ...withHeaders(sent, own) };
    }
    case undefined:
      return say(
        served,
        406,
        `This page comes as ${FORMS.html} or ${FORMS.markdown}.`,
        VARY_ACCEPT,
      );
  }
}

/** A file by its own name; a twin says which page it is of. */
function file(served: Served, { encoding }: Question, path: string): Answer {
  const { site, address } = served;
  const sent = stored(served, path, encoding);
  const page = path.endsWith('.md') ? pageOfTwin(path) : undefined;
  if (page === undefined || !site.files.has(`${page}index.html`)) return { status: 200, ...sent };
  const Link = linkHeader(linksOfTwin(page), address.href);
  return { status: 200, ...withHeaders(sent, { Link }) };
}

/** Not found, in the client's form; an address that ends in `.md` asks for Markdown by itself. */
function missing(served: Served, question: Question, path: string): Answer {
  const { site, pages, address } = served;
  const { accept, encoding } = question;
  const form = chooseForm(
    accept,
    path.endsWith('.md') ? ['markdown', 'html'] : ['html', 'markdown'],
  );
  if (form === 'markdown') {
    const text = missingAsMarkdown(path, { pages, address });
    return say(served, 404, text, { ...VARY_ACCEPT, 'Content-Type': FORMS.markdown });
  }
  if (!site.files.has(NOT_FOUND_PAGE)) return say(served, 404, 'Nothing is here.', VARY_ACCEPT);
  const sent = varied(stored(served, NOT_FOUND_PAGE, encoding));
  return { status: 404, ...withHeaders(sent, { 'Cache-Control': 'no-cache' }) };
}

type Stored = Pick<FileAnswer, 'file' | 'headers'>;

/** A file with the headers of its kind: its compressed copy where there is one that the client takes. */
function stored({ site, rules }: Served, file: string, acceptEncoding: string | undefined): Stored {
  const encodings = Object.keys(COMPRESSED) as Encoding[];
  const ready = encodings.filter((encoding) => site.files.has(file + COMPRESSED[encoding]));
  const encoding = chooseEncoding(acceptEncoding, ready);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const type = contentType(name) || 'application/octet-stream';
  return {
    file: encoding ? file + COMPRESSED[encoding] : file,
    headers: {
      ...headersFor(rules, file.replace(/\/index\.html$/, '/'), mediaTypeOf(type)),
      'Content-Type': type,
      ...(ready.length > 0 && { Vary: 'Accept-Encoding' }),
      ...(encoding && { 'Content-Encoding': encoding }),
    },
  };
}

function withHeaders({ file, headers }: Stored, own: Headers): Stored {
  return { file, headers: { ...headers, ...own } };
}

export const VARY_ACCEPT: Headers = { Vary: 'Accept' };

/** The same, marked as one of several forms behind an address. */
function varied(sent: Stored): Stored {
  return withHeaders(sent, {
    Vary: ['Accept', sent.headers['Vary']].filter(Boolean).join(', '),
  });
}

/** To an address of the site; the query goes along, before the anchor. */
function redirect(served: Served, to: string, query: string): TextAnswer {
  const [path = '', anchor] = encodeURI(to).split('#', 2);
  const location = path + query + (anchor === undefined ? '' : `#${anchor}`);
  const { 'Cache-Control': cache = '' } = headersFor(served.rules, path, HTML);
  return say(served, 308, `Moved to ${location}`, { 'Cache-Control': cache, Location: location });
}

/** A line of our own; browsers show it as a document, so it has the headers of one. */
export function say(
  { rules }: Pick<Served, 'rules'>,
  status: TextAnswer['status'],
  line: string,
  headers: Headers = {},
): TextAnswer {
  return {
    status,
    text: `${line.trimEnd()}\n`,
    headers: {
      ...headersFor(rules, '/', HTML),
      'Cache-Control': 'no-cache',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    },
  };
}

/** `text/html; charset=utf-8` → `text/html` */
function mediaTypeOf(contentType: string): string {
  return contentType.split(';', 1)[0] ?? '';
}

/** Decoded path and raw query of a request target, in origin or absolute form (RFC 9112, 3.2). */
function readTarget(target: string): { path: string; query: string } | undefined {
  const match = /^(?:https?:\/\/[^/?#]*)?(\/[^?#]*)(\?[^#]*)?/i.exec(target);
  try {
    const path = decodeURIComponent(match?.[1] ?? '');
    return path === '' || path.includes('\0') ? undefined : { path, query: match?.[2] ?? '' };
  } catch {
    return undefined; // not percent-encoded UTF-8
  }
}
