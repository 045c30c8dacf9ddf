/** docs/install.md leads where it says: three files that can be pasted under the names that it gives, drawings that are there, permissions by their names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missing } from '../../../src/enrichment/permissions';
import { built } from '../../world/built';

const text = readFileSync('docs/install.md', 'utf8');
const byHand = text.split('\n## Without any tools\n')[1]?.split('\n## ')[0] ?? '';
const steps = byHand.split(/\n(?=\d\. )/).slice(1);

describe('the seven steps without any tools', () => {
  it('are seven, in order', () => {
    expect(steps.map((step) => step[0])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('paste just the files that are built', async () => {
    const pasted = steps
      .join('\n')
      .match(/paste all of\s+`([\w.]+)`/g)
      ?.map((each) => each.replace(/.*`([^`]+)`/s, '$1'));
    expect(pasted).toEqual(Object.keys(await built()));
  });

  it('name the page as the script opens it', async () => {
    const [, name] = /\.sidebar\("(\w+)", /.exec((await built())['Code.js'] ?? '') ?? [];
    expect(name).toBe('Sidebar');
    expect(steps[3]).toContain(`type \`${name}\``);
  });

  it('end at the menu that the script makes', async () => {
    const code = (await built())['Code.js'] ?? '';
    for (const words of ['Enrich with Linkup', 'Set up…']) {
      expect(code).toContain(`"${words}"`);
      expect(steps[6]).toContain(`*${words}*`);
    }
  });
});

describe('what is pasted', () => {
  it('is text that an editor keeps as it is: no characters that would get lost, under a megabyte each', async () => {
    for (const content of Object.values(await built())) {
      // Google publishes no limit; this is what has been written down as pasted and pushed, with some room.
      expect(Buffer.byteLength(content)).toBeLessThan(1_000_000);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
      expect(content).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u2028\u2029\ufeff]/);
      expect(content.startsWith(' ')).toBe(false);
    }
  });

  it('is as long as it says', async () => {
    const lines = ((await built())['Code.js'] ?? '').split('\n').length;
    const [, said = ''] = /about ([\d,]+) lines/.exec(byHand) ?? [];
    expect(Math.abs(Number(said.replace(',', '')) / lines - 1)).toBeLessThan(0.1);
  });
});

describe('the drawings', () => {
  const drawings = [...text.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g)].map(([, words = '', path = '']) => ({
    words,
    path,
  }));

  it.each(drawings)('$path says in words what it shows, and can be read in the dark', ({ words, path }) => {
    const svg = readFileSync(join('docs', path), 'utf8');
    expect(svg).toContain(`aria-label="${words}"`);
    expect(svg).toContain('prefers-color-scheme: dark');
  });
});

it('every permission of the manifest is explained by the name that Google gives it', () => {
  const { oauthScopes } = JSON.parse(readFileSync('appsscript.json', 'utf8'));
  const names = oauthScopes.map(
    (scope: string) => /“(.+)”/.exec(missing(scope.split('/').at(-1) ?? ''))?.[1],
  );
  expect(names.filter((name: string) => !text.includes(`| ${name} |`))).toEqual([]);
});
