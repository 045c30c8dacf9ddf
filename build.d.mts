import type { Plugin } from 'esbuild';
import type { Profile } from './src/platform/profile';

/** Builds everything in memory: file names to contents. Throws an Error with one line per fault. `plugins` are esbuild's, for the script; `page` is Sidebar.html, where that is built already. */
export function bundle(options?: {
  profile?: Profile;
  entry?: string;
  manifest?: string;
  plugins?: Plugin[];
  page?: string;
}): Promise<Record<string, string>>;

/** Writes `dist/` as it is pushed, and leaves nothing else there; says what it weighs. */
export function writeDist(files: Readonly<Record<string, string>>, profile?: Profile): Promise<string>;
