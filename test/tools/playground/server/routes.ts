/** What the playground answers over HTTP. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { object, parseJson, text } from '../../../../src/enrichment/parse';
import { asProblem } from '../../../../src/enrichment/problem';
import { BadInput } from '../../common/bad-input';
import { tableOf } from '../../common/csv';
import { COLLEAGUE, type Deed, OWNER, type State } from '../wire';
import { type Answer, json, PAGE_POLICY, send, words } from './answers';
import type { Assets } from './assets';
import { refusalOf } from './guard';
import type { Memory } from './memory';
import { deed } from './parse-deed';
import { csvOf } from './saved-csv';
import { SIDEBAR_POLICY } from './sidebar-page';
import type { Streams } from './streams';

/** Largest request: a table of 10,000 rows has room. */
const MOST_BYTES = 32 * 1024 * 1024;

const NOTHING = words(404, 'There is nothing here.');

/** What the routes need. */
export interface Backstage {
  readonly assets: Assets;
  readonly memory: Memory;
  readonly streams: Streams;
  /** Hands a deed to the local Google. */
  readonly hand: (deed: Deed) => void;
  /** The sidebar that a page was last shown, whole; '' for none. */
  readonly sidebarOf: (page: string) => string;
  /** Known once the server listens. */
  readonly port: () => number;
}

/** Answers one request, or keeps it open as a stream. */
export async function answer(
  stage: Backstage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal = refusalOf(request, stage.port());
  // Joined, not resolved: `//` would be a host without a name.
  const url = new URL(`http://localhost${request.url ?? '/'}`);
  if (refusal) send(response, words(refusal.status, refusal.message));
  else if (request.method === 'POST') send(response, await taken(stage, url.pathname, request));
  else if (url.pathname === '/events') stream(stage, url, response);
  else send(response, given(stage, url));
}

function stream({ streams, memory }: Backstage, { searchParams }: URL, response: ServerResponse): void {
  const user = searchParams.get('as') === COLLEAGUE ? COLLEAGUE : OWNER;
  streams.add({ user, page: searchParams.get('page') ?? '', response }, memory.everything());
}

function given(stage: Backstage, { pathname, searchParams }: URL): Answer {
  const asset = stage.assets[pathname];
  if (asset) return { status: 200, ...asset, policy: PAGE_POLICY };
  if (pathname === '/state') return json(stage.memory.state);
  if (pathname === '/sheet.csv') return savedSheet(stage.memory.state, Number(searchParams.get('sheet')));
  if (pathname !== '/sidebar') return NOTHING;
  const body = stage.sidebarOf(searchParams.get('page') ?? '');
  return { status: 200, type: 'text/html', body, policy: SIDEBAR_POLICY };
}

function savedSheet({ sheets }: State, id: number): Answer {
  const sheet = sheets.find((each) => each.id === id);
  if (!sheet) return words(404, 'This sheet is not there any more.');
  return { status: 200, type: 'text/csv', body: csvOf(sheet), file: `${sheet.name}.csv` };
}

async function taken(stage: Backstage, path: string, request: IncomingMessage): Promise<Answer> {
  try {
    const sent = parseJson(await bodyOf(request));
    if (path === '/deeds') stage.hand(deed(sent, ''));
    else if (path === '/csv') stage.hand(tableDeed(object(sent, '')));
    else return NOTHING;
    return json({ ok: true }, 202);
  } catch (thrown) {
    return words(400, thrown instanceof BadInput ? thrown.message : asProblem(thrown).message);
  }
}

/** A file of the person's own, as text. Throws BadInput where it is no table. */
function tableDeed({ user, page, name, csv }: Record<string, unknown>): Deed {
  const table = tableOf(text(csv, 'csv'));
  return deed({ user, page, action: { kind: 'table', name: sheetName(text(name, 'name')), table } }, '');
}

/** Google allows a hundred characters. */
const sheetName = (file: string): string => file.replace(/\.[^.]*$/, '').slice(0, 100) || 'Table';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new BadInput('This file is too large: 32 MB is the most.');
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString('utf8');
}
