/** Verdicts as text: all of them, or what differs and what that means. */
import { KNOBS } from '../../doubles/google';
import { printable } from '../common/terminal';
import type { Letter } from './letter';
import { QUESTIONS } from './script/questions';
import { type Expected, judge, type Verdict } from './script/verdict';
import { UNASKED } from './unasked';

/** What there is to say of every question. */
export function verdictsOf({ answers }: Pick<Letter, 'answers'>, expected: Expected): Verdict[] {
  return QUESTIONS.map((question) => judge(question, answers[question.id], expected));
}

/** Every question with its answer. */
export function showAll(letter: Letter, verdicts: readonly Verdict[]): string {
  const lines = verdicts.flatMap(({ question, state, failed }) => {
    const { facts = {}, figures = {} } = letter.answers[question.id] ?? {};
    const told = Object.entries({ ...facts, ...figures }).map(([name, value]) => `    ${name}: ${value}`);
    return [
      `${state.padEnd(7)} ${question.asks} (${[question.sureness, ...question.knobs].join(', ')})`,
      ...told,
      ...(failed ? [`    ${failed}`] : []),
    ];
  });
  return [...lines, '', summary(verdicts), '', showUnasked()].join('\n');
}

/** What differs, what each difference would mean, and which knob to turn. */
export function showDifferences(letter: Letter, verdicts: readonly Verdict[]): string {
  const from = printable(`Asked ${letter.at}, language ${letter.language}, locale ${letter.locale}.`);
  const told = verdicts
    .filter(({ state }) => state !== 'agrees' && state !== 'not asked yet')
    .map((verdict) => difference(verdict, letter.answers[verdict.question.id]?.quotes));
  const open = verdicts
    .filter(({ state }) => state === 'not asked yet')
    .map(({ question }) => `- ${question.asks}`);
  const waiting = open.length > 0 ? ['Not asked yet:', ...open, ''] : [];
  return [from, '', ...told, ...waiting, summary(verdicts)].join('\n');
}

function difference(
  { question, state, differences, failed }: Verdict,
  quotes: Readonly<Record<string, string>> = {},
): string {
  const { asks, sureness, means, adapts, knobs } = question;
  return [
    `${state}: ${asks}`,
    ...differences.map(({ what, here, local }) =>
      printable(`  ${what}: ${here} (the local Google: ${local})`),
    ),
    ...Object.entries(quotes).map(([name, text]) => printable(`  ${name}: “${text}”`)),
    ...(failed === undefined ? [] : [printable(`  ${failed}`)]),
    `  We had it ${sureness}. It would mean: ${means}`,
    ...(adapts === undefined ? [] : [`  The product adapts: ${adapts}.`]),
    ...knobs.map((name) => `  Turn ${name}, which says “${KNOBS.find((knob) => knob.name === name)?.says}”.`),
    ...(knobs.length === 0 && state === 'differs' ? ['  There is no knob: mend test/doubles/google.'] : []),
    '',
  ].join('\n');
}

function summary(verdicts: readonly Verdict[]): string {
  const count = (wanted: Verdict['state']) => verdicts.filter(({ state }) => state === wanted).length;
  const states = ['differs', 'could not be asked', 'not asked yet'] as const;
  const others = states.flatMap((state) => (count(state) > 0 ? [`${count(state)} ${state}`] : []));
  return [`${count('agrees')} of ${verdicts.length} questions agree`, ...others].join('; ');
}

function showUnasked(): string {
  const lines = UNASKED.map(
    ({ about, why, byHand }) => `- ${about}: ${why}${byHand ? `. By hand: ${byHand}` : ''}`,
  );
  return ['What no script can ask:', ...lines].join('\n');
}
