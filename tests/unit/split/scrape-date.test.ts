/** That the days between which the scrape was made are what upstream's own dumps prove. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readManifest } from '../../../src/content/read-routes.ts';
import { SCRAPE } from './scrape.ts';

const DUMPS = ['../shared/dumps', '../../shared/dumps'].find((folder) => existsSync(folder));
const { date } = readManifest().scrape;

const count = (text: string, words: string) => text.split(words).length - 1;

describe('the scrape', { skip: DUMPS === undefined && '../shared/dumps is not here' }, () => {
  const dump = (day: string) => readFileSync(join(DUMPS ?? '', `${day}.txt`), 'utf8');

  it('is later than its earliest day, when upstream described an older API', () => {
    const text = dump(date.earliest);
    assert.ok(count(text, 'ApiRouteConfig') > 30 && !text.includes('StepConfig'));
    assert.ok(count(SCRAPE.text, 'StepConfig') > 200 && !SCRAPE.text.includes('ApiRouteConfig'));
  });

  it('is earlier than its latest day, when upstream had renamed the type of a trigger', () => {
    const text = dump(date.latest);
    assert.deepEqual([count(text, "type: 'http'"), count(text, "type: 'api'")], [72, 7]);
    assert.deepEqual(
      [count(SCRAPE.text, "type: 'http'"), count(SCRAPE.text, "type: 'api'")],
      [0, 79],
    );
  });
});
