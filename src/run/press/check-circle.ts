/** A Save that would have enrichments wait for each other in a circle is refused, with their names. */
import { circleFrom, headingsBySlot, type Member, usesAmong } from '../../enrichment/chain';
import type { Enrichment } from '../../enrichment/definition';
import { isSameName } from '../../enrichment/names';
import { Problem } from '../../enrichment/problem';
import type { Top } from '../../sheet/layout';
import { memberOf } from '../../sheet/members';

/** Throws `circular` where what an enrichment would use leads back to it, over the `others` of its sheet. */
export function checkCircle(e: Enrichment, others: readonly Enrichment[], top: Top): void {
  const own = memberOf(e, top);
  // Columns that the Save makes, or calls anew, can be named from then on.
  const made = [...headingsBySlot(e).values()].filter(
    (heading) => !top.headings.some((other) => isSameName(other, heading)),
  );
  const width = top.headings.length;
  const widened = { ...top, headings: [...top.headings, ...made] };
  const saved: Member = { ...own, fills: [...own.fills, ...made.map((_, i) => width + i)] };
  const members = [saved, ...others.map((other) => memberOf(other, widened))];
  const circle = circleFrom(e.id, usesAmong(members));
  if (!circle) return;
  const names = circle.map((id) => members.find((member) => member.e.id === id)?.e.name ?? '');
  throw new Problem('circular', inWords(names), 'question');
}

/** “A” uses “B”, and “B” uses “A”. */
function inWords(names: readonly string[]): string {
  const said = names.map((name, i) => `“${name}” uses “${names[(i + 1) % names.length]}”`);
  return `${said.slice(0, -1).join(', ')}, and ${said[said.length - 1]}`;
}
