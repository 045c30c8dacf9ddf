/** What a document for users names and is not there: commands of npm, and files and headings that it links to. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The commands and links of a document that lead nowhere; addresses on the web are not looked at. */
export function deadEnds(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commands = [...text.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);
  return [
    ...commands.filter((name) => !(name in scripts)).map((name) => `npm run ${name}`),
    ...links.filter((to) => !/^https?:/.test(to) && !isThere(path, text, to)),
  ];
}

function isThere(path: string, text: string, link: string): boolean {
  const [file = '', heading] = link.split('#');
  if (file !== '' && !existsSync(join(dirname(path), file))) return false;
  return file !== '' || heading === undefined || headingsOf(text).includes(heading);
}

/** As GitHub makes anchors of headings. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
