import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../common/csv';
import { typedIn } from '../common/typed-in';
import { main } from './command';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line in a process of its own, as a person does, without a key. */
function spawned(...args: string[]) {
  const command = ['--import', 'tsx', 'test/tools/demo/demo.ts', ...args, '--out', out];
  const env = { ...process.env, LINKUP_API_KEY: '' };
  return spawnSync(process.execPath, command, { encoding: 'utf8', env });
}

/** The same in this process, which need not load it all again. */
async function demo(...args: string[]) {
  const said = await typedIn((streams) => main([...args, '--out', out], undefined, streams));
  return { status: said.status, stdout: said.out, stderr: said.err };
}

describe('the demonstration', () => {
  it('fills twenty rows and says so in its last line', async () => {
    const { status, stdout, stderr } = await demo('--rows', '20', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toEqual({
      rows: 20,
      done: 20,
      failed: 0,
      notFound: 0,
      wrong: 0,
      billedUsd: 0.12,
      posts: 1,
      lists: expect.any(Number),
      sheetCalls: expect.any(Number),
      virtualSeconds: expect.any(Number),
    });
    expect(stdout).toContain('the answers in 20 rows all agree');
    const [headings, ...rows] = parseCsv(readFileSync(join(out, 'countries.csv'), 'utf8'));
    expect(headings).toEqual(['Country', 'capital', 'area', 'currency', 'landlocked', 'Facts status']);
    expect(rows).toHaveLength(20);
    expect(rows[1]).toEqual(['Afghanistan', 'Kabul', '652230', 'Afghan afghani', 'TRUE', 'Done']);
  });

  it('is a command of its own', () => {
    const { status, stdout } = spawned('--rows', '1', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ rows: 1, done: 1 });
  });

  it('names every failed row of a table of one’s own, with the reason', async () => {
    const csv = join(folder, 'own.csv');
    writeFileSync(csv, 'Firm;Land\r\nAcme;France\r\n"Beta\nLtd";Chile\r\n');
    const { status, stdout } = await demo('--csv', csv, '--ask', 'Capital of {{Land}}?', '--fail', '1');
    expect(status).toBe(0);
    expect(stdout).toMatch(/France \(row 2\)/);
    expect(stdout).toMatch(/Chile \(row 3\)/);
    expect(stdout).toContain('nothing to compare');
    const [headings, , second] = parseCsv(readFileSync(join(out, 'own-enriched.csv'), 'utf8'));
    expect(headings).toEqual(['Firm', 'Land', 'Answer', 'Answer status']);
    expect(second?.slice(0, 3)).toEqual(['Beta\nLtd', 'Chile', '']);
  });

  it('fills the empty columns of a table of one’s own in place, and says before what it asks, and as what', async () => {
    const csv = join(folder, 'fill.csv');
    const table = [
      ['No.', 'Nation', 'Who went', 'Capital', 'Area in km²', 'Is landlocked', 'Favourite dish'],
      ['1', 'Peru', 'Ana', '', '', '', ''],
      ['2', 'Chad', 'Bo', 'My town', '', '', ''],
      ['3', 'Mali', 'Cy', '', '', '', ''],
      ['', '', '', '', '', '', ''],
      ['5', 'Japan', 'Di', 'Edo', 'big', 'no', 'soba'],
      ['6', 'Chile', 'Eve', '', '', '', ''],
    ];
    writeFileSync(csv, table.map((row) => row.join(';')).join('\n'));
    const { status, stdout } = await demo('--csv', csv, '--fill');
    expect(status).toBe(0);
    const said = [
      'Question: Find the following about {{Nation}}: Capital; Area in km²; Is landlocked (yes or no); Favourite dish.',
      'Fills:    Capital (text), Area in km² (number), Is landlocked (yes/no), Favourite dish (text)',
      '4 rows to ask',
      '1 row left out: filled by hand',
    ];
    const places = said.map((words) => stdout.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    const enriched = parseCsv(readFileSync(join(out, 'fill-enriched.csv'), 'utf8'));
    const none = 'Done · nothing for Favourite dish';
    expect(enriched.map((row) => row.slice(3))).toEqual([
      ['Capital', 'Area in km²', 'Is landlocked', 'Favourite dish', 'Facts status'],
      ['Lima', '1285216', 'FALSE', '', none],
      ['My town', '1284000', 'TRUE', '', 'Done · your own value kept; nothing for Favourite dish'],
      ['Bamako', '1240192', 'TRUE', '', none],
      ['', '', '', '', ''],
      ['Edo', 'big', 'no', 'soba', ''],
      ['Santiago', '756102', 'FALSE', '', none],
    ]);
  });

  it.each([
    ['a bad option', ['--rows', 'many'], '--rows must be a whole number'],
    ['an unreadable CSV file', ['--csv', '/nowhere.csv', '--ask', '{{a}}?'], '/nowhere.csv cannot be read'],
    ['a column that is not there', ['--ask', 'Who leads {{Company}}?'], 'There is no column “Company”'],
    ['a live run without a key', ['--live'], 'LINKUP_API_KEY'],
  ])('refuses %s in one line and writes nothing', async (_, args, sentence) => {
    rmSync(out, { recursive: true, force: true });
    const { status, stdout, stderr } = await demo(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr).toContain(sentence);
    expect(existsSync(out)).toBe(false);
  });
});
