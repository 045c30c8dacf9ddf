/** The command, with a stand-in for clasp: what a person reads at every first step, and of what somebody sent. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ran } from './clasp';
import { main } from './command';
import EXPECTED from './script/expected.json';
import { QUESTIONS } from './script/questions';

let folder: string;
const folders: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parity-'));
  folders.push(folder);
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

const FILES = { 'Code.js': '', 'Page.html': '', 'appsscript.json': '{}' };

const WELL: Ran = { status: 0, out: '' };

/** Runs the command on a clasp that does well, but for what a test says. */
async function run(args: readonly string[], fails: Readonly<Record<string, Ran>> = {}) {
  const calls: string[] = [];
  const lines: string[] = [];
  const opened: string[] = [];
  const clasp = ([command = '', ...rest]: readonly string[], at: string): Ran => {
    calls.push([command, ...rest].join(' '));
    const fault = fails[command];
    if (fault) return fault;
    if (command === 'create-script')
      writeFileSync(join(at, '.clasp.json'), JSON.stringify({ scriptId: 's', parentId: ['sheet-id'] }));
    return WELL;
  };
  const status = await main(args, {
    build: async () => FILES,
    askLocally: () => Promise.reject(new Error('nobody wanted to hear the local Google')),
    write: (line) => lines.push(line),
    refuse: (line) => lines.push(line),
    clasp,
    openBrowser: (url) => opened.push(url),
    folder,
  });
  return { status, calls, opened, said: lines.join('\n') };
}

describe('npm run parity', () => {
  it('makes a scratch sheet, pushes the questions and opens it; the next time it only pushes', async () => {
    const url = 'https://docs.google.com/spreadsheets/d/sheet-id/edit';
    const first = await run([]);
    expect(first.calls).toEqual([
      'show-authorized-user',
      'create-script --type sheets --title Parity (scratch)',
      'push --force',
    ]);
    expect([first.status, first.opened]).toEqual([0, [url]]);
    expect(first.said).toContain(url);
    const pushed = Object.keys(FILES);
    expect(pushed.filter((name) => existsSync(join(folder, name)))).toEqual(pushed);
    expect((await run([])).calls).toEqual(['show-authorized-user', 'push --force']);
  });

  it.each([
    ['show-authorized-user', { status: 0, out: 'Not logged in.\n' }, 'Run: npx clasp login'],
    ['push', { status: 1, out: 'invalid_grant' }, 'Run: npx clasp login'],
    [
      'create-script',
      { status: 1, out: 'User has not enabled the Apps Script API. Enable it by visiting …' },
      'https://script.google.com/home/usersettings',
    ],
    [
      'create-script',
      { status: 1, out: 'reason: getaddrinfo ENOTFOUND www.googleapis.com' },
      'Google cannot be reached from here',
    ],
    ['push', { status: 1, out: 'Requested entity was not found.' }, 'Delete the folder out/parity'],
    ['show-authorized-user', { status: 1, out: 'Error: Cannot find module clasp' }, '`npm ci`'],
    ['push', { status: 1, out: 'a new text' }, 'clasp push failed, and this is all that it said: a new text'],
  ])('says in a sentence what is missing where %s says %j', async (command, fault, sentence) => {
    const { status, said, opened } = await run([], { [command]: fault });
    expect([status, opened]).toEqual([1, []]);
    expect(said).toContain(sentence);
    expect(said).not.toContain('\n');
  });

  it('remembers no sheet that could not be made', async () => {
    await run([], { 'create-script': { status: 1, out: 'ENOTFOUND' } });
    expect((await run([])).calls[1]).toMatch(/^create-script/);
  });

  it('says how it is used where it is not understood', async () => {
    for (const args of [['--compare'], ['x.json'], ['--nonsense']]) {
      const { status, said } = await run(args);
      expect([status, said]).toEqual([2, expect.stringContaining('see --help')]);
    }
    expect((await run(['--help'])).said).toContain('npm run parity -- --compare FILE');
  });
});

