/** Asks the local Google everything, as a person would ask the real one: the menu, the page, a quarter of an hour, and a copy of the file. */
import { VirtualClock } from '../../doubles/clock';
import { GoogleHost, type Knobs } from '../../doubles/google';
import { type HttpResponse, NetworkError, type Transport } from '../../doubles/http';
import { playPage } from './browser';
import { type Letter, parseLetter } from './letter';
import { recalculating } from './recalculating';

/** What the echo service does: answers, after the seconds or with the status that the path says. */
function echo(clock: VirtualClock): Transport {
  return ({ url }): HttpResponse => {
    const { hostname, pathname } = new URL(url);
    if (hostname.startsWith('no-such-host.')) throw new NetworkError('dns');
    const [, word, number] = pathname.split('/');
    if (word === 'delay') clock.sleep(Number(number) * 1000);
    return { status: word === 'status' ? Number(number) : 200, headers: {}, body: '{}' };
  };
}

/** What the local Google said, and what is left in the document afterwards. */
interface Asked {
  readonly letter: Letter;
  readonly sheets: readonly string[];
  readonly triggers: number;
  readonly ownProperties: number;
}

/** All answers of the local Google, with these knobs turned, in a document that somebody has set up. */
export function askLocally(
  files: Readonly<Record<string, string>>,
  knobs: Partial<Knobs> = {},
  setUp: (host: GoogleHost) => void = () => {},
): Asked {
  const original = localHost(files, knobs);
  setUp(original.host);
  original.press();
  const copy = localHost(files, knobs);
  copy.host.spreadsheet.becomeCopyOf(original.host.spreadsheet);
  copy.press();
  // Somebody presses once more than they need to.
  copy.press();
  const { spreadsheet, triggers, properties } = original.host;
  const letter = letterIn(original.host);
  const answers = { ...letterIn(copy.host).answers, ...letter.answers };
  const sheets = spreadsheet.sheets.map(({ name }) => name);
  const ownProperties = properties.user('owner@example.com').size;
  return { letter: { ...letter, answers }, sheets, triggers: triggers.length, ownProperties };
}

/** A local Google with the questions in it, and a person who presses the menu item and keeps the page open. */
export function localHost(files: Readonly<Record<string, string>>, knobs: Partial<Knobs> = {}) {
  const clock = new VirtualClock();
  const host = new GoogleHost({ clock, transport: echo(clock), knobs });
  const { 'Code.js': code = '', 'Page.html': Page = '', 'appsscript.json': manifest = '{}' } = files;
  host.install({ code, manifest: JSON.parse(manifest), html: { Page } });
  host.onServiceCall = recalculating(host);
  const press = (): void => {
    host.open();
    host.ui.willAnswer({ button: 'OK' });
    host.clickMenu('Ask everything');
    playPage(host, clock);
  };
  return { host, clock, press };
}

/** The JSON, where a person finds it: below the table. */
function letterIn(host: GoogleHost): Letter {
  const table = host.spreadsheet.sheet('Parity');
  return parseLetter(table.display(table.lastRow, 2));
}
