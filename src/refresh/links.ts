/** Links that died or were mended between two splits, from their findings. */
import type { Finding } from '../split/findings.ts';
import { nameOf } from '../split/page.ts';
import type { Snapshot } from './snapshot.ts';

/** A link of a page that leads nowhere. */
export interface DeadLink {
  readonly source: string;
  readonly route: string;
  /** As upstream writes it. */
  readonly link: string;
}

const MESSAGE = /^link to (.+) (?:leads nowhere|names an anchor)/;

/** Both lists; a link that went with its page, or out of its page, was not mended. */
export function linkChanges(
  before: Snapshot,
  after: Snapshot,
): { died: DeadLink[]; mended: DeadLink[] } {
  const [olds, news] = [deadLinks(before), deadLinks(after)];
  const keyOf = ({ source, link }: DeadLink) => `${source} ${link}`;
  const [wasDead, isDead] = [new Set(olds.map(keyOf)), new Set(news.map(keyOf))];
  const raw = new Map(after.pages.map((page) => [page.source, page.raw]));
  return {
    died: news.filter((link) => !wasDead.has(keyOf(link))),
    mended: olds.filter((dead) => {
      const [written = ''] = dead.link.split('#').slice(-1);
      return !isDead.has(keyOf(dead)) && raw.get(dead.source)?.includes(written);
    }),
  };
}

function deadLinks({ findings, pages }: Snapshot): DeadLink[] {
  const names = new Map(pages.map((page) => [nameOf(page), page]));
  const all = findings.filter(isDeadLink).flatMap((finding): DeadLink[] => {
    const page = names.get(finding.page);
    const link = MESSAGE.exec(finding.message)?.[1];
    return page && link !== undefined ? [{ source: page.source, route: page.route, link }] : [];
  });
  return [...new Map(all.map((dead) => [`${dead.source} ${dead.link}`, dead])).values()];
}

/** Is this about a link that leads nowhere? */
export const isDeadLink = ({ rule }: Finding): boolean =>
  rule === 'dead-link' || rule === 'dead-anchor';
