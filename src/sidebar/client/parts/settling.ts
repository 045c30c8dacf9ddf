/** What comes to stand under a pointer that has just pressed something else takes no press, until a hand has had time to see it. */

/** So long it takes none, in ms: longer than between the two presses of any double click. */
const SETTLING = 900;

/** A hand that rests moves no further, in px. */
const REST = 4;

/** So long a resting hand is watched after a press, in ms: then it has seen what is there. */
const WATCHED = 30_000;

/** What is written into. */
const WRITTEN = 'textarea, input:not([type="radio"], [type="checkbox"])';

/** What a button says while its call runs. */
export const PENDING = 'One moment…';

/** Where the last press was, while the pointer rests there; what is under it, and since when. */
interface Resting {
  readonly x: number;
  readonly y: number;
  readonly until: number;
  meaning: string;
  since: number;
}

let resting: Resting | undefined;
/** When all of the page came to be about something else, unasked. */
let renewed = Number.NEGATIVE_INFINITY;
let frame = 0;
/** Tells of all that changes on the page, for as long as a hand rests: only then can something else come under it. */
let changes: MutationObserver | undefined;

/** Watches what comes under the pointer of this page after each press. */
export function followPointer(page: Document): void {
  const pressed = ({ clientX: x, clientY: y }: PointerEvent): void => {
    const now = performance.now();
    const since = resting && isNear(x, y) ? resting.since : Number.NEGATIVE_INFINITY;
    resting = { x, y, until: now + WATCHED, meaning: meaningAt(page, x, y), since };
    watch(page);
  };
  const moved = ({ clientX, clientY }: PointerEvent): void => {
    if (!isNear(clientX, clientY)) gone();
  };
  // Who has written something since is not in the middle of a double press.
  const written = ({ target }: Event): void => {
    if (!(target instanceof Element && target.matches(WRITTEN))) return;
    renewed = Number.NEGATIVE_INFINITY;
    gone();
  };
  page.addEventListener('input', written, { capture: true, passive: true });
  page.addEventListener('pointerdown', pressed, { capture: true, passive: true });
  page.addEventListener('pointermove', moved, { capture: true, passive: true });
  page.addEventListener('scroll', () => soon(page), { capture: true, passive: true });
  page.defaultView?.addEventListener('resize', () => soon(page), { passive: true });
  page.documentElement.addEventListener('pointerleave', gone, { passive: true });
}

/** The page is about another sheet from now on, and nobody has asked for that: a hand on its way to a button meant the one before. */
export function allHasJustCome(): void {
  renewed = performance.now();
}

/** Whether what is pressed now was not there when the hand came to rest, and has not been for long. */
export function hasJustCome(): boolean {
  return performance.now() - Math.max(renewed, resting?.since ?? renewed) < SETTLING;
}

function isNear(x: number, y: number): boolean {
  return resting !== undefined && Math.hypot(x - resting.x, y - resting.y) <= REST;
}

/** The hand has gone on: nothing is watched any more. */
function gone(): void {
  resting = undefined;
  changes?.disconnect();
}

function watch(page: Document): void {
  changes ??= new MutationObserver(() => soon(page));
  changes.observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Once a frame at most, when what has changed is laid out. */
function soon(page: Document): void {
  if (!resting) return;
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => look(page));
}

function look(page: Document): void {
  if (!resting || performance.now() > resting.until) {
    gone();
    return;
  }
  const meaning = meaningAt(page, resting.x, resting.y);
  // A button that works means what it meant: pressed again after a fault, it is not kept waiting.
  if (meaning !== resting.meaning && meaning !== PENDING) {
    resting.meaning = meaning;
    resting.since = performance.now();
  }
}

/** What a press there would do; how many rows, and for how much, may change under the pointer. */
function meaningAt(page: Document, x: number, y: number): string {
  const button = page.elementFromPoint(x, y)?.closest('button');
  return button?.textContent?.replace(/[\d$].*$/, '').trim() ?? '';
}
