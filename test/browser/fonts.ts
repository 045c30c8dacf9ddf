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

/** What the pages ask for first: the sidebar and what stands around the sheet, and the cells. Each is read anew on every page. */
const FAMILIES = ['Google Sans Text', 'Arial'];

/** A script that gives a page these letters instead of any that it was given before. */
export function scriptFor(letters: Letters): string {
  const { resolve } = createRequire(import.meta.url);
  const files = Object.entries(FILES[letters]).map(
    ([weight, path]) => [weight, readFileSync(resolve(path)).toString('base64')] as const,
  );
  // Read once for all families: a script that begins anew for each takes most of a second.
  return `
    document.fonts.clear();
    for (const [weight, base64] of ${JSON.stringify(files)}) {
      const text = atob(base64);
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
      for (const family of ${JSON.stringify(FAMILIES)})
        document.fonts.add(new FontFace(family, bytes, { weight }));
    }
  `;
}
