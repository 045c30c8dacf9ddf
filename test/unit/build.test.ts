/** The build refuses whatever Google would trip over, and makes exactly what is pushed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { bundle } from '../../build.mjs';
import { built } from '../world/built';

mkdirSync('out', { recursive: true });
const folder = mkdtempSync(join('out', 'build-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A stand-in for src/index.ts or the manifest. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A build that comes to nothing for its script or its manifest: the page is the one that is built already. */
async function refused(what: { readonly entry: string } | { readonly manifest: string }): Promise<unknown> {
  return bundle({ page: (await built())['Sidebar.html'] ?? '', ...what });
}

const ENTRY_POINTS = `
  export function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Enrich', 'enrich').addToUi(); }
  export function enrich() {}
  export function sidebarCall() {}
`;

describe('the built script', () => {
  it('has a real top-level function for every entry point, and touches nothing while loading', async () => {
    const context = vm.createContext(Object.create(null));
    vm.runInContext((await built())['Code.js'] ?? '', context);
    const names = [
      'onOpen',
      'onInstall',
      'enrichAllRows',
      'askAgain',
      'advanceByClock',
      'advanceSeldomByClock',
      'sidebarCall',
    ];
    expect(names.map((name) => vm.runInContext(`typeof ${name}`, context))).toEqual(
      names.map(() => 'function'),
    );
  });

  it('completes =LINKUP as it is typed: its comment stands before a function with its parameters', async () => {
    const code = (await built())['Code.js'] ?? '';
    const [, doc = ''] =
      /\n(\/\*\*\n(?:(?!\*\/)[\s\S])*\*\/)\nfunction LINKUP\(question, depth, what\) \{/.exec(code) ?? [];
    expect(doc).toContain(' * @customfunction\n');
    expect(doc.match(/@param \{.+\} (\w+) /g)).toHaveLength(3);
    expect(doc).toContain('Off until the spreadsheet’s owner turns it on');
  });

  it('says in script and page which version it is, as package.json has it', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const files = await built();
    for (const name of ['Code.js', 'Sidebar.html']) expect(files[name], name).toContain(`"${version}"`);
  });

  it('is refused when it calls a service while loading', async () => {
    const entry = file(
      'loads.ts',
      `${ENTRY_POINTS} export const store = PropertiesService.getUserProperties();`,
    );
    await expect(refused({ entry })).rejects.toThrow(
      'does something while loading: PropertiesService is not defined',
    );
  });

  it.each([
    'getScriptProperties',
    'getScriptLock',
    'getScriptCache',
  ])('is refused when it calls %s, which in an add-on all people and documents share', async (name) => {
    const code = `${ENTRY_POINTS} export function all() { return Store.${name}(); }`;
    await expect(refused({ entry: file('shares.ts', code) })).rejects.toThrow(`Code.js calls ${name}()`);
  });

  it('is refused when it is not ES2019', async () => {
    const entry = file('modern.ts', `${ENTRY_POINTS} export const load = (name: string) => import(name);`);
    await expect(refused({ entry })).rejects.toThrow('Code.js is not ES2019');
  });

  it.each([
    [
      'a menu item',
      ENTRY_POINTS.replace('export function enrich() {}', ''),
      'the menu item "Enrich" calls enrich()',
    ],
    [
      'the sidebar',
      ENTRY_POINTS.replace('export function sidebarCall() {}', ''),
      'the sidebar calls sidebarCall()',
    ],
    [
      'a trigger',
      `${ENTRY_POINTS} export function arm() { ScriptApp.newTrigger('tick').timeBased(); }`,
      'a trigger calls tick()',
    ],
  ])('is refused when %s names a function that is not exported', async (_, code, fault) => {
    await expect(refused({ entry: file('missing.ts', code) })).rejects.toThrow(fault);
  });

  it('is refused when the manifest names a function that is not exported', async () => {
    const manifest = file(
      'manifest.json',
      JSON.stringify({ addOns: { common: { homepageTrigger: { runFunction: 'home' } } } }),
    );
    await expect(refused({ manifest })).rejects.toThrow('the manifest calls home()');
  });
});

describe('the built page', () => {
  it('is one file without a backtick, a scriptlet, or anything from elsewhere, under 210 kB', async () => {
    const html = (await built())['Sidebar.html'] ?? '';
    expect(html).not.toMatch(/`|<\?/);
    expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)=/);
    expect(Buffer.byteLength(html)).toBeLessThan(210_000);
  });
});

describe('whose work it is', () => {
  it('is said in each output, with the licence, of everything in it that is not ours', async () => {
    const { 'Code.js': code = '', 'Sidebar.html': html = '' } = await built();
    for (const [output, holders] of [
      [code, ['Paul Miller (https://paulmillr.com) (@noble/hashes)']],
      [html, ['Jason Miller (preact)']],
    ] as const) {
      const [, notice = ''] = /\/\*! Enrich with Linkup([\s\S]*?)\*\//.exec(output) ?? [];
      expect(notice.match(/^Copyright .*$/gm)).toEqual([
        'Copyright (c) 2026 The Enrich with Linkup authors',
        ...holders.map((holder) => expect.stringContaining(holder)),
      ]);
      expect(notice).toContain('shall be included in all\ncopies or substantial portions of the Software.');
    }
  });

  it('is asked of every package that ships: one without the MIT licence is refused', async () => {
    const entry = file(
      'other.ts',
      `${ENTRY_POINTS} export { build } from '../../node_modules/typescript/lib/version.cjs';`,
    );
    await expect(refused({ entry })).rejects.toThrow('typescript is not under the MIT licence');
  });
});

const CLASP = 'node_modules/@google/clasp/build/src/index.js';

describe('npm run build', () => {
  it.each([
    ['--profil', 'addon'],
    ['--profile', 'both'],
    ['addon'],
  ])('refuses %s %s in a sentence', (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['build.mjs', ...args], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^.+(?:see --help|one of bound, addon)\n$/);
  });
});

describe('what clasp would push', () => {
  it('is exactly the script, the page and the manifest', () => {
    execFileSync(process.execPath, ['build.mjs']);
    const status = execFileSync(process.execPath, [CLASP, 'show-file-status', '--json'], {
      encoding: 'utf8',
    });
    const { filesToPush } = JSON.parse(status);
    expect([...filesToPush].map((path) => path.replaceAll('\\', '/')).sort()).toEqual([
      'dist/Code.js',
      'dist/Sidebar.html',
      'dist/appsscript.json',
    ]);
  });
});
