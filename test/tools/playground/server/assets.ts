/** The page's own files, bundled in memory when the playground starts. */
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** The folder of the page. */
const PAGE = 'test/tools/playground/page';

/** A file as it is served. */
export interface Asset {
  readonly type: string;
  readonly body: string;
}

/** By path. */
export type Assets = Readonly<Record<string, Asset>>;

/** Bundles the page: html, script, style, and the script that goes into the sidebar. */
export async function bundlePage(): Promise<{ readonly assets: Assets; readonly shim: string }> {
  const [html, { outputFiles }] = await Promise.all([
    readFile(`${PAGE}/index.html`, 'utf8'),
    build({
      entryPoints: { page: `${PAGE}/main.tsx`, shim: `${PAGE}/sidebar/google-script-run.ts` },
      bundle: true,
      write: false,
      outdir: '/',
      format: 'iife',
      target: 'es2022',
      charset: 'utf8',
      minify: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
    }),
  ]);
  const named = (name: string): string => outputFiles.find(({ path }) => path === `/${name}`)?.text ?? '';
  return {
    shim: named('shim.js'),
    assets: {
      '/': { type: 'text/html', body: html },
      '/page.js': { type: 'text/javascript', body: named('page.js') },
      '/page.css': { type: 'text/css', body: named('page.css') },
    },
  };
}
