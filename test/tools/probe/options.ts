/** The command line of `npm run probe`: what can be asked for, and what is refused. */
import { usd } from '../../../src/enrichment/amounts';
import { inUsd } from '../../../src/enrichment/money';
import { BadInput } from '../common/bad-input';
import { FLAG, typed } from '../common/command-line';
import { LIMIT, planned } from './purse';

/** What the person asked for. */
export interface Options {
  /** Asks the local Linkup, free of charge. */
  readonly local: boolean;
  /** Agrees to the price beforehand. */
  readonly yes: boolean;
  readonly json: boolean;
}

/** What `--help` prints. */
export const USAGE = `Usage: LINKUP_API_KEY=… npm run probe -- [options]

Asks the real Linkup what its documentation leaves open, and says which knobs of the local
Linkup (test/doubles/linkup; settings for what nobody has written down) should turn.
It says first what it asks and what that may cost: at most ${usd(inUsd(planned()))}, and never more than ${usd(inUsd(LIMIT))}.

  --yes     agree to that price without being asked
  --local   ask the local Linkup instead, free of charge and without a key
  --json    the last line on stdout is one JSON object, to be kept or sent; the key is not in it
  --help    this text

Exit code: 0 when everything was asked, 1 when it broke off (or the local Linkup contradicts its knobs), 2 when nothing was begun.
`;

/** Reads the arguments. Throws BadInput. */
export function parseOptions(args: readonly string[]): Options | 'help' {
  const options = { local: FLAG, yes: FLAG, json: FLAG, help: { ...FLAG, short: 'h' } };
  const { values } = typed(args, { options });
  return values.help ? 'help' : values;
}

/** The key, fit for a header. Throws BadInput. */
export function keyIn(given: string | undefined): string {
  const key = given?.trim() ?? '';
  if (key === '')
    throw new BadInput(
      `The probe needs your Linkup key: make one at app.linkup.so (an account is free) and type LINKUP_API_KEY=… npm run probe. It asks for at most ${usd(inUsd(planned()))}, and says so before. --local asks the local Linkup, without a key`,
    );
  if (!/^[\x21-\x7e]{8,}$/.test(key))
    throw new BadInput(
      'What is in LINKUP_API_KEY is no Linkup key: it is too short, or has blanks or other signs in it. Copy it once more from app.linkup.so',
    );
  return key;
}
