/** `npm run parity` as a command: what was typed, where to write, an exit code. */
import { readFileSync } from 'node:fs';
import { BadInput } from '../common/bad-input';
import { exitCode, FLAG, typed } from '../common/command-line';
import type { Clasp } from './clasp';
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
  readonly folder?: string;
}

const USAGE = `npm run parity                        asks the real Google: makes a scratch sheet, pushes the questions, opens it
npm run parity -- --local             asks the local one, and prints every answer
npm run parity -- --compare FILE …    says what differs in what somebody sent, and which knob to turn`;

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
  try {
    return readFileSync(name, 'utf8');
  } catch {
    throw new BadInput(`There is no file ${name} that can be read.`);
  }
}

async function live({ write, build, clasp, openBrowser, folder }: Around): Promise<void> {
  const url = pushParity(await build(), clasp, folder);
  write(`The questions are in ${url}`);
  write(
    'There: menu Parity → Ask everything (it appears some seconds after the sheet; Google asks for your consent once).',
  );
  write('Then: save the JSON of the box “To send” in a file, and npm run parity -- --compare FILE');
  openBrowser(url);
}
