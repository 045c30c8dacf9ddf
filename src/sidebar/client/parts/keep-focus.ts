/** The focus never falls out of the page: when what had it goes away, and nobody put it elsewhere, it moves to what is left around it. */
import { putFocus } from './put-focus';

/** After so long nobody else puts it anywhere, in ms: whoever knows better does so with the next frame. */
const PATIENCE = 120;

const FOCUSABLE = 'a[href], button, input, select, textarea, summary';

/** Where it goes when nothing is left around it, by id, the first that is there. */
const ELSEWHERE = ['run', 'ready', 'key', 'question', 'enrichment'];

/** Watches over the focus of the page. */
export function keepFocus(page: Document): void {
  let trail: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const [last] = trail;
    // In a window that has not the focus itself nobody has lost it: it is looked for when they come back.
    if (!last || isThere(last) || page.activeElement !== page.body || !page.hasFocus()) return;
    const next = landing(page, trail);
    if (next) putFocus(next);
  };
  const lookSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(look, PATIENCE);
  };
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) trail = lineage(target);
  });
  window.addEventListener('focus', lookSoon);
  const everything = { childList: true, subtree: true, attributeFilter: ['open'] };
  new MutationObserver(() => trail[0] && !isThere(trail[0]) && lookSoon()).observe(page.body, everything);
}

/** An element and all that it stands in, from the inside out. */
function lineage(element: Element): Element[] {
  const all: Element[] = [];
  for (let each: Element | null = element; each; each = each.parentElement) all.push(each);
  return all;
}

function isThere(element: Element): boolean {
  return element.isConnected && element.checkVisibility();
}

/**
 * The button that opens what has closed, or the nearest part that can have the focus itself: not a neighbour, which another press of
 * Enter would set off. In the bar it is what the bar is for. Only where there is no such part, the first neighbour that is left.
 */
function landing(page: Document, trail: readonly Element[]): HTMLElement | undefined {
  const around = trail.slice(1, -1).filter((part) => isThere(part) && !part.matches('main, body'));
  for (const part of around) {
    if (part instanceof HTMLElement && part.matches('[tabindex]')) return part;
    const [opener] = inside(part, part.matches('footer') ? '.primary' : '[aria-expanded]');
    if (opener) return opener;
  }
  const [neighbour] = around.flatMap((part) => inside(part, FOCUSABLE));
  return (
    neighbour ?? ELSEWHERE.map((id) => page.getElementById(id)).find((each) => each !== null) ?? undefined
  );
}

function inside(part: Element, selector: string): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(selector)].filter(isThere);
}
