/** The page's style: distances from one grid, letters that everybody has, and nothing that is fetched from anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { built } from '../world/built';

const FOLDER = 'src/sidebar/client/styles';
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8').replace(/\/\*.*?\*\//gs, '');
const sheets = readdirSync(FOLDER).filter((name) => name !== 'tokens.css');

/** What keeps parts of the page apart. */
const DISTANCE = /^(scroll-)?(padding|margin)(-\w+)*$|^(--|row-|column-)?gap$/;

interface Declaration {
  readonly sheet: string;
  readonly property: string;
  readonly value: string;
}

const declarations: readonly Declaration[] = sheets.flatMap((sheet) =>
  [...read(sheet).matchAll(/([\w-]+):\s*([^;{}]+);/g)].map(([, property = '', value = '']) => ({
    sheet,
    property,
    value: value.replace(/\s+/g, ' '),
  })),
);

/** What is left of a distance when all that the grid gives is taken from it, and the heights of what stays at its edges, which the page is told. */
function stray({ value }: Declaration): string {
  return value.replace(
    /var\(--space-\d\)|var\(--gap\)|var\(--(?:bar|head), 0px\)|calc|auto|\b-?[012]\b|[-+*() ]/g,
    '',
  );
}

describe('the page’s style', () => {
  it('takes every distance from the grid', () => {
    const distances = declarations.filter(({ property }) => DISTANCE.test(property));
    expect(distances.length).toBeGreaterThan(40);
    expect(distances.filter((each) => stray(each) !== '')).toEqual([]);
  });

  it('knows five of them, each twice or half as much again as the one before, at least', () => {
    const grid = [...read('tokens.css').matchAll(/--space-\d: (\d+)px/g)].map(([, px]) => Number(px));
    expect(grid).toEqual([2, 4, 8, 12, 16]);
  });

  it('is set in Arial, in the two weights that it has', () => {
    const of = (name: string) => declarations.filter(({ property }) => property === name);
    const fonts = of('font').filter(({ value }) => value !== 'inherit');
    expect(fonts.map(({ value }) => value)).toEqual(['13px / 1.45 Arial, sans-serif']);
    expect(of('font-family')).toEqual([]);
    expect([...new Set(of('font-weight').map(({ value }) => value))].sort()).toEqual(['400', '700']);
  });
});

/** Where a person goes who presses a link, and the names of three languages, which nobody fetches. */
const ADDRESSES =
  /^https:\/\/(app\.linkup\.so|myaccount\.google\.com\/connections)$|^http:\/\/www\.w3\.org\/(2000\/svg|1998\/Math\/MathML|1999\/xhtml)$/;

describe('the built page', () => {
  it('fetches nothing: what it is made of stands in it', async () => {
    const page = (await built())['Sidebar.html'] ?? '';
    expect(page.length).toBeGreaterThan(50_000);
    expect(page).not.toMatch(
      /url\(|@import|@font-face|<link|<img|<iframe|\ssrc=|\bfetch\(|XMLHttpRequest|import\(/,
    );
    const named = [...page.matchAll(/(?:https?:)?\/\/[\w-]+\.[\w./-]+/g)].map(([address]) => address);
    expect([...new Set(named)].filter((address) => !ADDRESSES.test(address))).toEqual([]);
  });
});
