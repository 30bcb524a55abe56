import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOf, ScriptNames } from './script-names.ts';

describe('what scripts may add to a page', () => {
  it('is named by the words of strings and templates, whatever quotes stand in a pattern or comment', () =>
    expect(
      wordsOf(
        "/['\"]/.test(x); // don't\nif (kind === 'case') row.className = `c${n} dimmed`; x.classList.add('flex', \"a b\");",
      ).strings,
    ).toEqual(['c', '', 'dimmed', 'flex', 'a', 'b']));

  it('comes from every script that the page can load, and from no other; classes only from those that set them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scripts-'));
    writeFileSync(
      join(folder, 'page.js'),
      "import './shared.js'; import('./late.js'); x.className = 'from-page'",
    );
    writeFileSync(
      join(folder, 'shared.js'),
      "x.className = 'from-shared'; new Worker(new URL('/base/_astro/worker.js', y))",
    );
    writeFileSync(join(folder, 'late.js'), "import './page.js'; x.className = 'from-late'");
    writeFileSync(join(folder, 'worker.js'), "x('from-worker')");
    writeFileSync(join(folder, 'other.js'), "x('from-other')");
    const words = new ScriptNames(folder).of(
      '<script type="module" src="/base/_astro/page.js"></script><script>x.className = "inline"</script>' +
        '<script type="application/ld+json">{"not": a script}</script>',
    );
    expect([...words].filter((name) => /^<?(from|inline)/.test(name)).sort()).toEqual(
      [
        '<from-late',
        '<from-page',
        '<from-shared',
        '<from-worker',
        '<inline',
        'from-late',
        'from-page',
        'from-shared',
        'inline',
      ].sort(),
    );
  });
});
