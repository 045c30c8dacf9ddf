/** `npm run deploy`, on a stand-in for clasp: every first step that may be missing, and every refusal, is a sentence with what to do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingFirstStep } from '../common/first-steps.mjs';
import { SAYS } from './clasp-stand-in';
import { Desk, SHEET } from './desk';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

describe('a first step that is missing', () => {
  it.each([
    [
      'v18.20.4',
      () => true,
      'This needs Node 20.19 or newer, and here is v18.20.4. Install it from https://nodejs.org, then run this again.',
    ],
    [
      'v20.9.0',
      () => true,
      'This needs Node 20.19 or newer, and here is v20.9.0. Install it from https://nodejs.org, then run this again.',
    ],
    ['v20.19.0', () => false, 'Nothing is installed here yet. Run: npm ci'],
    ['v20.19.0', () => true, undefined],
    ['v24.0.0', () => true, undefined],
  ])('%s: Node, and what npm installs', (version, isInstalled, sentence) => {
    expect(missingFirstStep(version, '>=20.19', isInstalled)).toBe(sentence);
  });

  it('no script yet: says how one is made, before anything else is done', async () => {
    expect(await desk.deploy()).toBe(1);
    expect(desk.refused).toMatch(/--new ".*--sheet/);
    expect(await desk.deploy('--profile', 'addon')).toBe(1);
    expect(desk.refused).toContain('--profile addon --new');
    expect(desk.clasp.commands).toEqual([]);
  });

  it('no login', async () => {
    desk.clasp.loggedIn = false;
    expect(await desk.deploy('--new', 'X')).toBe(1);
    expect(desk.refused).toContain('npx clasp login');
    expect(desk.clasp.sheets.size).toBe(1);
  });

  it.each([
    ['the Apps Script API is off', SAYS.apiOff, 'https://script.google.com/home/usersettings'],
    ['the login has run out', SAYS.expired, 'npx clasp login'],
    ['a box was left unticked at login', SAYS.unticked, 'tick all of them'],
    ['there is no network', SAYS.offline, 'cannot be reached'],
  ])('%s: says so before a sheet is made', async (_, words, sentence) => {
    desk.clasp.answer = words;
    expect(await desk.deploy('--new', 'X')).toBe(1);
    expect(desk.refused).toContain(sentence);
    expect(desk.refused).not.toContain('Drive');
    expect(desk.clasp.sheets.size).toBe(1);
  });

  it('the API turns out to be off only once the sheet is made: says that it is there', async () => {
    desk.clasp.answerToCreate = SAYS.apiOff;
    expect(await desk.deploy('--new', 'X')).toBe(1);
    expect(desk.refused).toContain('If a sheet “X” is in your Drive by now, use it');
    expect(existsSync(join(desk.root, '.clasp.bound.json'))).toBe(false);
  });
});

describe('what Google refuses', () => {
  it.each([
    [SAYS.expired, 'npx clasp login'],
    [SAYS.unticked, 'Not every box was ticked'],
    [SAYS.offline, 'cannot be reached'],
    [SAYS.notAllowed, 'ana@example.com, who may not edit this sheet'],
    [SAYS.notFound, 'ana@example.com, who sees no sheet with the id'],
    [SAYS.invalid, 'type anything into a cell'],
    ['Quota exceeded for quota metric', 'wait some minutes'],
    ['Internal error encountered.', 'trouble of its own'],
    ['Something quite new.', 'clasp says: Something quite new.'],
  ])('for a sheet by “%s” is said in words', async (words, sentence) => {
    desk.clasp.answerToCreate = words;
    expect(await desk.deploy('--sheet', SHEET)).toBe(1);
    expect(desk.refused).toContain(sentence);
    expect(existsSync(join(desk.root, '.clasp.bound.json'))).toBe(false);
  });

  it.each([
    [SAYS.notAllowed, 'may not see this script'],
    [SAYS.notFound, 'sees no script with the id'],
    [SAYS.apiOff, 'usersettings'],
    [SAYS.offline, 'cannot be reached'],
  ])('for a script that was pushed to before by “%s” is said in words', async (words, sentence) => {
    await desk.deploy('--sheet', SHEET);
    desk.clasp.answer = words;
    desk.clasp.email = undefined;
    expect(await desk.deploy()).toBe(1);
    expect(desk.refused).toContain(sentence);
  });
});

describe('bad input', () => {
  it.each([
    [['--sheet', 'Companies'], 'is no address of a sheet'],
    [['--sheet', `https://docs.google.com/document/d/${SHEET}/edit`], 'another kind of Google document'],
    [
      ['--sheet', 'https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcdefghijklmnop/pubhtml'],
      'published copy',
    ],
    [['--sheet', `https://docs.google.com/spreadsheets/d/${SHEET}/edit?rtpof=true&sd=true`], 'Excel file'],
    [['--sheet', `https://script.google.com/d/${SHEET}/edit`], 'address of a script'],
    [['--sheet', 'https://drive.google.com/drive/folders/abcdefghijklmnopqrstuvwxyz'], 'address of a folder'],
    [['--new', ' '], 'needs a title'],
    [['--new', 'A', '--sheet', SHEET], 'either --new or --sheet'],
    [['--profile', 'addon', '--sheet', SHEET], 'belongs to no sheet'],
    [['--profile', 'both'], 'one of bound, addon'],
    [['--fast'], 'fast'],
  ])('%j is refused before clasp is asked', async (args, sentence) => {
    expect(await desk.deploy(...args)).toBe(2);
    expect(desk.refused).toContain(sentence);
    expect(desk.clasp.commands).toEqual([]);
  });
});
