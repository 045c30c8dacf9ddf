/** Whose turn it is: the only way to the document's lock, how long each kind of caller waits for it, and how whoever has it lets others in. */
import { orLog, Problem } from '../enrichment/problem';
import type { Hold } from '../platform/lock';
import type { Properties } from '../platform/properties';
import { claimIn, claimNow, forgetClaim, leaveClaim } from './record/claim';
import { checkLayout } from './record/layout';
import { askForTurn, forgetTurn } from './record/requests';
import { forgetRest, isNoted, isResting, isUndisturbed, noteRest } from './record/resting';
import type { Services } from './services';

/** How long a person's press waits for another execution to let go of the document, in ms. */
const PATIENCE = 20_000;

/** Who gives up sooner, for it has another way to go on, in ms. */
const SHORT_PATIENCE = 5_000;

/** How long a note that somebody rests is believed beyond the rest itself, in ms: so long nobody looks after the run of an execution that died resting. */
const NOTE_VALID = 45_000;

/** What may pass between the end of a rest and the moment at which the lock is had again, in ms: Linkup is asked for a list meanwhile. */
const SLACK = 15_000;

/** Whoever can take the lock. */
type Queue = Pick<Services, 'exclusively' | 'documents' | 'clock' | 'newId'>;

/**
 * The turn of an execution: nobody else writes until it ends, or rests. No money is trusted to the lock alone: whoever may spend some
 * claims the turn in the document before anything is read of it, and whoever comes by a lock that Google lost takes the claim away.
 */
export class Turn {
  private note: { readonly text: string; readonly until: number } | undefined;
  private name = '';
  private named = 0;
  private claim: 'none' | 'left' | 'lost' = 'none';

  constructor(
    private readonly queue: Queue,
    private readonly hold: Hold,
    /** The document's properties as it began. */
    readonly found: Properties,
  ) {}

  /** Whether it was to be claimed: since then more may be on record than was `found`, also where the claim could not be kept. */
  get isTaken(): boolean {
    return this.name !== '';
  }

  /** Claims it, once. Where that cannot be kept, the lock must do. */
  take(): void {
    this.name ||= this.queue.newId();
    if (this.claim === 'none' && leaveClaim(this.queue.documents, this.name)) this.claim = 'left';
  }

  /**
   * Whether nobody else has had the document since it was claimed; `properties` are the document's where they were read just now.
   * Whoever comes later has read what was written down before this was asked, and asks nothing that is on record as sent.
   */
  isMine(properties?: Properties): boolean {
    if (this.claim !== 'left') return this.claim === 'none';
    const stands = properties ? claimIn(properties) : claimNow(this.queue.documents);
    if (stands !== this.name) this.claim = 'lost';
    return stands === this.name;
  }

  /** What names something that is written down in this turn, at no call. */
  readonly newId = (): string => {
    this.name ||= this.queue.newId();
    this.named += 1;
    return `${this.name}${this.named.toString(36)}`;
  };

  /**
   * Waits for so many ms, does what needs no document, and lets others in meanwhile; `account` is whose runs it is at. Returns the document's properties as they are
   * then; undefined where somebody came: what is known of the document is out of date, and nothing more may be written.
   */
  rest(ms: number, account: string, meanwhile: () => void): Properties | undefined {
    const { clock, documents } = this.queue;
    const note = this.noted(ms, account);
    const pass = (): void => {
      clock.sleep(ms);
      meanwhile();
    };
    if (note === undefined) pass();
    const isBack = note === undefined || this.hold.without(pass);
    const properties = isBack ? documents.all() : {};
    if (!isBack || !this.isMine(properties)) return undefined;
    if (note === undefined || isUndisturbed(properties, note)) return properties;
    this.note = undefined;
    return undefined;
  }

  /**
   * Nobody rests any more. The note would be void soon anyway: it is no reason to fail after all is done. After a lock that Google lost, the
   * claim that goes may be another's, who then stands down as if somebody had come; to look first would cost every turn a call.
   */
  end(): void {
    orLog(() => {
      if (this.note) forgetRest(this.queue.documents);
      if (this.claim === 'left') forgetClaim(this.queue.documents);
    });
  }

  /** What stands in the document while this execution rests; undefined where it cannot be noted: then it must not let go. */
  private noted(ms: number, account: string): string | undefined {
    const { clock, documents } = this.queue;
    const back = clock.now() + ms + SLACK;
    if (this.note && back <= this.note.until) return this.note.text;
    const until = back + NOTE_VALID;
    const text = noteRest(documents, this.newId(), account, until);
    this.note = text === undefined ? undefined : { text, until };
    return text;
  }
}

/** Does work alone, after a wait if need be. Throws `busy`, or `newer-version` where a later version has been here, with nothing done. */
export function inTurn<T>(queue: Queue, work: (turn: Turn) => T): T {
  const checked = (turn: Turn): T => {
    checkLayout(queue.documents, undefined, turn.found);
    return work(turn);
  };
  const done = alone(queue, 0, checked) ?? afterAsking(queue, checked);
  if (!done) throw new Problem('busy');
  return done.result;
}

/** Whoever is at work makes way at its next cycle. */
function afterAsking<T>(queue: Queue, work: (turn: Turn) => T): { result: T } | undefined {
  const { documents, clock } = queue;
  askForTurn(documents, clock.now());
  return alone(queue, PATIENCE, (turn) => {
    forgetTurn(documents);
    return work(turn);
  });
}

/** Does work alone if nobody else is at it; undefined otherwise, at once. Whoever rests finds that somebody came. */
export function ifFree<T>(queue: Queue, work: (turn: Turn) => T): T | undefined {
  return alone(queue, 0, work)?.result;
}

/** The same, but leaves the document also to an execution of the same account that rests: it does what there is to do. */
export function ifNobodyIsAtIt<T>(queue: Queue, account: string, work: (turn: Turn) => T): T | undefined {
  return queue.exclusively(0, (hold) => {
    const found = queue.documents.all();
    if (isResting(found, account, queue.clock.now())) return undefined;
    return inHand(queue, hold, found, work);
  });
}

/** Does work alone if that comes about within seconds; otherwise what `instead` comes to. */
export function inTurnOr<T>(queue: Queue, work: (turn: Turn) => T, instead: () => T): T {
  const done = alone(queue, SHORT_PATIENCE, work);
  return done ? done.result : instead();
}

/**
 * Does work alone, for a moment, beside whoever rests: it touches nothing that runs are about. Undefined, with nothing done, where the
 * document is not free within `waitMs`.
 */
export function inPassing<T>(
  { exclusively }: Pick<Services, 'exclusively'>,
  waitMs: number,
  work: () => T,
): { result: T } | undefined {
  return exclusively(waitMs, () => ({ result: work() }));
}

function alone<T>(queue: Queue, waitMs: number, work: (turn: Turn) => T): { result: T } | undefined {
  return queue.exclusively(waitMs, (hold) => ({
    result: inHand(queue, hold, queue.documents.all(), work),
  }));
}

/** Whoever rests, or has lost the lock, finds that note or claim are gone. */
function inHand<T>(queue: Queue, hold: Hold, found: Properties, work: (turn: Turn) => T): T {
  if (isNoted(found)) forgetRest(queue.documents);
  if (claimIn(found) !== undefined) forgetClaim(queue.documents);
  const turn = new Turn(queue, hold, found);
  try {
    return work(turn);
  } finally {
    turn.end();
  }
}
