/** The probe as a command: what was typed, streams and a person, an exit code. */
import { withoutKey } from '../../../src/linkup/texts';
import { NetworkError } from '../../doubles/http';
import { defaultKnobs } from '../../doubles/linkup';
import { BadInput, oneLine, Stopped } from '../common/bad-input';
import { exitCode, type Streams } from '../common/command-line';
import { Terminal } from '../common/terminal';
import { Asker, Interrupted } from './asker';
import { Evidence } from './evidence';
import { type Linkup, LOCAL_KEY, localLinkup, realLinkup } from './linkups';
import { keyIn, type Options, parseOptions, USAGE } from './options';
import { showPrice } from './price-words';
import { Purse, planned } from './purse';
import { QUESTIONS } from './questions/all';
import { asData, costWords, showVerdicts } from './report';
import { askFirst, askRest } from './script';
import { verdictsOn } from './verdict';

/** Whoever sits at the terminal, and who answers. */
export interface Surroundings extends Streams {
  /** Asks a question with yes or no; missing where nobody can answer one. */
  readonly confirm?: (question: string) => Promise<boolean>;
  /** Aborted where the person wants no more of it. */
  readonly signal: AbortSignal;
  /** Who is asked instead of the real Linkup, or of the local one as it is. */
  readonly linkup?: Linkup;
}

/** Does what the command line says; 0 when everything was asked, 1 when it broke off, 2 when nothing was begun. */
export function main(
  args: readonly string[],
  given: string | undefined,
  around: Surroundings,
): Promise<number> {
  const { out, err } = around;
  const work = async (): Promise<number> => {
    const options = parseOptions(args);
    if (options !== 'help') return probe(options, given, around);
    out.write(USAGE);
    return 0;
  };
  return exitCode(work, (line) => err.write(`${withoutKey(line, given ?? '')}\n`));
}

async function probe(options: Options, given: string | undefined, around: Surroundings): Promise<number> {
  const terminal = new Terminal(around.out);
  const key = options.local ? LOCAL_KEY : keyIn(given);
  if (!options.local) {
    showPrice(terminal);
    await agree(options, around);
  }
  const linkup = around.linkup ?? (options.local ? localLinkup() : realLinkup(around.signal));
  const purse = new Purse(planned());
  const asker = new Asker({ ...linkup, key, purse, stopped: () => around.signal.aborted });
  const fault = await faultOf(async () => {
    await askFirst(asker, planned());
    await askRest(asker);
  });
  const evidence = new Evidence(asker.exchanges);
  const verdicts = verdictsOn(QUESTIONS, evidence, defaultKnobs());
  // What was paid for is told, however it ended.
  if (fault === undefined || purse.counted > 0) showVerdicts(terminal, verdicts);
  if (fault === undefined) terminal.line(costWords(evidence, purse));
  else around.err.write(`${withoutKey(fault, key)} ${costWords(evidence, purse)}\n`);
  if (options.json)
    terminal.line(
      JSON.stringify(
        asData(verdicts, evidence, purse, { local: options.local, complete: fault === undefined }),
      ),
    );
  const contradicts = options.local && verdicts.some(({ kind }) => kind === 'differs');
  return fault !== undefined || contradicts ? 1 : 0;
}

/** Throws BadInput unless somebody agrees to the price. */
async function agree({ yes }: Options, { confirm }: Surroundings): Promise<void> {
  if (yes) return;
  if (!confirm)
    throw new BadInput(
      'Nothing was asked: there is no terminal to agree in. Add --yes to agree to that price',
    );
  if (!(await confirm('Ask it now? [y/N] '))) throw new BadInput('Nothing was asked, and nothing is billed.');
}

/** Node takes a proxy only where it is told to (its command-line page, November 2026). */
const BY_PROXY =
  'Behind a proxy: name it in HTTPS_PROXY and set NODE_USE_ENV_PROXY=1, with Node 24 or newer.';

const NO_ANSWER: Readonly<Record<NetworkError['kind'], string>> = {
  dns: `api.linkup.so has no address here: is this computer online? ${BY_PROXY}`,
  unreachable: `api.linkup.so cannot be reached: there is no network, or a firewall is in the way. ${BY_PROXY}`,
  timeout: 'Linkup did not answer in time.',
  ssl: 'The connection to api.linkup.so cannot be trusted: a proxy may be reading along. If that is your organisation’s, name its certificate in NODE_EXTRA_CA_CERTS.',
  bandwidth: 'The network takes no more.',
};

/** Why the asking broke off, in words; undefined where it came to its end. */
async function faultOf(ask: () => Promise<void>): Promise<string | undefined> {
  try {
    await ask();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof Stopped) return oneLine(thrown);
    if (thrown instanceof NetworkError) return NO_ANSWER[thrown.kind];
    if (thrown instanceof Interrupted)
      return 'You ended it. Tasks that Linkup has taken go on there; nothing more is asked.';
    return `The probe itself broke: ${oneLine(thrown)}.`;
  }
}
