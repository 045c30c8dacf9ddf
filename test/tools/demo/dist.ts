/** Writes `dist/`, the very files that the demonstration runs. */
import { mkdir, writeFile } from 'node:fs/promises';

/** Writes the built files and says what they weigh, as `npm run build` does. */
export async function writeDist(files: Readonly<Record<string, string>>): Promise<string> {
  await mkdir('dist', { recursive: true });
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(`dist/${name}`, content)));
  const sizes = Object.entries(files).map(
    ([name, content]) => `${name} ${(Buffer.byteLength(content) / 1000).toFixed(1)} kB`,
  );
  return `dist/: ${sizes.join(', ')}`;
}
