/** What the probe is about to ask, and the most that it can cost, in words. */
import { count, usd } from '../../../src/enrichment/amounts';
import { inUsd } from '../../../src/enrichment/money';
import type { Terminal } from '../common/terminal';
import { mostFor } from './price';
import { planned } from './purse';
import { QUESTIONS } from './questions/all';
import { REQUESTS, STEPS, type StepName } from './requests';

/** Everything that a person has to know before agreeing. */
export function showPrice(terminal: Terminal): void {
  const dear = STEPS.filter((name) => mostFor(REQUESTS[name]) > 0);
  const free = STEPS.filter((name) => !dear.includes(name));
  terminal.line(
    `The probe asks the real Linkup ${count(QUESTIONS.length, 'question')}, which takes a minute or two.`,
  );
  terminal.line(`${count(dear.length, 'request')} may be billed, where they succeed:`);
  for (const name of dear) terminal.line(`  ${usd(inUsd(mostFor(REQUESTS[name])))}  ${lineOf(name)}`);
  terminal.line(`${free.length} more are free, because they only read or cannot succeed:`);
  terminal.line(`  ${free.join(', ')}`);
  terminal.line(terminal.paint('bold', `All of it costs at most ${usd(inUsd(planned()))}.`));
}

function lineOf(name: StepName): string {
  const { method, path } = REQUESTS[name];
  const asked = QUESTIONS.filter(({ sends }) => sends.includes(name)).map(({ id }) => id);
  return `${`${method} ${path}`.padEnd(13)} ${name}: ${asked.join(', ')}`;
}
