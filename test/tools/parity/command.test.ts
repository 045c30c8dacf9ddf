/** The command, with a stand-in for clasp: what a person reads at every first step, and of what somebody sent. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ClaspStandIn, SAYS } from '../deploy/clasp-stand-in';
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

/** Runs the command at a desk with somebody's clasp. */
async function run(args: readonly string[], clasp = new ClaspStandIn()) {
  const lines: string[] = [];
  const opened: string[] = [];
  const status = await main(args, {
    build: async () => FILES,
    askLocally: () => Promise.reject(new Error('nobody wanted to hear the local Google')),
    write: (line) => lines.push(line),
    refuse: (line) => lines.push(line),
    clasp: clasp.run,
    openBrowser: (url) => opened.push(url),
    root: folder,
  });
  return { status, opened, said: lines.join('\n') };
}

describe('npm run parity', () => {
  it('makes a scratch sheet, pushes the questions and opens it; the next time it only pushes', async () => {
    const clasp = new ClaspStandIn();
    const first = await run([], clasp);
    const [[id, title] = []] = clasp.sheets;
    const url = `https://docs.google.com/spreadsheets/d/${id}/edit`;
    expect([first.status, first.opened, title]).toEqual([0, [url], 'Parity (scratch)']);
    expect(first.said).toContain(url);
    expect([...clasp.scripts.values()].map(({ files }) => Object.keys(files).sort())).toEqual([
      Object.keys(FILES).sort(),
    ]);
    clasp.commands.length = 0;
    expect((await run([], clasp)).opened).toEqual([url]);
    expect(clasp.commands).toEqual(['show-authorized-user', 'push']);
  });

  it.each([
    ['the Apps Script API is off', SAYS.apiOff, 'https://script.google.com/home/usersettings'],
    ['the login has run out', SAYS.expired, 'npx clasp login'],
    ['a box was left unticked at login', SAYS.unticked, 'tick all of them'],
    ['there is no network', SAYS.offline, 'Google cannot be reached from here'],
  ])('says in a sentence where %s, and has made no sheet by then', async (_, answer, sentence) => {
    const clasp = new ClaspStandIn();
    clasp.answer = answer;
    const { status, said, opened } = await run([], clasp);
    expect([status, opened, clasp.sheets.size]).toEqual([1, [], 0]);
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/\n|npm run deploy/);
  });

  it('says where nobody is logged in', async () => {
    const clasp = new ClaspStandIn();
    clasp.loggedIn = false;
    expect(await run([], clasp)).toMatchObject({
      status: 1,
      said: expect.stringContaining('npx clasp login'),
    });
  });

  it.each([
    ['gone', SAYS.notFound, 'Delete the folder out/parity'],
    ['somebody else’s', SAYS.notAllowed, 'may not edit this script'],
  ])('says where the sheet of the last time is %s', async (_, answer, sentence) => {
    const clasp = new ClaspStandIn();
    await run([], clasp);
    clasp.answer = answer;
    expect(await run([], clasp)).toMatchObject({ status: 1, said: expect.stringContaining(sentence) });
  });

  it.each([
    SAYS.apiOff,
    SAYS.notFound,
  ])('remembers no sheet whose script could not be made: %s', async (answer) => {
    const clasp = new ClaspStandIn();
    clasp.answerToCreate = answer;
    const { said } = await run([], clasp);
    expect(said).toMatch(/delete it/i);
    expect(said).not.toContain('npm run deploy');
    clasp.answerToCreate = undefined;
    expect((await run([], clasp)).status).toBe(0);
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

  it.each<[string, (json: string) => string | Buffer]>([
    ['with a byte order mark', (json) => `\ufeff${json}`],
    ['in UTF-16', (json) => Buffer.from(`\ufeff${json}`, 'utf16le')],
    ['copied from the cell, in quotation marks', (json) => `"${json.replaceAll('"', '""')}"\n`],
  ])('reads it %s', async (_, written) => {
    const file = letterWith({});
    writeFileSync(file, written(readFileSync(file, 'utf8')));
    expect((await compare(file)).said).toContain(agree);
  });

  it('says where the file is no text', async () => {
    const file = join(folder, 'picture.png');
    writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]));
    expect(await compare(file)).toMatchObject({ status: 2, said: expect.stringContaining('is no text') });
  });

  it('shows what a stranger wrote as text, and lets it do nothing to the terminal', async () => {
    const failed = { facts: {}, figures: {}, quotes: {}, failed: 'gone\u001b[2J\nagrees' };
    const { said } = await compare(letterWith({ whitelist: failed }));
    expect(said).not.toContain('\u001b');
    expect(said).not.toMatch(/^agrees/m);
  });

  it('says where there is no such file', async () => {
    expect(await compare(join(folder, 'none.json'))).toMatchObject({
      status: 2,
      said: expect.stringContaining('There is no file'),
    });
  });
});
