import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pictureOf, readableBytes, readImageTable } from '../../../src/pictures/table.ts';

const table = readImageTable();

test('a key of the table gives the upstream address and the size', () => {
  const picture = pictureOf('img/todo-react.png', table);
  assert.match(
    picture?.url ?? '',
    /^https:\/\/raw\.githubusercontent\.com\/.+\/img\/todo-react\.png$/,
  );
  assert.deepEqual([picture?.width, picture?.height, picture?.animated], [1161, 682, false]);
});

test('a GIF is an animation, also where its size is unknown', () => {
  assert.equal(pictureOf('img/cloud/one-click-deploy.gif', table)?.bytes, 3515410);
  const unmeasured = pictureOf('img/finance-agent.gif', table);
  assert.deepEqual([unmeasured?.animated, unmeasured?.width], [true, undefined]);
});

test('an absolute address is a picture of unknown size', () => {
  const url = 'https://assets.motia.dev/a.png';
  assert.deepEqual(pictureOf(url, table), {
    url,
    width: undefined,
    height: undefined,
    bytes: undefined,
    animated: false,
  });
});

test('an unknown key, another scheme and a name of Object’s are no pictures', () => {
  for (const src of [
    'img/none.png',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    'constructor',
  ]) {
    assert.equal(pictureOf(src, table), undefined);
  }
});

test('sizes are readable', () => {
  assert.deepEqual([3515410, 62728, 12].map(readableBytes), ['3.5 MB', '63 kB', '1 kB']);
});
