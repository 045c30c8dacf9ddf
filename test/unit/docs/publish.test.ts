/** docs/publish.md is what Google's forms take: each permission with its reason, texts within their lengths, pictures of their sizes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const text = readFileSync('docs/publish.md', 'utf8');

/** The quoted lines after a heading in bold. */
function quoted(heading: string): string {
  const [, lines = ''] = new RegExp(`\\*\\*${heading}\\*\\*[^\\n]*\\n\\n((?:>[^\\n]*\\n)+)`).exec(text) ?? [];
  return lines.replace(/^> ?/gm, '').trim();
}

describe('the listing', () => {
  it.each([
    ['Name', 50],
    ['Short description', 200],
    ['Detailed description', 16_000],
  ])('has a %s of at most %i characters that names no product of Google’s', (heading, most) => {
    const words = quoted(heading);
    expect(words.length).toBeGreaterThan(10);
    expect(words.length).toBeLessThanOrEqual(most);
    expect(words).not.toMatch(/Google/);
  });

  it('gives a reason for each permission of the manifest, and for no other', () => {
    const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8'));
    const rows = [...text.matchAll(/^\| `([\w.]+)` \| .{40,} \|$/gm)].map(([, scope]) => scope);
    expect(rows).toEqual(oauthScopes.map((scope: string) => scope.split('/').at(-1)));
  });
});

describe('the links', () => {
  it('that the form requires say what stands there', () => {
    const required = [...text.matchAll(/^\| ([a-z ]+) \(required\) \| .{10,} \|$/gm)].map(
      ([, field]) => field,
    );
    expect(required).toEqual(['privacy policy', 'terms of service', 'support']);
  });
});

describe('the pictures', () => {
  const named = [...text.matchAll(/\| (\d+) × (\d+) \| \[[^\]]+\]\(([^)]+)\)/g)].map(
    ([, wide, high, path = '']) => ({ size: [Number(wide), Number(high)], path }),
  );

  it('are those that Google asks for', () => {
    expect(named.map(({ size }) => size.join('×'))).toEqual([
      '32×32',
      '48×48',
      '96×96',
      '128×128',
      '220×140',
      '120×120',
    ]);
  });

  it.each(named)('$path has that size, and weighs next to nothing', ({ size, path }) => {
    const png = readFileSync(join('docs', path));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size);
    expect(png.length).toBeLessThan(10_000);
  });

  it('include one of the size of a screenshot', () => {
    const png = readFileSync('.github/sidebar.png');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 800]);
  });
});
