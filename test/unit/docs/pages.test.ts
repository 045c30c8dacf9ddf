/** What the pages say is there, is there: links, pictures, commands, and what the sidebar calls things. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourcesBelow } from '../sources';
import { anchorsOf, codeOn, linksOf, PAGES } from './markdown';

const links = PAGES.flatMap(linksOf);

/** Where files are that a page may name. */
const ROOMS = ['src', 'test', 'docs', '.github'];
const FILE = /^[\w/.-]*\w\.(?:tsx?|mjs|json|html|md|txt|css)$/;

/** Built, released, or a person’s own. */
const MADE = /^(?:out\/|\.clasp\.|addon-|Sidebar\.html$|(?:original|copy)\.json$)/;

describe('the pages', () => {
  it('lead nowhere that is not there', () => {
    expect(links.length).toBeGreaterThan(30);
    const lost = links.filter(
      ({ file, heading }) =>
        !existsSync(file) || (heading !== '' && !anchorsOf(readFileSync(file, 'utf8')).includes(heading)),
    );
    expect(lost.map(({ from, file, heading }) => `${from}: ${file}#${heading}`)).toEqual([]);
  });

  it('name only files that are there, by their path or its end, and what a command makes', () => {
    const there = [
      ...readdirSync('.'),
      ...ROOMS.flatMap((room) =>
        readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
      ),
    ].map((path) => `/${path.replaceAll('\\', '/')}`);
    const named = PAGES.flatMap((page) =>
      codeOn(page)
        .filter((code) => FILE.test(code) && !MADE.test(code))
        .map((code) => ({ page: page.path, name: code.replace(/^(?:\.\.\/)+/, '') })),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ name }) => !there.some((path) => path.endsWith(`/${name}`)))).toEqual([]);
  });

  it('of docs/ can all be reached from the README, and every picture is shown somewhere', () => {
    const there = ['docs', 'docs/pictures'].flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => `${folder}/${name}`),
    );
    const shown = links.map(({ file }) => file);
    expect(there.filter((file) => !shown.includes(file))).toEqual([]);
  });
});

/** The commands of package.json. */
const packaged: { readonly scripts: Record<string, string> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const SCRIPTS = Object.keys(packaged.scripts);

/** What npm can do without a script of ours. */
const OF_NPM = ['ci', 'cit', 'install', 'test', 'start'];

describe('commands', () => {
  const workflows = readdirSync('.github/workflows').map((name) =>
    readFileSync(`.github/workflows/${name}`, 'utf8'),
  );
  const written = [...PAGES.flatMap(codeOn), ...workflows.flatMap((text) => text.split('\n'))];

  it('that a page or a workflow names are there', () => {
    const named = written.flatMap((line) =>
      [...line.matchAll(/\bnpm (?:run )?(?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(30);
    expect([...new Set(named)].filter((name) => ![...SCRIPTS, ...OF_NPM].includes(name))).toEqual([]);
  });

  it('of package.json all stand on some page', () => {
    const unnamed = SCRIPTS.filter(
      (name) => !written.some((line) => new RegExp(`\\bnpm (run )?${name}\\b`).test(line)),
    );
    expect(unnamed).toEqual([]);
  });
});

describe('what the sidebar and the menu call things', () => {
  const sources = sourcesBelow('src')
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

  /** In these pages a capital letter in italics begins a label; what is a question, a Status or a column of an example is none. */
  const LABELLED = ['using', 'troubleshooting', 'security', 'limits', 'how-it-works', 'recipes'].map(
    (name) => `docs/${name}.md`,
  );
  const NO_LABEL = /[{?→]|Linkup runs|ten largest/;
  /** Columns of the recipes. */
  const COLUMNS = ['Company', 'Website', 'Employees', 'Price page', 'Claim', 'Company profiles'];

  it.each(LABELLED)('is what %s calls them', (path) => {
    const text = PAGES.find((page) => page.path === path)?.text ?? '';
    const labels = [...text.matchAll(/(?<![*\w])\*([A-Z=][^*\n]*)\*(?!\*)/g)].map(([, label = '']) => label);
    expect(labels.length).toBeGreaterThan(0);
    const named = labels.filter((label) => !NO_LABEL.test(label) && !COLUMNS.includes(label));
    expect(named.filter((label) => !sources.includes(label))).toEqual([]);
  });
});
