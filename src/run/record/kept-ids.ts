/**
 * The ids that POSTs were answered with, until they are on the sheet. They are kept with the payer: in the document anybody could put
 * another task in the place of one, and its answer would be taken for the row's.
 */
import type { Task } from '../../linkup/types';
import type { Properties, Store } from '../../platform/properties';
import { MOST_POSTS } from './posts';

/** What a POST was answered with for one of its runs: by the order of its questions, '' where no task is known. */
export interface KeptIds {
  /** The run that sent it. */
  readonly run: string;
  readonly post: string;
  /** `sealOfPost`: should somebody have changed what the document says of the POST, the ids say nothing about its questions. */
  readonly seal: string;
  /** When Linkup created the first of them, by its clock in ms. */
  readonly at: number;
  readonly ids: readonly string[];
}

const PREFIX = 'linkup.ids.';

/** Stands for an id that is not known. */
const NONE = '-';

/** Ids as Linkup gives them; others are not kept, for they would not be told apart (Tasks reference, November 2026: UUIDs). */
const ID = /^[\w-]{2,60}$/;

/** After this ids are on the sheet, or Linkup's list was asked for them, in ms. */
const VOID = 3_600_000;

/** Places for all documents of a person: a POST takes one for each run that it holds questions of. */
export const PLACES = 2 * MOST_POSTS;

/** Keeps ids in places that are used again and again. */
export class IdKeeper {
  /** What the places hold; read when it is first needed. */
  private places: Map<string, KeptIds> | undefined;

  constructor(
    private readonly user: Pick<Store, 'all' | 'setAll'>,
    /** Whether a POST of this document is not on the sheet yet, as far as this execution knows. */
    private readonly isOpen: (post: string) => boolean,
    /** Whether this execution has a run in hand. */
    private readonly isAtWork: (run: string) => boolean,
  ) {}

  /** The property that keeps the ids that a POST brought a run, to be saved along with something else; none where all places are taken. */
  entry(
    run: string,
    post: string,
    seal: string,
    tasks: readonly (Task | undefined)[],
  ): Readonly<Record<string, string>> {
    const at = Math.min(...tasks.flatMap((task) => (task ? [Date.parse(task.createdAt)] : [])));
    const place = this.freePlace(at);
    if (place === undefined) return {};
    const ids = tasks.map((task) => (task && ID.test(task.id) ? task.id : NONE));
    this.held().set(place, { run, post, seal, at, ids });
    return { [place]: [run, post, seal, at, ...ids].join(' ') };
  }

  /** The ids that a POST brought a run; undefined where none are kept. */
  of(run: string, post: string): KeptIds | undefined {
    return [...this.held().values()].find((kept) => kept.run === run && kept.post === post);
  }

  /** Everything of a run is on the sheet: its places are emptied, in one go. */
  clear(run: string): void {
    const own = [...this.held()].filter(([, kept]) => kept.run === run).map(([place]) => place);
    if (own.length === 0) return;
    this.user.setAll(Object.fromEntries(own.map((place) => [place, ''])));
    for (const place of own) this.places?.delete(place);
  }

  /** One that is empty, out of date, or holds what is on the sheet by now. Another document's are its own to empty. */
  private freePlace(now: number): string | undefined {
    const places = Array.from({ length: PLACES }, (_, i) => PREFIX + i);
    return places.find((place) => {
      const kept = this.held().get(place);
      return !kept || now - kept.at > VOID || (this.isAtWork(kept.run) && !this.isOpen(kept.post));
    });
  }

  private held(): Map<string, KeptIds> {
    this.places ??= placesIn(this.user.all());
    return this.places;
  }
}

function placesIn(properties: Properties): Map<string, KeptIds> {
  const places = new Map<string, KeptIds>();
  for (const [place, value] of Object.entries(properties)) {
    if (!place.startsWith(PREFIX) || value === '') continue;
    const [run = '', post = '', seal = '', at, ...ids] = value.split(' ');
    const kept = { run, post, seal, at: Number(at), ids: ids.map((id) => (id === NONE ? '' : id)) };
    if (Number.isFinite(kept.at)) places.set(place, kept);
  }
  return places;
}
