import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withSmallScripts } from '../../../src/site/build/inline-scripts.ts';

test('scripts within a page lose what only their authors read', () => {
  assert.equal(
    withSmallScripts(
      '<p>a</p><script>\n\t// Why.\n\tconst wide = measure();\n\tif (wide) show(wide);\n</script><script aria-hidden="true"> go() </script>',
    ),
    '<p>a</p><script>const wide=measure();wide&&show(wide);</script><script aria-hidden="true">go();</script>',
  );
});

test('modules, files and data stay as they are', () => {
  const page =
    '<script type="module">go( )</script><script src="/a.js"></script><script type="application/ld+json">{ "a": 1 }</script>';
  assert.equal(withSmallScripts(page), page);
});
