/** The rules that keep `src/` easy to change: who may import whom, and which file alone touches which Google service. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { sourcesBelow } from './sources';

const files = sourcesBelow('src');

/** `src/run/cycle/advance.ts` is in the room `run`, and there in `run/cycle`; the sidebar's page is a room of its own. */
function roomOf(path: string): string {
  if (path.startsWith('src/sidebar/client/')) return 'client';
  return path.split('/').length === 2 ? 'index' : (path.split('/')[1] ?? '');
}

/** The files of `src/` that a file imports, types included. */
function importsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/from '(\.[^']*)'/g)].map(([, to = '']) =>
    join(dirname(path), to),
  );
}

/** What each room may use besides itself. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  index: ['run', 'sidebar', 'platform', 'enrichment'],
  sidebar: ['run', 'sheet', 'linkup', 'platform', 'enrichment'],
  // The page is bundled apart from the script: it may know pure logic, and the types of the calls.
  client: ['sidebar', 'linkup', 'enrichment'],
  run: ['sheet', 'linkup', 'platform', 'enrichment'],
  sheet: ['enrichment'],
  linkup: ['enrichment'],
  platform: ['enrichment'],
  enrichment: [],
};

/** The rooms inside `run`, and what each may use of the others; `turn` and `services` are the hall that all use. */
const INSIDE_RUN: Readonly<Record<string, readonly string[]>> = {
  press: ['cycle', 'rows', 'record', 'report', 'hall'],
  formula: ['cycle', 'rows', 'record', 'hall'],
  cycle: ['rows', 'record', 'report', 'hall'],
  report: ['rows', 'record', 'hall'],
  rows: ['record', 'hall'],
  record: ['hall'],
  hall: ['record'],
};

function insideRun(path: string): string | undefined {
  if (roomOf(path) !== 'run') return undefined;
  return path.split('/').length === 3 ? 'hall' : path.split('/')[2];
}

describe('imports', () => {
  it('point one way inside run too: press → cycle → rows → record', () => {
    const against = files.flatMap((path) => {
      const room = insideRun(path);
      return importsOf(path)
        .map((imported) => [imported, insideRun(`${imported}.ts`)] as const)
        .filter(([, to]) => room && to && to !== room && !INSIDE_RUN[room]?.includes(to))
        .map(([imported]) => `${path} imports ${imported}`);
    });
    expect(against).toEqual([]);
  });

  it('point one way: index → run → sheet, linkup, platform → enrichment', () => {
    const against = files.flatMap((path) =>
      importsOf(path)
        .filter((imported) => roomOf(imported) !== roomOf(path))
        .filter((imported) => !MAY_USE[roomOf(path)]?.includes(roomOf(imported)))
        .map((imported) => `${path} imports ${imported}`),
    );
    expect(against).toEqual([]);
  });

  it('bring nothing to Google but the hash, and nothing to the page but Preact', async () => {
    const entryPoints = ['src/index.ts', 'src/sidebar/client/main.tsx'];
    const jsx = { jsx: 'automatic', jsxImportSource: 'preact' } as const;
    const { metafile } = await build({
      entryPoints,
      ...jsx,
      bundle: true,
      write: false,
      metafile: true,
      outdir: 'out',
    });
    const packages = Object.keys(metafile.inputs).map(
      (path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1],
    );
    expect([...new Set(packages.filter(Boolean))].sort()).toEqual(['@noble/hashes', 'preact']);
  });
});

/** Google's services, and the one file that may name each. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  SpreadsheetApp: ['src/sheet/spreadsheet.ts', 'src/platform/ui.ts'],
  UrlFetchApp: ['src/linkup/http.ts'],
  PropertiesService: ['src/platform/properties.ts'],
  LockService: ['src/platform/lock.ts'],
  ScriptApp: ['src/platform/triggers.ts', 'src/platform/consent.ts'],
  HtmlService: ['src/platform/ui.ts'],
  Utilities: ['src/platform/clock.ts'],
  Session: ['src/platform/account.ts'],
  CacheService: [],
  Logger: [],
};

/** The code without comments: a service may be spoken of anywhere. */
function codeOf(path: string): string {
  return readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
}

