/** Builds the questions as the product is built: one script of ES2019 with a top-level function per export, a page, a manifest. */
import { readFile } from 'node:fs/promises';
import { type BuildOptions, build } from 'esbuild';

const FOLDER = 'test/tools/parity/script';
const BUNDLE = 'parity';

/** File names to contents, as they are pushed. */
export async function buildParity(): Promise<Record<string, string>> {
  const shared: BuildOptions = {
    entryPoints: [`${FOLDER}/main.ts`],
    bundle: true,
    write: false,
    target: 'es2019',
    charset: 'utf8',
    logLevel: 'silent',
  };
  const [esm, iife, page, manifest] = await Promise.all([
    build({ ...shared, format: 'esm', metafile: true, outfile: 'out.js' }),
    build({ ...shared, format: 'iife', globalName: BUNDLE }),
    readFile(`${FOLDER}/Page.html`, 'utf8'),
    readFile(`${FOLDER}/appsscript.json`, 'utf8'),
  ]);
  const names = Object.values(esm.metafile?.outputs ?? {}).flatMap((output) => output.exports);
  const stubs = names.map((name) => `function ${name}(...args) {\n  return ${BUNDLE}.${name}(...args);\n}`);
  const code = `${iife.outputFiles?.[0]?.text ?? ''}\n${stubs.sort().join('\n\n')}\n`;
  return { 'Code.js': code, 'Page.html': page, 'appsscript.json': manifest };
}
