import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from '../../../src/model/address.ts';

test('without settings the site is the local server at its root, and says that it is not configured', () => {
  const { site, base, configured } = addressOf({});
  assert.deepEqual(
    { site, base, configured },
    { site: 'http://127.0.0.1:4321', base: '/', configured: false },
  );
});

test('a base path is read however its slashes are written', () => {
  for (const BASE_PATH of ['motia', '/motia', 'motia/', '/motia/']) {
    assert.equal(addressOf({ BASE_PATH }).base, '/motia/');
  }
});

test('only root-relative links get the base', () => {
  const { href } = addressOf({ BASE_PATH: '/motia/' });
  const links = [
    '/concepts/steps/#x',
    '/',
    '#x',
    'https://motia.dev/a',
    '//host/a',
    'mailto:a@b.co',
    'steps',
  ];
  assert.deepEqual(links.map(href), ['/motia/concepts/steps/#x', '/motia/', ...links.slice(2)]);
});

test('an absolute address is origin, base and route', () => {
  const { absolute } = addressOf({ SITE_URL: 'https://docs.example/', BASE_PATH: 'motia' });
  assert.equal(absolute('/llms.txt'), 'https://docs.example/motia/llms.txt');
});

test('a SITE_URL with a path, or that is no address, is refused with the way out', () => {
  for (const SITE_URL of [
    'https://docs.example/motia',
    'docs.example',
    'file:///tmp',
    'https://me:secret@docs.example',
    'https://docs.example?',
  ]) {
    assert.throws(() => addressOf({ SITE_URL }), /a path goes into BASE_PATH/);
  }
});

test('a BASE_PATH that is no plain path is refused', () => {
  for (const BASE_PATH of ['/../x', '/a b/', '/<x>/']) {
    assert.throws(() => addressOf({ BASE_PATH }), /expected a path such as/);
  }
});
