/** Putting an edition down as a command: what the add-on leaves in documents, as later ones open it. See test/fixtures/README.md. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inLines, type KeptDocument, putDown } from '../../world/document';
import { withEverything } from '../../world/everything';
import { BOB } from '../../world/sidebar';
import { BadInput } from '../common/bad-input';
import { exitCode, FLAG, type Streams, typed } from '../common/command-line';
import { FIRST_EDITION } from './first-edition';

const USAGE = `Usage: npm run edition -- FOLDER [--again]

Puts down what the add-on leaves in a document today, in test/fixtures/FOLDER.
With first-edition, the documents of that one are played with its script as it is kept.

  --again  also where there is such a folder; never once it was released
  --help   this text

Exit code: 0 when it was put down, 2 for bad input.
`;

/** Where it writes. */
export interface Shelf extends Streams {
  /** The folder that gets the edition's. */
  readonly fixtures: string;
}

/** Runs it; gives the exit code. */
export function main(args: readonly string[], { out, err, fixtures }: Shelf): Promise<number> {
  const work = async (): Promise<number> => {
    const options = { again: FLAG, help: FLAG };
    const { values, positionals } = typed(args, { options, allowPositionals: true });
    if (values.help) out.write(USAGE);
    else
      for (const line of await putInto(fixtures, folderIn(positionals), values.again)) out.write(`${line}\n`);
    return 0;
  };
  return exitCode(work, (line) => err.write(`${line}\n`));
}

function folderIn(typedWords: readonly string[]): string {
  const [folder = '', ...others] = typedWords;
  if (others.length > 0 || !/^[a-z]+-edition$/.test(folder))
    throw new BadInput('Name one folder, such as third-edition; see --help');
  return folder;
}

/** Gives a line for each document. */
async function putInto(fixtures: string, folder: string, again: boolean): Promise<string[]> {
  const path = join(fixtures, folder);
  if (existsSync(path) && !again)
    throw new BadInput(`${path} is there. Until it was released, --again puts it down anew`);
  const documents = await documentsOf(folder);
  mkdirSync(path, { recursive: true });
  return documents.map(([name, kept]) => {
    const file = join(path, `${name}.json`);
    writeFileSync(file, inLines(kept));
    const { sheets, document, tasks } = kept;
    return `${file}: ${sheets.length} sheets, ${Object.keys(document).length} properties, ${tasks.length} tasks`;
  });
}

async function documentsOf(folder: string): Promise<(readonly [name: string, kept: KeptDocument])[]> {
  if (folder !== 'first-edition') return [['everything', putDown(await withEverything(), [BOB])]];
  const plays = Object.entries(FIRST_EDITION);
  return Promise.all(plays.map(async ([name, play]) => [name, putDown(await play())] as const));
}
