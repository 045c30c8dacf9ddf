/** The questions on the local Google: it says what is expected, and every knob that can be asked about changes an answer. */
import { readFileSync } from 'node:fs';
import { parse } from 'acorn';
import { beforeAll, describe, expect, it } from 'vitest';
import { KNOBS, type Knobs, MEASURED_COSTS } from '../../doubles/google';
import { scopesNeededBy, scopesOf } from '../../world/scopes';
import { buildParity } from './build';
import { main } from './command';
import { askLocally } from './local';
import EXPECTED from './script/expected.json';
import { QUESTIONS } from './script/questions';
import { UNASKED } from './unasked';

/** Every knob that a script can ask about, turned away from its default. */
const TURNED = {
  onKill: 'applied',
  triggerJitterMs: alternating(0, 20_000),
  plainTextKeepsEquals: false,
  plainTextDropsApostrophe: false,
  plainTextKeepsNumbers: false,
  metadataOnBoundedColumns: true,
  duplicateCopiesMetadata: false,
  fileCopyKeepsMetadata: true,
  insertedColumnsInherit: false,
  stripsTemplateComments: false,
  language: 'en',
  validationThrows: 'write',
  filterPositions: 'range',
  costs: dearer(4),
  limits: {
    propertyValueBytes: 9_000,
    propertyStoreBytes: 300_000,
    cellChars: 40_000,
    cacheValueBytes: 90_000,
    fetchUrlChars: 2_000,
    workbookCells: 700_000,
    triggersPerUser: 10,
  },
} as const satisfies Partial<Knobs>;

function alternating(...values: readonly number[]): () => number {
  let i = 0;
  return () => values[i++ % values.length] ?? 0;
}

function dearer(times: number): Knobs['costs'] {
  const entries = Object.entries(MEASURED_COSTS).map(([name, ms]) => [name, ms * times]);
  return { ...MEASURED_COSTS, ...Object.fromEntries(entries) };
}

let files: Readonly<Record<string, string>>;
let usual: ReturnType<typeof askLocally>;
let turned: ReturnType<typeof askLocally>;

beforeAll(async () => {
  files = await buildParity();
  usual = askLocally(files);
  turned = askLocally(files, TURNED);
});

describe('the questions, as they are pushed', () => {
  it('are answered by the local Google as is expected of it', async () => {
    const answers = QUESTIONS.map(({ id }) => {
      const { facts, figures, failed } = usual.letter.answers[id] ?? {};
      return [id, { facts, figures, failed }];
    });
    // After a change of the local Google: npx vitest run test/tools/parity -u, and once more without.
    await expect(`${JSON.stringify(Object.fromEntries(answers), null, 2)}\n`).toMatchFileSnapshot(
      'script/expected.json',
    );
  });

  it('are ES2019, and do nothing while they are loaded', () => {
    expect(() => parse(files['Code.js'] ?? '', { ecmaVersion: 2019, sourceType: 'script' })).not.toThrow();
    expect(() => new Function(files['Code.js'] ?? '')()).not.toThrow();
  });

  it('bring nothing of the product or of the tests along', () => {
    const sources = [...(files['Code.js'] ?? '').matchAll(/^ {2}\/\/ (\S+\.(?:ts|json))$/gm)].map(
      ([, path]) => path,
    );
    expect(sources).toContain('test/tools/parity/script/main.ts');
    expect(sources.filter((path) => !path?.startsWith('test/tools/parity/script/'))).toEqual([]);
  });

  it('need no more permissions than the product', () => {
    const asked = scopesOf(files['appsscript.json'] ?? '{}');
    expect(scopesOf(readFileSync('appsscript.json', 'utf8'))).toEqual(expect.arrayContaining(asked));
    expect(asked).toEqual(scopesNeededBy(files['Code.js'] ?? ''));
  });

  it('leave no scratch sheet and no trigger behind, and tell nobody’s address', () => {
    expect(JSON.stringify(usual.letter)).not.toMatch(/owner@example|1EnrichTest/);
    expect([usual.sheets, usual.triggers, usual.ownProperties]).toEqual([
      ['Sheet1', 'Parity mark', 'Parity'],
      0,
      0,
    ]);
  });

  it('are answered alike whatever clock, locale and sheets somebody’s documents have', () => {
    const elsewhere = askLocally(files, {}, ({ spreadsheet }) => {
      spreadsheet.timeZone = 'America/Los_Angeles';
      spreadsheet.locale = 'de_DE';
      spreadsheet.activeSheet.rename('Tabellenblatt1');
      spreadsheet.activeSheet.type(1, 1, 'something of their own');
    });
    const told = ({ letter }: typeof usual) =>
      Object.entries(letter.answers).map(([id, { facts, failed }]) => [id, facts, failed]);
    expect(told(elsewhere)).toEqual(told(usual));
  });
});

