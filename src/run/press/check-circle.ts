/** Enrichments that would wait for each other in a circle: a Save that makes one is refused, with their names, and so is asking one that came about. */
import { circleFrom, headingsBySlot, type Member, type Uses, usesAmong } from '../../enrichment/chain';
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
  const circle = circleInWords(
    e,
    members.map((member) => member.e),
    usesAmong(members),
  );
  if (circle) throw new Problem('circular', circle, 'question');
}

/** The way that leads from an enrichment round to itself: “A” uses “B”, and “B” uses “A”. Undefined where there is none. */
export function circleInWords(e: Enrichment, all: readonly Enrichment[], uses: Uses): string | undefined {
  const names = circleFrom(e.id, uses)?.map((id) => all.find((other) => other.id === id)?.name ?? '');
  const said = names?.map((name, i) => `“${name}” uses “${names[(i + 1) % names.length]}”`);
  return said && `${said.slice(0, -1).join(', ')}, and ${said[said.length - 1]}`;
}
