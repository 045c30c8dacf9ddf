import type { Plugin } from 'esbuild';

/** Builds everything in memory: file names to contents. Throws an Error with one line per fault. `plugins` are esbuild's, for the script. */
export function bundle(options?: {
  entry?: string;
  manifest?: string;
  plugins?: Plugin[];
}): Promise<Record<string, string>>;
