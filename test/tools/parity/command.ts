/** `npm run parity` as a command: what was typed, where to write, an exit code. */
import { readFileSync } from 'node:fs';
import { BadInput } from '../common/bad-input';
import { exitCode, FLAG, typed } from '../common/command-line';
import { decoded } from '../common/decode';
import type { Clasp } from '../deploy/run-clasp';
import { type Letter, parseLetter } from './letter';
import { pushParity } from './live';
import EXPECTED from './script/expected.json';
import { showAll, showDifferences, verdictsOf } from './show';

/** What the command needs besides its words. */
export interface Around {
  readonly build: () => Promise<Readonly<Record<string, string>>>;
  readonly askLocally: () => Promise<Letter>;
  readonly write: (line: string) => void;
  /** Gets why it ended early. */
  readonly refuse: (line: string) => void;
  readonly clasp: Clasp;
  readonly openBrowser: (url: string) => void;
  /** The folder of the repository. */
  readonly root: string;
}

const USAGE = `Usage: npm run parity -- [options]

Asks the real Google whether it does what the local one does: makes a scratch sheet of yours, pushes its questions into the script there, and opens it.
It takes a quarter of an hour, five minutes of it yours, and is free. docs/live.md has each step.

  --local           asks the local Google instead, without an account, and prints every answer
  --compare FILE …  says what differs in the JSON that the page in the sheet gave you, and which knob of the local Google
                    (a setting for what nobody has written down) should turn: npm run parity -- --compare FILE …
  --help            this text

Exit code: 0 when it went well, 1 when a first step is missing, 2 for bad input.`;

/** Does what was typed; 0 when it went well, 1 when a first step is missing, 2 when nothing could be begun. */
export function main(args: readonly string[], around: Around): Promise<number> {
  const work = async (): Promise<number> => {
    const { values, positionals } = parse(args);
    if (values.help) around.write(USAGE);
    else if (values.compare) around.write(compare(positionals));
    else if (values.local) around.write(await local(around));
    else await live(around);
    return 0;
  };
  return exitCode(work, around.refuse);
}

function parse(args: readonly string[]) {
  const options = { local: FLAG, compare: FLAG, help: FLAG };
  const parsed = typed(args, { options, allowPositionals: true });
  if (parsed.positionals.length > 0 !== parsed.values.compare)
    throw new BadInput('--compare wants a file, and nothing else does; see --help');
  return parsed;
}

async function local({ askLocally }: Around): Promise<string> {
  const letter = await askLocally();
  return showAll(letter, verdictsOf(letter, EXPECTED));
}

/** What came from the original and from its copy is one answer. */
function compare(names: readonly string[]): string {
  const letters = names.map((name) => parseLetter(read(name)));
  const [first] = letters as [Letter];
  const answers = Object.assign({}, ...letters.map((letter) => letter.answers));
  const letter = { ...first, answers };
  return showDifferences(letter, verdictsOf(letter, EXPECTED));
}

function read(name: string): string {
  const bytes = bytesOf(name);
  try {
    // Editors on Windows write marks, and other encodings.
    return decoded(bytes);
  } catch {
    throw new BadInput(`${name} is no text. Save the JSON of the box “To send” in a text file.`);
  }
}

function bytesOf(name: string): Uint8Array {
  try {
    return readFileSync(name);
  } catch {
    throw new BadInput(`There is no file ${name} that can be read.`);
  }
}

async function live({ write, build, clasp, openBrowser, root }: Around): Promise<void> {
  const url = await pushParity(await build(), clasp, root);
  write(`The questions are in ${url}`);
  write(
    'There: menu Parity → Ask everything (it appears some seconds after the sheet; Google asks for your consent once).',
  );
  write('Then: save the JSON of the box “To send” in a file, and npm run parity -- --compare FILE');
  openBrowser(url);
}
