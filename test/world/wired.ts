/** A document and a Linkup with a wire between them that a play may cut, and what was billed in the end. */
import type { Draft } from '../../src/sidebar/protocol';
import { VirtualClock } from '../doubles/clock';
import type { HttpRequest, HttpResponse } from '../doubles/http';
import { LinkupDouble, type LinkupKnobs, type LinkupOptions, TEST_KEY } from '../doubles/linkup';
import { type Edition, World } from './world';

/** A document and a Linkup whose wire a play may cut. */
export interface Wired {
  readonly world: World;
  readonly linkup: LinkupDouble;
  readonly clock: VirtualClock;
  /** Set by the play: sees every request before Linkup does. */
  wire: (request: HttpRequest, send: () => HttpResponse) => HttpResponse;
}

/** A document with one enrichment, about capitals unless the draft says otherwise. */
export async function wired(
  edition: Edition,
  table: readonly (readonly string[])[],
  draft: Partial<Draft> = {},
  knobs: Partial<LinkupKnobs> = {},
  others: Pick<LinkupOptions, 'knowledge'> = {},
): Promise<Wired> {
  const clock = new VirtualClock();
  const linkup = new LinkupDouble({ clock, knobs, ...others });
  const stage: { wire: Wired['wire'] } = { wire: (_request, send) => send() };
  const transport = (request: HttpRequest) => stage.wire(request, () => linkup.handle(request));
  const world = await World.open(table, { edition, clock, transport });
  world.save({ name: 'Facts', ...draft });
  return Object.assign(stage, { world, linkup, clock });
}

/** Whether a request creates tasks. */
export function isPost({ method, url }: HttpRequest): boolean {
  return method === 'POST' && url.endsWith('/tasks');
}

/** What was sent with our key and billed, by question. */
function timesBilled({ linkup }: Wired): Map<string, number> {
  const times = new Map<string, number>();
  for (const { key, question } of linkup.bill.entries)
    if (key === TEST_KEY) times.set(question, (times.get(question) ?? 0) + 1);
  return times;
}

/** The questions that our key paid for more than once. */
export function billedTwice(stage: Wired): string[] {
  return [...timesBilled(stage)].flatMap(([question, times]) => (times > 1 ? [question] : []));
}

/** Lets everything happen that happens by itself in some minutes, or until more tasks were created than a play allows. */
export function after({ world, linkup }: Wired, minutes: number, most = Number.POSITIVE_INFINITY): void {
  const until = (): boolean => most < Number.POSITIVE_INFINITY && linkup.ownTasks.length > most;
  world.host.runClock({ until, limitMs: minutes * 60_000 });
}

const COUNTRIES = [
  'Peru',
  'Chad',
  'Mali',
  'Togo',
  'Oman',
  'Iraq',
  'Iran',
  'Cuba',
  'Fiji',
  'Laos',
  'Nepal',
  'Niger',
];

/** A table of so many countries with short names, twelve at most. */
export function countries(count: number): string[][] {
  return [['Country'], ...COUNTRIES.slice(0, count).map((name) => [name])];
}

/** A colleague with the same key, elsewhere. */
export function neighbour({ linkup, clock }: Wired, question: string, input: object = THEIRS): void {
  linkup.handle({
    method: 'POST',
    url: 'https://api.linkup.so/v1/tasks',
    headers: { Authorization: `Bearer ${TEST_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify([{ type: 'search', input: { q: question, ...input } }]),
  });
  clock.sleep(10);
}

const THEIRS = { depth: 'fast', outputType: 'sourcedAnswer' };
