/** When a new scrape was made, and the table that says so. */
import { parseDocument, type Node } from 'yaml';
import type { ScrapeDate } from '../model/scrape-date.ts';

/** A dump that is named after its day (`2025-06-17.txt`) tells its own date. */
export function dateInName(name: string): ScrapeDate | undefined {
  const day = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
  if (day === undefined) return undefined;
  return { earliest: day, latest: day, evidence: `The scrape’s file is named ${name}.` };
}

/**
 * Sets the date of `sections.yaml`, and leaves every other letter of it as it is.
 * @throws Error when the table has no date
 */
export function withDate(yaml: string, { earliest, latest, evidence }: ScrapeDate): string {
  const node = parseDocument(yaml).getIn(['scrape', 'date'], true) as Node | undefined;
  const [from, end] = node?.range ?? [];
  if (from === undefined || end === undefined)
    throw new Error('sections.yaml: scrape.date is missing');
  const indent = ' '.repeat(from - (yaml.lastIndexOf('\n', from - 1) + 1));
  const lines = [
    `earliest: ${earliest}`,
    `latest: ${latest}`,
    `evidence: ${JSON.stringify(evidence)}`,
  ];
  const to = from + yaml.slice(from, end).trimEnd().length;
  return yaml.slice(0, from) + lines.join(`\n${indent}`) + yaml.slice(to);
}
