/** The pages of the repository as the tests of the documentation read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

/** A page, by its path from the root. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** Every page for people: those at the root, in docs/ and .github/, and what the rooms of the tests say of themselves. */
export const PAGES: readonly Page[] = [
  ...markdownIn('.'),
  ...markdownIn('docs'),
  ...markdownIn('.github'),
  ...readmesBelow('test'),
].map((path) => ({ path, text: readFileSync(path, 'utf8') }));

function readmesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('README.md'))
    .map((path) => join(folder, path.replaceAll('\\', '/')));
}

function markdownIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** A link to somewhere in the repository: the file it leads to, and the heading in it, or ''. */
export interface Link {
  readonly from: string;
  readonly file: string;
  readonly heading: string;
}

/** Pages that GitHub makes for a repository, from a page in docs/: no files of ours. */
const MADE_BY_GITHUB = ['../../../releases/latest'];

/** The links and pictures of a page that stay in the repository. */
export function linksOf({ path, text }: Page): Link[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].map(
    ([, link, tag]) => link ?? tag ?? '',
  );
  return targets
    .filter((target) => !/^[a-z]+:/.test(target) && !MADE_BY_GITHUB.includes(target))
    .map((target) => {
      const [file = '', heading = ''] = target.split('#');
      return { from: path, file: file === '' ? path : join(dirname(path), file), heading };
    });
}

/** The anchors that GitHub gives the headings of a page. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What stands in code on a page, in a line or a block. */
export function codeOn({ text }: Page): string[] {
  const blocks = [...text.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  return [...blocks.flatMap((block) => block.split('\n')), ...inline];
}
