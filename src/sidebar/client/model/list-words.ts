/** What there is to say of a list: what came, what was left out, what it cost. Pure. */
import { count, figure, usd } from '../../../enrichment/amounts';
import type { Listed } from '../../protocol';

/** How it stands, in a sentence or two. */
export function listLine({ pending, sheet, last }: Listed): string {
  if (pending || !last)
    return 'Its rows are being looked for. You can go on, or close the sidebar: they come all the same, or when you open it again.';
  const cost = `${usd(last.billed)} was billed.`;
  if (last.outcome === 'failed') return `${last.reason} ${cost}`;
  if (last.outcome === 'no new') return `Nothing new came, so the list is as long as it gets. ${cost}`;
  if (last.outcome === 'full')
    return `The list is as long as one may be: ${count(last.beyond, 'new row')} left out. ${cost}`;
  if (last.outcome === 'nothing')
    return `No rows came${leftOut(last)}, and no sheet was made. Ask otherwise, or deeper. ${cost}`;
  // Of the last press: “in” would be read as all that the sheet has.
  const where = sheet ? `added to “${sheet}”` : 'came, and their sheet was deleted';
  return `${count(last.rows, 'row')} ${where}${leftOut(last)}. ${cost}`;
}

function leftOut({ doubles, keyless, beyond }: NonNullable<Listed['last']>): string {
  const parts = [
    doubles > 0 && `${count(doubles, 'duplicate')} dropped`,
    keyless > 0 && `${figure(keyless)} without a name left out`,
    beyond > 0 && `${figure(beyond)} beyond what a list may have left out`,
  ];
  return parts.map((part) => (part ? `, ${part}` : '')).join('');
}

/** Whether another press may bring more. */
export function canGoOn({ pending, sheet, last }: Listed): boolean {
  return (
    !pending && last !== null && last.outcome !== 'no new' && (last.outcome !== 'written' || sheet !== '')
  );
}