describe('every knob of the local Google', () => {
  const asked = new Set(QUESTIONS.flatMap(({ knobs }) => knobs));

  it.each(KNOBS.map(({ name }) => name))('%s is asked about, or said to be left to hands', (name) => {
    const unasked = UNASKED.filter(({ knob }) => knob === name);
    expect([asked.has(name), unasked.length > 0].filter(Boolean)).toHaveLength(1);
  });

  it('has a question only under its own name', () => {
    expect([...asked, ...UNASKED.flatMap(({ knob = [] }) => knob)].sort()).toEqual(
      KNOBS.map(({ name }) => name).sort(),
    );
    expect([...asked].sort()).toEqual(Object.keys(TURNED).sort());
  });

  it.each(QUESTIONS.filter(({ knobs }) => knobs.length > 0))('$knobs changes the answer of $id', ({ id }) => {
    expect(turned.letter.answers[id]).toBeDefined();
    expect(turned.letter.answers[id]).not.toEqual(usual.letter.answers[id]);
  });

  it.each(QUESTIONS.filter(({ knobs }) => knobs.length === 0))('leaves the facts of $id alone', ({ id }) => {
    expect(turned.letter.answers[id]?.facts).toEqual(usual.letter.answers[id]?.facts);
  });

  it('is as sure as its question says', () => {
    const sureness = new Map<string, string>(KNOBS.map((knob) => [knob.name, knob.sureness]));
    const otherwise = QUESTIONS.filter((question) =>
      question.knobs.some((name) => sureness.get(name) !== question.sureness),
    );
    expect(otherwise.map(({ id }) => id)).toEqual([]);
  });
});

describe('every price of a call', () => {
  it('is measured', () => {
    const measured = Object.entries(EXPECTED).flatMap(([id, { figures }]) =>
      id.startsWith('ms-') ? Object.keys(figures) : [],
    );
    expect(measured.sort()).toEqual(Object.keys(MEASURED_COSTS).sort());
  });
});

describe('npm run parity -- --local', () => {
  it('prints every question with its answer, and what is left to hands', async () => {
    const lines: string[] = [];
    const status = await main(['--local'], {
      build: async () => files,
      askLocally: async () => usual.letter,
      write: (line) => lines.push(line),
      refuse: (line) => lines.push(line),
      clasp: () => Promise.reject(new Error('nobody asked for Google')),
      root: '.',
      openBrowser: () => {},
    });
    const said = lines.join('\n');
    expect(status).toBe(0);
    expect(said).toContain(
      'agrees  Does =… stay a text in a cell of format @? (assumed, plainTextKeepsEquals)',
    );
    expect(said).toContain('    getValue(): text "=1+1"');
    expect(said).toContain(`${QUESTIONS.length} of ${QUESTIONS.length} questions agree`);
    expect(said).toContain('- where a smart chip leads: no method of SpreadsheetApp makes a chip. By hand:');
  });
});
