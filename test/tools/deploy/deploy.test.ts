/** `npm run deploy`, on a stand-in for clasp: which sheet and which script it ends in, and what it never touches. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Desk, SHEET } from './desk';
import { PLACEHOLDER } from './own-script';

const OURS = ['Code.js', 'Sidebar.html', 'appsscript.json'];

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.clear());

describe('a sheet', () => {
  it('that is new gets a script with the three files, is noted where Git does not look, and opens', async () => {
    expect(await desk.deploy('--new', 'My companies')).toBe(0);
    const script = desk.script();
    expect(Object.keys(script.files).sort()).toEqual(OURS);
    expect(desk.clasp.sheets.get(script.parentId ?? '')).toBe('My companies');
    expect(desk.opened).toEqual([`https://docs.google.com/spreadsheets/d/${script.parentId}/edit`]);
    expect(desk.said.join('\n')).toContain(desk.opened[0]);
    expect(desk.read('.clasp.json')).toContain(PLACEHOLDER);
    expect(
      execFileSync('git', ['check-ignore', '.clasp.bound.json', '.clasp.addon.json'], { encoding: 'utf8' }),
    ).toBe('.clasp.bound.json\n.clasp.addon.json\n');
  });

  it.each([
    ['its address', `https://docs.google.com/spreadsheets/d/${SHEET}/edit?gid=0#gid=0`],
    [
      'its address in a browser with two accounts',
      `https://docs.google.com/spreadsheets/u/1/d/${SHEET}/edit`,
    ],
    ['a link of Drive', `https://drive.google.com/open?id=${SHEET}&usp=drive_fs`],
    ['its id', SHEET],
  ])('that is there is named by %s', async (_, sheet) => {
    expect(await desk.deploy('--sheet', sheet, '--no-open')).toBe(0);
    expect(desk.script().parentId).toBe(SHEET);
    expect(desk.opened).toEqual([]);
  });

  it('is pushed to again without a word, and gets no second script when it is named again', async () => {
    await desk.deploy('--sheet', SHEET);
    desk.clasp.commands.length = 0;
    expect(await desk.deploy()).toBe(0);
    expect(await desk.deploy('--sheet', SHEET)).toBe(0);
    expect(desk.clasp.scripts.size).toBe(1);
    expect(desk.clasp.commands).toEqual([
      'show-authorized-user',
      'pull',
      'push',
      'show-authorized-user',
      'pull',
      'push',
    ]);
  });

  it('that had the add-on already is said to have two menus now, once', async () => {
    await desk.deploy('--sheet', SHEET);
    const said = () => desk.said.filter((line) => line.includes('two menus')).length;
    expect(said()).toBe(1);
    await desk.deploy();
    await desk.deploy('--new', 'Another');
    expect(said()).toBe(1);
  });

  it('may be another one: the script before stays, and is named', async () => {
    await desk.deploy('--sheet', SHEET);
    const [before] = desk.clasp.scripts.keys();
    expect(await desk.deploy('--new', 'Another')).toBe(0);
    expect(desk.said.join('\n')).toContain(before);
    expect(desk.clasp.scripts.size).toBe(2);
  });

  it('is not forgotten where the line is cut once it has its script', async () => {
    desk.clasp.cutAfterCreate = true;
    expect(await desk.deploy('--new', 'Cut')).toBe(0);
    expect(Object.keys(desk.script().files ?? {}).sort()).toEqual(OURS);
  });
});

describe('an id of a script', () => {
  const script = (files: Record<string, string>) => desk.clasp.scripts.set('z'.repeat(57), { files });
  const typed = (scriptId: string) =>
    desk.write('.clasp.json', JSON.stringify({ scriptId, rootDir: 'dist' }));

  it('that somebody wrote into .clasp.json is taken over to where Git does not see it', async () => {
    script({ 'Code.js': 'function myFunction() {\n  \n}\n', 'appsscript.json': '{}' });
    typed(`https://script.google.com/home/projects/${'z'.repeat(57)}/edit`);
    expect(await desk.deploy()).toBe(0);
    expect(desk.said.join('\n')).toContain('.clasp.bound.json');
    expect(desk.read('.clasp.json')).toBe(readFileSync('.clasp.json', 'utf8'));
    expect(await desk.deploy()).toBe(0);
  });

  it.each([
    ['no id at all', 'my script', '“my script”'],
    ['nobody’s', 'a-script-that-is-nowhere', 'sees no script with the id a-script-that-is-nowhere'],
  ])('is refused where it is %s', async (_, id, sentence) => {
    typed(id);
    expect(await desk.deploy()).toBe(1);
    expect(desk.refused).toContain(sentence);
    expect(desk.refused).toContain('Project settings');
  });

  it('is refused where the file is no JSON', async () => {
    desk.write('.clasp.json', '{ "scriptId": ');
    expect(await desk.deploy()).toBe(1);
    expect(desk.refused).toContain('git checkout .clasp.json');
  });
});

describe('a script that holds anything else', () => {
  const OTHERS: [string, Record<string, string>][] = [
    ['a function of somebody’s', { 'Code.js': 'function invoice() { return 1; }\n' }],
    ['a file beside ours', { 'Invoices.js': 'function invoice() {}' }],
    ['a page of somebody’s', { 'Sidebar.html': '<p>Invoices</p>' }],
    ['code that does not parse', { 'Code.js': 'function (' }],
  ];

  async function holding(files: Record<string, string>) {
    await desk.deploy('--sheet', SHEET);
    const script = desk.script();
    Object.assign(script.files, files);
    return script;
  }

  it.each(OTHERS)('such as %s is never overwritten unasked', async (_, files) => {
    const script = await holding(files);
    const before = { ...script.files };
    expect(await desk.deploy()).toBe(1);
    expect(desk.refused).toContain(Object.keys(files)[0]);
    expect(desk.refused).toContain('nothing was pushed');
    expect(script.files).toEqual(before);
  });

  it('is told from ours on Windows too', async () => {
    desk.clasp.isWindows = true;
    const script = await holding({});
    expect(await desk.deploy()).toBe(0);
    script.files['Invoices.js'] = 'function invoice() {}';
    expect(await desk.deploy()).toBe(1);
    expect(desk.refused).toContain('not the add-on’s: Invoices.js.');
  });

  it('such as a function below our own code is found too', async () => {
    const script = await holding({});
    script.files['Code.js'] += '\nfunction invoice() { return 1; }\n';
    expect(await desk.deploy()).toBe(1);
    expect(desk.refused).toContain('Code.js');
  });

  it('is overwritten when that is said, and a copy is kept', async () => {
    const script = await holding({
      'Invoices.js': 'function invoice() {}',
      'Sidebar.html': '<p>sidebarCall of last week</p>',
    });
    expect(await desk.deploy('--overwrite')).toBe(0);
    expect(Object.keys(script.files).sort()).toEqual(OURS);
    const copies = readdirSync(join(desk.root, 'out/deploy')).filter((name) => name.startsWith('replaced-'));
    expect(
      copies.map((name) => readFileSync(join(desk.root, 'out/deploy', name, 'Invoices.js'), 'utf8')),
    ).toEqual(['function invoice() {}']);
  });
});

it('the add-on gets a script of its own, beside that of one’s sheet', async () => {
  await desk.deploy('--sheet', SHEET);
  expect(await desk.deploy('--profile', 'addon', '--new', 'Enrich with Linkup')).toBe(0);
  expect(desk.script('addon').parentId).toBeUndefined();
  expect(desk.script('addon').files['Code.js']).not.toBe(desk.script().files['Code.js']);
  expect(desk.clasp.sheets.size).toBe(1);
  expect(await desk.deploy('--profile', 'addon')).toBe(0);
});

it.each([
  [[]],
  [['--profile', 'addon']],
])('a script that is noted for both profiles is pushed to for neither: %j', async (args) => {
  await desk.deploy('--sheet', SHEET);
  desk.write('.clasp.addon.json', desk.read('.clasp.bound.json'));
  desk.clasp.commands.length = 0;
  expect(await desk.deploy(...args)).toBe(1);
  expect(desk.refused).toMatch(/\.clasp\.bound\.json and .*\.clasp\.addon\.json name the same script/);
  expect(desk.clasp.commands).toEqual([]);
});
