/** Questions about rates, and about what headers say of time. */
import type { LinkupKnobs } from '../../../doubles/linkup';
import type { RouteName } from '../../../doubles/linkup/knobs';
import { codeOf, type Evidence, type Exchange, wordsOf } from '../evidence';
import { ofKnob, open, other, type Question, settled, throughKnob, withoutKnob } from '../question';
import type { StepName } from '../requests';
import { BETWEEN_LISTS } from '../script';
import { answerTo } from './readings';

const LATER =
  'Nothing: whatever is refused for its rate is asked again after a while, and nothing is billed for it.';

/** Lists for which there was a rest before. */
const RESTED: readonly StepName[] = [
  'anyList',
  'oddQuery',
  'poll',
  'tie',
  'tieAgain',
  'tieSmaller',
  'unsorted',
];

/** In their order. */
export const LIMITS: readonly Question[] = [
  ofKnob('pollScope', {
    id: 'poll-rate',
    asks: 'Is a second list within one second refused?',
    sends: ['oldest', 'listAtOnce'],
    difference: LATER,
    adapts: true,
    read: (evidence, { pollScope }) => {
      const held = pollScope === 'off' ? 'organization' : pollScope;
      return afterAnother(evidence, 'oldest', 'listAtOnce', (isRefused) => settled(isRefused ? held : 'off'));
    },
  }),
  throughKnob('pollIntervalMs', {
    id: 'poll-interval',
    asks: `Is a list taken ${BETWEEN_LISTS} ms after the last one?`,
    sends: ['anyList'],
    difference: 'Runs take longer; the add-on backs off by itself.',
    adapts: true,
    held: ({ pollIntervalMs, pollScope }) => pollScope === 'off' || pollIntervalMs <= BETWEEN_LISTS,
    read: (evidence) => {
      const lists = RESTED.flatMap((name) => evidence.all(name));
      const refused = lists.filter(isTooSoon).length;
      return settled(refused === 0, `${refused} of ${lists.length} were refused`);
    },
    turn: () => `more than ${BETWEEN_LISTS}`,
  }),
  poll('getTask', 'batch', 'listedAtOnce', 'taskAtOnce', 'Does GET /tasks/:id count as a poll?'),
  poll('listResearch', 'anyList', 'anyList', 'researchAtOnce', 'Does GET /research count as a poll?'),
  poll('createTasks', 'spoilt', 'spoilt', 'domains', 'Is a second POST /tasks within one second refused?'),
  ofKnob('retryAfterSeconds', {
    id: 'retry-after',
    sends: ['listAtOnce'],
    difference: 'Nothing: the add-on waits as long as it is told, or doubles its own pauses.',
    adapts: true,
    read: (evidence) => {
      const refused = evidence.exchanges.filter(isTooSoon);
      if (refused.length === 0) return open('nothing was refused for its rate');
      const told = refused.find(({ headers }) => headers['retry-after'] !== undefined);
      return told ? settled(secondsIn(told), told.headers['retry-after']) : settled(null, 'no');
    },
  }),
  ofKnob('retryAfterForm', {
    id: 'retry-after-form',
    sends: ['listAtOnce'],
    difference: 'Nothing: the add-on reads both.',
    adapts: true,
    read: (evidence) => {
      const value = evidence.exchanges.flatMap(({ headers }) => headers['retry-after'] ?? [])[0];
      if (value === undefined) return open('no answer had Retry-After');
      return settled(/^\d+$/.test(value.trim()) ? 'seconds' : 'date', value);
    },
  }),
  withoutKnob({
    id: 'rate-headers',
    asks: 'Do any headers tell of rates?',
    basis: 'observed',
    expected: '',
    sends: ['balance', 'anyList'],
    difference: 'Nothing yet: the add-on reads none of them, and could pace itself by them.',
    adapts: true,
    read: (evidence) => {
      const all = evidence.exchanges.flatMap(({ headers }) => Object.entries(headers));
      const told = new Map(all.filter(([name]) => /rate-?limit/.test(name)));
      const seen = [...told].map(([name, value]) => `${name}: ${value}`).join('; ');
      return settled([...told.keys()].sort().join(', '), seen || 'none');
    },
  }),
  ofKnob('dateHeader', {
    id: 'date-header',
    asks: 'Do all answers have Date?',
    sends: ['balance'],
    difference: 'Without it the add-on tells the age of a task by Google’s clock.',
    adapts: true,
    read: (evidence) => {
      const dated = evidence.exchanges.filter(({ headers }) => 'date' in headers).length;
      if (dated === evidence.exchanges.length) return settled(true);
      return dated === 0 ? settled(false) : other(`${dated} of ${evidence.exchanges.length} have it`);
    },
  }),
];

/** Whether a route shares the rate of lists: asked at once after another request of that rate. */
function poll(route: RouteName, needs: StepName, first: StepName, second: StepName, asks: string): Question {
  return throughKnob('pollRoutes', {
    id: `poll-${route}`,
    asks,
    sends: [needs, 'listAtOnce', first, second],
    difference: LATER,
    adapts: true,
    held: ({ pollScope, pollRoutes }: LinkupKnobs) => pollScope !== 'off' && pollRoutes.includes(route),
    read: (evidence) =>
      afterAnother(evidence, first, second, (isRefused) =>
        isRefused || isTooSoon(answerTo(evidence, 'listAtOnce'))
          ? settled(isRefused)
          : open('lists are not refused either'),
      ),
    turn: (isPoll) => `a list ${isPoll ? 'with' : 'without'} "${route}"`,
  });
}

function afterAnother<T>(
  evidence: Evidence,
  first: StepName,
  second: StepName,
  then: (isRefused: boolean) => T,
): T | ReturnType<typeof open> {
  const before = answerTo(evidence, first);
  // One that was refused for its rate was asked again after a rest.
  const [after = before] = evidence.all(second);
  const gap = after.sentAt - before.sentAt;
  if (isTooSoon(before)) return open(`${first} itself was refused for its rate`);
  if (isTooSoon(after)) return then(true);
  if (gap >= 900) return open(`the answers were too slow to tell: ${gap} ms lay between them`);
  return after.status >= 500 ? open(`${second} was answered ${wordsOf(after)}`) : then(false);
}

/** Refused for its rate; a 429 has other meanings too. */
function isTooSoon(exchange: Exchange): boolean {
  return exchange.status === 429 && ['TOO_MANY_REQUESTS', ''].includes(codeOf(exchange));
}

function secondsIn({ headers, sentAt }: Exchange): number {
  const value = headers['retry-after'] ?? '';
  if (/^\d+$/.test(value.trim())) return Number(value);
  const from = Date.parse(headers.date ?? '');
  return Math.round((Date.parse(value) - (Number.isNaN(from) ? sentAt : from)) / 1_000);
}
