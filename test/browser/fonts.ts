/** The letters that the pages are looked at with: brought along, so that a text is as wide here as anywhere. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** `usual` is as wide as Google's own letters, and as Arial, within a few per cent. `wide` is what people have where neither those nor Arial is installed. */
export type Letters = 'usual' | 'wide';

/** The file of each weight that the pages use. */
const FILES: Readonly<Record<Letters, Readonly<Record<string, string>>>> = {
  usual: {
    400: '@fontsource/roboto/files/roboto-latin-400-normal.woff2',
    500: '@fontsource/roboto/files/roboto-latin-500-normal.woff2',
    700: '@fontsource/roboto/files/roboto-latin-700-normal.woff2',
  },
  wide: {
    400: '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff2',
    500: '@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff2',
  },
};

/** What the sidebar and the cells of the playground ask for first. */
const SIDEBAR = ['Arial'];

/** The same of the whole playground, with what stands around its sheet. */
export const PLAYGROUND = [...SIDEBAR, 'Google Sans Text'];

/** A script that gives a page these letters instead of any that it was given before. Each family is read anew on every page. */
export function scriptFor(letters: Letters, families: readonly string[] = SIDEBAR): string {
  const { resolve } = createRequire(import.meta.url);
  const files = Object.entries(FILES[letters]).map(
    ([weight, path]) => [weight, readFileSync(resolve(path)).toString('base64')] as const,
  );
  // By the browser itself where it can: a loop over each byte takes as long as all the rest.
  return `
    document.fonts.clear();
    const bytesOf = (base64) =>
      Uint8Array.fromBase64?.(base64) ?? Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
    for (const [weight, base64] of ${JSON.stringify(files)}) {
      const bytes = bytesOf(base64);
      for (const family of ${JSON.stringify(families)})
        document.fonts.add(new FontFace(family, bytes, { weight }));
    }
  `;
}
