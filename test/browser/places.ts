/** Where on the page something is: in view or not, moved or not, and where a mouse presses it. */
import type { Locator } from 'playwright-core';
import type { Alone } from './alone';

/** Where a button is. */
export async function centreOf(stage: Alone, name: string): Promise<readonly [number, number]> {
  const button = stage.sidebar.button(name);
  await button.scrollIntoViewIfNeeded();
  return centre(button);
}

/** Scrolls as far as a button is in view at the very foot of the page, and says where. */
export async function atTheFoot({ sidebar }: Alone, name: string): Promise<readonly [number, number]> {
  const button = sidebar.button(name);
  await button.waitFor();
  await button.evaluate((element) => element.scrollIntoView({ block: 'end' }));
  return centre(button);
}

/** Whether all of an element can be seen, above the bar. */
export function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((part) => {
    const { top, bottom } = part.getBoundingClientRect();
    const bar = document.querySelector('footer')?.getBoundingClientRect().top ?? innerHeight;
    return top >= 0 && bottom <= Math.min(bar, innerHeight);
  });
}

/** How far an element has gone up or down since, in pixels. */
export async function moved(element: Locator): Promise<() => Promise<number>> {
  const top = async (): Promise<number> => (await element.boundingBox())?.y ?? Number.NaN;
  const before = await top();
  return async () => Math.abs((await top()) - before);
}

async function centre(button: Locator): Promise<readonly [number, number]> {
  const box = await button.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}