describe('Google services', () => {
  it.each(Object.entries(OWNERS))('%s is touched only where it belongs', (service, owners) => {
    const users = files.filter((path) => new RegExp(`(?<![\\w.'])${service}\\b(?!')`).test(codeOf(path)));
    expect(users.filter((path) => !owners.includes(path))).toEqual([]);
  });

  it('leave the lock to one file that knows whose turn it is', () => {
    const users = files.filter((path) => /\bexclusively\(/.test(codeOf(path)));
    expect(users).toEqual(['src/run/turn.ts']);
  });

  it('leave SpreadsheetApp to the sheet room, but for the dialogs', () => {
    expect(codeOf('src/platform/ui.ts').match(/SpreadsheetApp\.\w+/g)).toEqual(['SpreadsheetApp.getUi']);
  });
});

/** Where a function or a class begins, as Biome writes it; a method stands two spaces in, an arrow function wherever it is passed. */
const BEGINNINGS = {
  function:
    /^ *(?:export |default |async )*function\b|=> [({]$|^ {2}(?!(?:if|for|while|switch|return)\b)(?:[a-z]+ )*\w+(?:<.*>)?\(.*\)(?:: .+)? \{$|^ {2}(?:[a-z]+ )*\w+(?:<.*>)?\($/,
  class: /^ *(?:export |default |abstract )*class\b/,
};

/** What is longer than it may be: a block ends at the next line that closes at its own indentation, unless that line opens its body. */
function longerThan(limit: number, begins: RegExp, text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    if (!begins.test(line)) return [];
    const length = lines.slice(at).findIndex((each, n) => n > 0 && closes(each, indent)) + 1;
    return length > limit ? [`${line.trim()} … ${length} lines`] : [];
  });
}

function closes(line: string, indent: string): boolean {
  return line.startsWith(indent) && /^[})]/.test(line.slice(indent.length)) && !/[{(]$/.test(line);
}

describe('every function and class', () => {
  /** All of `src/` that is too long. */
  function tooLong(kind: keyof typeof BEGINNINGS, limit: number): string[] {
    return files.flatMap((path) =>
      longerThan(limit, BEGINNINGS[kind], readFileSync(path, 'utf8')).map((what) => `${path}: ${what}`),
    );
  }

  it('can be read at a glance: no function is longer than 40 lines, no class than 150', () => {
    expect([...tooLong('function', 40), ...tooLong('class', 150)]).toEqual([]);
  });

  it.each([
    ['a function', ['export function f(', '  a: number,', '): void {', '  g();', '}'], 'function'],
    ['a component', ['function F({', '  a,', '}: { a: number }) {', '  return a;', '}'], 'function'],
    [
      'an arrow function',
      ['const f = useCallback(() => {', '  g();', '  h();', '  i();', '}, []);'],
      'function',
    ],
    [
      'a method',
      ['  private f(a: number): void {', '    if (a) {', '      g();', '    }', '  }'],
      'function',
    ],
    ['a class', ['export class C {', '  f(): void {', '    g();', '  }', '}'], 'class'],
  ] as const)('is counted from its first line to its last: %s of 5 lines', (_, lines, kind) => {
    expect(longerThan(4, BEGINNINGS[kind], lines.join('\n'))).toEqual([`${lines[0].trim()} … 5 lines`]);
    expect(longerThan(5, BEGINNINGS[kind], lines.join('\n'))).toEqual([]);
  });
});

describe('every file', () => {
  it.each(files)('%s opens with what it is for', (path) => {
    expect(readFileSync(path, 'utf8')).toMatch(/^\/\*[*\s]/);
  });

  it('has at most 300 lines: one job, which can be read at once', () => {
    const lines = (path: string): number => readFileSync(path, 'utf8').split('\n').length - 1;
    expect(files.filter((path) => lines(path) > 300)).toEqual([]);
  });

  it('has no any, no silenced check, and no leftover', () => {
    const marks =
      /\bas any\b|: any\b|<any>|@ts-(ignore|nocheck|expect-error)|biome-ignore|\b(TODO|FIXME|XXX)\b/;
    expect(files.filter((path) => marks.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('has the time from the clock, so that a job of hours can be tested in seconds', () => {
    const users = files.filter(
      (path) => roomOf(path) !== 'client' && /Date\.now\(\)|new Date\(\)/.test(codeOf(path)),
    );
    expect(users).toEqual(['src/platform/clock.ts']);
  });
});
