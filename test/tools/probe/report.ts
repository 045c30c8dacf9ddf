/** What the probe tells at the end: which knobs should turn, what is left open, what agrees, and what it cost. */
import { agree, count, usd } from '../../../src/enrichment/amounts';
import { inUsd, moneyOf } from '../../../src/enrichment/money';
import { printable, type Terminal } from '../common/terminal';
import { balanceIn, type Evidence, wordsOf } from './evidence';
import type { Purse } from './purse';
import { ALSO_OPEN, UNASKABLE } from './questions/all';
import type { Verdict } from './verdict';

/** Everything that a person reads. */
export function showVerdicts(terminal: Terminal, verdicts: readonly Verdict[]): void {
  const of = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind);
  const [differing, open, agreeing] = [of('differs'), of('open'), of('agrees')];
  terminal.line();
  const headline = `${count(differing.length, 'answer')} ${agree(differing.length, 'differs', 'differ')} from the local Linkup’s${differing.length > 0 ? ':' : '.'}`;
  terminal.line(terminal.paint(differing.length > 0 ? 'yellow' : 'green', headline));
  for (const verdict of differing) showDifference(terminal, verdict);
  if (open.length > 0)
    terminal.line(`${count(open.length, 'question')} ${agree(open.length, 'is', 'are')} left open:`);
  for (const { question, seen } of open) terminal.line(`  ${question.id}: ${printable(seen)}`);
  terminal.line(`${count(agreeing.length, 'answer')} ${agree(agreeing.length, 'agrees', 'agree')}:`);
  for (const { question, seen } of agreeing)
    terminal.line(`  ${question.id} (${question.basis}): ${printable(seen)}`);
  terminal.line('For so little nothing can be asked about:');
  for (const [reason, knobs] of byReason()) terminal.line(`  ${knobs.join(', ')}: ${reason}`);
}

function showDifference(terminal: Terminal, { question, seen, turn }: Verdict): void {
  const { id, knob, basis, asks, difference, adapts } = question;
  const what =
    knob === undefined ? 'the local Linkup has no knob for this' : `no value of \`${knob}\` says this`;
  terminal.line(`  ${terminal.paint('bold', `${id}: ${turn ?? what}`)}`);
  terminal.line(`    ${asks} (${basis})`);
  terminal.line(`    Seen: ${printable(seen)}`);
  terminal.line(`    ${difference}`);
  terminal.line(`    ${adapts ? 'The add-on copes by itself.' : 'The add-on does not cope by itself.'}`);
}

function byReason(): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [knob, reason] of Object.entries({ ...UNASKABLE, ...ALSO_OPEN }))
    groups.set(reason, [...(groups.get(reason) ?? []), knob]);
  return groups;
}

/** What it cost: by the price list, and by the account, which others may share. */
export function costWords(evidence: Evidence, purse: Purse): string {
  const [before, after] = balances(evidence);
  const account =
    before === undefined || after === undefined
      ? ''
      : ` The account held ${usd(before)} before and ${usd(after)} after; whoever shares it has a part in that.`;
  return `${purse.account()}${account}`;
}

/** The same as data, to be kept or sent. */
export function asData(
  verdicts: readonly Verdict[],
  evidence: Evidence,
  purse: Purse,
  of: { local: boolean; complete: boolean },
) {
  const [balanceBefore, balanceAfter] = balances(evidence);
  return {
    ...of,
    at: new Date(evidence.exchanges[0]?.sentAt ?? 0).toISOString(),
    // What somebody's account holds is nobody else's business.
    costUsd: { atMost: inUsd(purse.counted), byTheAccount: spent(balanceBefore, balanceAfter) },
    questions: verdicts.map(
      ({ question: { id, knob, basis, asks, difference, adapts }, kind, seen, turn }) => ({
        ...{ id, knob, basis, asks, verdict: kind, seen, turn, difference, adapts },
      }),
    ),
    notAsked: { ...UNASKABLE, ...ALSO_OPEN },
    requests: evidence.exchanges.map((exchange) => ({
      ...{ name: exchange.name, method: exchange.method, path: exchange.path },
      answer: wordsOf(exchange),
      ms: exchange.answeredAt - exchange.sentAt,
    })),
  };
}

function spent(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : inUsd(moneyOf(before) - moneyOf(after));
}

function balances(evidence: Evidence) {
  return (['balance', 'balanceAfter'] as const).map((name) => {
    const exchange = evidence.last(name);
    return exchange && balanceIn(exchange);
  });
}