/** A letter that agrees in everything, with some answers in place of others. */
function letterWith(answers: Readonly<Record<string, object | undefined>>): string {
  const agreed = Object.entries(EXPECTED).map(([id, answer]) => [id, { ...answer, quotes: {} }]);
  const all = { ...Object.fromEntries(agreed), ...answers };
  const file = join(folder, 'sent.json');
  writeFileSync(
    file,
    JSON.stringify({ parity: 1, at: 'today', language: 'en', locale: 'en_US', answers: all }),
  );
  return file;
}

const compare = (file: string) => run(['--compare', file]);

describe('npm run parity -- --compare', () => {
  const agree = `${QUESTIONS.length} of ${QUESTIONS.length} questions agree`;

  it('finds nothing where all agrees, in whatever language it was said', async () => {
    const { said } = await compare(letterWith({}));
    expect(said).toBe(`Asked today, language en, locale en_US.\n\n${agree}`);
  });

  it('says what differs, what that would mean, what adapts, and which knob to turn', async () => {
    const { facts } = EXPECTED['rule-rejects'];
    const file = letterWith({
      'rule-rejects': {
        facts: { ...facts, 'setValues()': 'throws' },
        figures: {},
        quotes: { 'setValues()': 'The data you entered' },
      },
    });
    const { said, status } = await compare(file);
    expect(status).toBe(0);
    expect(said).toContain('differs: Where does a rule that rejects throw');
    expect(said).toContain('setValues(): throws (the local Google: goes through)');
    expect(said).toContain('setValues(): “The data you entered”');
    expect(said).toContain('It would mean: Answers of a call that was half carried out');
    expect(said).toContain('The product adapts: each write is flushed');
    expect(said).toContain('Turn validationThrows, which says “at the flush;');
    expect(said).toContain(`${QUESTIONS.length - 1} of ${QUESTIONS.length} questions agree; 1 differs`);
  });

  it('says where there is no knob to turn', async () => {
    const { said } = await compare(letterWith({ apostrophe: { facts: {}, figures: {}, quotes: {} } }));
    expect(said).toContain(`"'x": not said (the local Google: text "x", shown "x")`);
    expect(said).toContain('There is no knob: mend test/doubles/google.');
  });

  it('forgives three times the time, and no more', async () => {
    const times = (ms: number) => ({ 'ms-stores': { facts: {}, figures: { propertyRead: ms }, quotes: {} } });
    expect((await compare(letterWith(times(95)))).said).toContain(agree);
    expect((await compare(letterWith(times(96)))).said).toContain(
      'propertyRead: 96 ms (the local Google: 30 ms)',
    );
  });

  it('tells what was not asked, and what could not be, from what differs', async () => {
    const failed = { facts: {}, figures: {}, quotes: {}, failed: 'DNS error' };
    const { said } = await compare(letterWith({ 'file-copy': undefined, whitelist: failed }));
    expect(said).toContain('could not be asked: Is a host refused');
    expect(said).toContain('  DNS error\n');
    expect(said).toContain('Not asked yet:\n- What comes along with “File → Make a copy”?');
    expect(said).toContain('1 could not be asked; 1 not asked yet');
    expect(said).not.toContain('mend');
  });

  it.each([
    ['{', 'This is no JSON'],
    ['{}', 'it does not say "parity": 1'],
    [
      '{"parity":1,"at":"","language":"","locale":"","answers":{"sort":{}}}',
      'answers.sort.facts should be an object',
    ],
    [
      '{"parity":1,"at":"","language":"","locale":"","answers":{"sort":{"facts":{"a":[]},"figures":{},"quotes":{}}}}',
      'answers.sort.facts.a should be a text',
    ],
  ])('refuses %s in a sentence', async (text, sentence) => {
    const file = join(folder, 'other.json');
    writeFileSync(file, text);
    const { status, said } = await compare(file);
    expect([status, said.includes(sentence)]).toEqual([2, true]);
  });

  it('says where there is no such file', async () => {
    expect(await compare(join(folder, 'none.json'))).toMatchObject({
      status: 2,
      said: expect.stringContaining('There is no file'),
    });
  });
});
