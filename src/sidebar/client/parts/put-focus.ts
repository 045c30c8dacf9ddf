/** Putting the focus somewhere: what is folded away is opened, and all that belongs to a box comes into view. */

/** What is itself filled in or pressed. */
const CONTROL = 'input, textarea, select, button, summary';

/** Puts the focus on an element; in a group of choices, on the chosen one. */
export function putFocus(element: HTMLElement): void {
  unfold(element);
  const chosen = element.matches(CONTROL) ? null : element.querySelector<HTMLElement>('input:checked');
  (chosen ?? element).focus({ preventScroll: true });
  (element.closest('.field, fieldset') ?? element).scrollIntoView({ block: 'nearest' });
}

/** What is folded away takes no focus. */
function unfold(element: Element): void {
  const inside = element.matches('summary') ? element.parentElement?.parentElement : element;
  for (let fold = inside?.closest('details'); fold; fold = fold.parentElement?.closest('details'))
    fold.open = true;
}
