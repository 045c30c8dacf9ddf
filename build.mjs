// Builds what is pushed to Google: dist/Code.js, dist/Sidebar.html, dist/appsscript.json. Refuses whatever Google would trip over.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { parse } from 'acorn';
import { build } from 'esbuild';

/** The global that holds the bundle; the stubs below it are what Google calls. */
const BUNDLE = 'enrichWithLinkup';

/** The two shapes of the add-on: a script that is bound to one spreadsheet, and an add-on that is published. */
const PROFILES = ['bound', 'addon'];

/** What sources find of the version: package.json alone says which it is. */
const VERSION = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8')).version;
const STAMP = { BUILT_VERSION: JSON.stringify(VERSION) };

/** Builds everything in memory: file names to contents. Throws an Error with one line per fault. `plugins` are esbuild's, for the script; `page` is Sidebar.html, where that is built already. */
export async function bundle({
  profile = 'bound',
  entry = 'src/index.ts',
  manifest = 'appsscript.json',
  plugins = [],
  page = sidebar(),
} = {}) {
  const [code, html, manifestText] = await Promise.all([
    script(profile, entry, plugins),
    page,
    readFile(manifest, 'utf8'),
  ]);
  const files = { 'Code.js': code, 'Sidebar.html': html, 'appsscript.json': manifestText };
  const faults = [
    ...faultsInScript(code),
    ...faultsOfSharing(code),
    ...faultsInHtml(html),
    ...missingEntryPoints(code, html, manifestText),
  ];
  if (faults.length > 0)
    throw new Error(`The build is refused:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  return files;
}

/** Writes `dist/` as it is pushed, and leaves nothing else there; says what it weighs. */
export async function writeDist(files, profile = 'bound') {
  await mkdir('dist', { recursive: true });
  // Never without its files: another command may be reading or writing them.
  const others = (await readdir('dist')).filter((name) => !(name in files));
  for (const name of others) await rm(`dist/${name}`, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) await writeFile(`dist/${name}`, content);
  const sizes = Object.entries(files).map(
    ([name, content]) => `${name} ${(Buffer.byteLength(content) / 1000).toFixed(1)} kB`,
  );
  return `dist/ (${profile}): ${sizes.join(', ')}`;
}

/** One readable script: the bundle, and a real top-level function per export, which is what google.script.run and the editor see. */
async function script(profile, entry, plugins) {
  const shared = {
    entryPoints: [entry],
    bundle: true,
    write: false,
    target: 'es2019',
    charset: 'utf8',
    define: { ...STAMP, BUILT_FOR: JSON.stringify(profile) },
    plugins,
  };
  const { metafile } = await build({ ...shared, format: 'esm', metafile: true, outfile: 'out.js' });
  const names = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const formulas = formulasIn(await readFile(entry, 'utf8'));
  const stubs = names.map((name) => stubOf(name, formulas.get(name)));
  const { outputFiles } = await build({ ...shared, format: 'iife', globalName: BUNDLE, minify: false });
  return `${await notice(metafile)}${outputFiles[0].text}\n${stubs.sort().join('\n\n')}\n`;
}

/** Whose work an output is, above it: the licence asks to go along with every copy. */
async function notice({ inputs }) {
  const names = Object.keys(inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  const packages = [...new Set(names.filter(Boolean))].sort();
  const theirs = await Promise.all(packages.map(holderOf));
  const [title, ours, ...terms] = (await readFile('LICENSE', 'utf8')).trim().split('\n\n');
  return `/*! Enrich with Linkup, ${title}\n${[ours, ...theirs].join('\n')}\n\n${terms.join('\n\n')}\n*/\n`;
}

/** Who holds the rights to a package that ships, and its name; what is licensed otherwise needs its own notice, and does not ship unnoticed. */
async function holderOf(name) {
  const folder = `node_modules/${name}`;
  const { license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const [holder] = /^.*Copyright.*$/m.exec(await readFile(`${folder}/LICENSE`, 'utf8')) ?? [];
  if (license !== 'MIT' || !holder)
    throw new Error(`The build is refused:\n- ${name} is not under the MIT licence`);
  return `${holder} (${name})`;
}

function stubOf(name, { doc = '', parameters = '...args' } = {}) {
  return `${doc}function ${name}(${parameters}) {\n  return ${BUNDLE}.${name}(${parameters});\n}`;
}

/** Functions for cells, by name: Sheets completes them from their comment and parameters, neither of which esbuild keeps. */
function formulasIn(source) {
  const found = source.matchAll(
    /^(\/\*\*(?:(?!\*\/)[\s\S])*@customfunction\s+\*\/\n)export function (\w+)\(([^)]*)\)/gm,
  );
  return new Map(
    [...found].map(([, doc, name, typed]) => [
      name,
      { doc, parameters: [...typed.matchAll(/(\w+)\??:/g)].map(([, parameter]) => parameter).join(', ') },
    ]),
  );
}

/** One page with its script and style inside. Template literals are lowered: HtmlService strips what looks like a comment in them. */
async function sidebar() {
  const folder = 'src/sidebar/client';
  const { outputFiles, metafile } = await build({
    entryPoints: [`${folder}/main.tsx`],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022', // Google Sheets itself supports only browsers that are newer.
    minify: true,
    charset: 'utf8',
    legalComments: 'none', // `notice` says it.
    metafile: true,
    jsx: 'transform', // Smaller than automatic, which names `children` at every element.
    jsxFactory: 'h',
    jsxFragment: 'Fragment',
    inject: [`${folder}/h.ts`],
    define: STAMP,
    tsconfigRaw: '{}', // The types' own way to JSX does not count here.
    supported: { 'template-literal': false },
  });
  const text = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text.trim() ?? '';
  const [page, above] = await Promise.all([readFile(`${folder}/page.html`, 'utf8'), notice(metafile)]);
  return page.replace('/* style */', () => text('.css')).replace('/* script */', () => above + text('.js'));
}

function faultsInScript(code) {
  try {
    parse(code, { ecmaVersion: 2019, sourceType: 'script' });
  } catch (error) {
    return [`Code.js is not ES2019: ${error.message}`];
  }
  try {
    // In AuthMode.NONE one service call at load time kills the menu; in an empty context it throws.
    vm.runInNewContext(code, Object.create(null));
    return [];
  } catch (error) {
    return [`Code.js does something while loading: ${error.message}`];
  }
}

/** In a published add-on these are one for all people and documents: a key in there is everybody's, and a lock stops the world. */
function faultsOfSharing(code) {
  const shared = ['getScriptProperties', 'getScriptLock', 'getScriptCache'];
  return shared.filter((name) => code.includes(name)).map((name) => `Code.js calls ${name}()`);
}

function faultsInHtml(html) {
  const faults = [];
  if (html.includes('`'))
    faults.push('Sidebar.html holds a backtick, and HtmlService strips comments inside template literals');
  if (html.includes('<?')) faults.push('Sidebar.html holds "<?", which HtmlService may take for a scriptlet');
  return faults;
}

/** Whatever calls the script by name must find a function there. */
function missingEntryPoints(code, html, manifest) {
  const context = vm.createContext({});
  try {
    vm.runInContext(code, context);
  } catch {
    return []; // Already reported as doing something while loading.
  }
  const wanted = [
    ...menuItems(context),
    ...triggerHandlers(code),
    ...sidebarCalls(html),
    ...manifestFunctions(JSON.parse(manifest)),
  ];
  return wanted
    .filter(([name]) => vm.runInContext(`typeof ${name}`, context) !== 'function')
    .map(([name, by]) => `${by} calls ${name}(), which src/index.ts does not export`);
}

/** The menu as the script itself makes it. */
function menuItems(context) {
  const items = [];
  const menu = {
    addItem(label, name) {
      items.push([name, `the menu item "${label}"`]);
      return menu;
    },
    addSeparator: () => menu,
    addToUi() {},
  };
  context.SpreadsheetApp = { getUi: () => ({ createMenu: () => menu, createAddonMenu: () => menu }) };
  vm.runInContext('typeof onOpen === "function" && onOpen()', context);
  return items;
}

function triggerHandlers(code) {
  return [...code.matchAll(/\.newTrigger\(\s*(?:"(\w+)"|(\w+))/g)].map(([, literal, constant]) => {
    const name =
      literal ??
      new RegExp(`\\b${constant} = "(\\w+)"`).exec(code)?.[1] ??
      `a name that cannot be found (${constant})`;
    return [name, 'a trigger'];
  });
}

function sidebarCalls(html) {
  return [...html.matchAll(/\.(sidebarCall)\(/g)].map(([, name]) => [name, 'the sidebar']);
}

function manifestFunctions(value) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    /function$/i.test(key) && typeof member === 'string'
      ? [[member, 'the manifest']]
      : manifestFunctions(member),
  );
}

const USAGE = `Usage: npm run build -- [--profile ${PROFILES.join('|')}]

Writes dist/ as it is pushed to Google.

Exit code: 0 when it is there, 1 when the build is refused, 2 for bad input.`;

/** What was typed: the profile, 'help', or a sentence where it cannot be used. */
function typed() {
  try {
    const options = { profile: { type: 'string', default: 'bound' }, help: { type: 'boolean' } };
    const { profile, help } = parseArgs({ options }).values;
    if (help || PROFILES.includes(profile)) return { profile, help };
    return { fault: `--profile is one of ${PROFILES.join(', ')}` };
  } catch (error) {
    return { fault: `${error.message.replace(/\. .*$/s, '')}; see --help` };
  }
}

/** Gives the exit code. */
async function main() {
  const { profile, help, fault } = typed();
  if (fault) console.error(fault);
  else if (help) console.log(USAGE);
  else console.log(await writeDist(await bundle({ profile }), profile));
  return fault ? 2 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main().catch((error) => {
    console.error(error.message);
    return 1;
  });
}
