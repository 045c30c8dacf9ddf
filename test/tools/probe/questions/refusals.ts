/** Questions about what is refused, and in which words. */

import { ERROR_CODES } from '../../../doubles/linkup';
import { codeOf, type Exchange, wordsOf } from '../evidence';
import { ofKnob, open, other, type Question, settled, withoutKnob } from '../question';
import { WRONG_KEY } from '../requests';
import { answerTo, names, shown, understood } from './readings';

const OUT_OF_PLACE = 'Nothing: the add-on sends only what is documented, and only where it means something.';

/** In their order. */
export const REFUSALS: readonly Question[] = [
  withoutKnob({
    id: 'wrong-key',
    asks: 'What does a key that nobody has get?',
    basis: 'documented',
    expected: '401 UNAUTHORIZED',
    sends: ['wrongKey'],
    difference: 'A mistyped key would be told as something else than that.',
    adapts: false,
    read: (evidence) => code(answerTo(evidence, 'wrongKey')),
  }),
  ofKnob('noKeyCode', {
    id: 'no-key',
    sends: ['noKey'],
    difference: 'Nothing: the add-on always sends a key.',
    adapts: true,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'noKey');
      const found = (['X402_PAYMENT_REQUIRED', 'PAYMENT_REQUIRED'] as const).find(
        (each) => each === codeOf(exchange),
      );
      return found ? settled(found) : other(wordsOf(exchange));
    },
  }),
  ofKnob('errorTexts', {
    id: 'error-texts',
    asks: 'Does any error message hold the key?',
    sends: ['wrongKey'],
    difference: 'Nothing: the key is taken out of every text, and long ones are cut.',
    adapts: true,
    read: ({ exchanges }) => {
      const errors = exchanges.filter(({ status }) => status >= 400);
      if (errors.some(({ quotesKey, text }) => quotesKey || text.includes(WRONG_KEY)))
        return settled('quoting');
      const longest = Math.max(0, ...errors.map(({ text }) => text.length));
      return settled(longest > 8_000 ? 'long' : 'plain', `at most ${longest} characters`);
    },
  }),
  ofKnob('unknownFields', {
    id: 'odd-field',
    asks: 'Is an unknown field in a body refused?',
    sends: ['oddField'],
    difference: OUT_OF_PLACE,
    adapts: true,
    read: (evidence) => refusedOrIgnored(answerTo(evidence, 'oddField')),
  }),
  ofKnob('unknownFields', {
    id: 'odd-query',
    asks: 'Is an unknown key in a query string refused?',
    sends: ['oddQuery'],
    difference: OUT_OF_PLACE,
    adapts: true,
    read: (evidence) => refusedOrIgnored(answerTo(evidence, 'oddQuery')),
  }),
  ofKnob('misplacedOptions', {
    id: 'misplaced',
    sends: ['misplaced'],
    difference: OUT_OF_PLACE,
    adapts: true,
    read: (evidence) => refusedOrIgnored(answerTo(evidence, 'misplaced')),
  }),
  ofKnob('schemaAsObject', {
    id: 'schema-object',
    sends: ['schemaObject'],
    difference: 'Nothing: the add-on sends a text, as the reference says.',
    adapts: true,
    read: (evidence) =>
      understood(answerTo(evidence, 'schemaObject'), {
        taken: () => settled('accept'),
        refused: () => settled('reject'),
      }),
  }),
  ofKnob('maxQueryLength', {
    id: 'long-query',
    asks: 'Is a query of 10,001 characters taken?',
    sends: ['longQuery'],
    difference:
      'A row with such a query is refused by itself, free of charge, with Linkup’s reason; five in a row pause the run.',
    adapts: true,
    read: (evidence, { maxQueryLength }) => {
      const exchange = answerTo(evidence, 'longQuery');
      return understood(exchange, {
        taken: () => settled(null, 'yes'),
        refused: () => settled(maxQueryLength ?? limitIn(exchange.text), shown(exchange.text)),
      });
    },
  }),
  withoutKnob({
    id: 'empty-query',
    asks: 'Is an empty query refused?',
    basis: 'assumed',
    expected: true,
    sends: ['emptyQuery'],
    difference: 'Nothing: the add-on asks nothing of a row without a question.',
    adapts: true,
    read: (evidence) => isRefused(answerTo(evidence, 'emptyQuery')),
  }),
  ofKnob('researchModeSpelling', {
    id: 'research-mode',
    sends: ['modeSmall', 'modeCapital', 'modeUnheard'],
    difference:
      'Nothing: where Linkup refuses the small letters, which creates nothing, the add-on tries the capitals once.',
    adapts: true,
    read: (evidence) => {
      const [small, capital, unheard] = (['modeSmall', 'modeCapital', 'modeUnheard'] as const).map((name) =>
        names(answerTo(evidence, name), 'mode'),
      );
      if (!unheard) return open('a refusal names only its first fault');
      if (small) return capital ? other('neither is taken') : settled('capitalised');
      return capital ? settled('lower case') : other('both are taken');
    },
  }),
  lacking('exclude-domains', 'excludeDomains', 'Are 101 excludeDomains refused?'),
  lacking('full-dates', 'fromDate', 'Is a fromDate with a time of day refused?'),
  ofKnob('missingPageCode', {
    id: 'missing-page',
    sends: ['missing'],
    difference: 'The row says that the page could not be fetched, in other words.',
    adapts: true,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'missing');
      const known = ERROR_CODES.find((each) => each === codeOf(exchange));
      return known ? settled(known) : other(wordsOf(exchange));
    },
  }),
  withoutKnob({
    id: 'unreachable',
    asks: 'Which code does a host get that has no address?',
    basis: 'observed',
    expected: '400 FETCH_TARGET_UNREACHABLE',
    sends: ['unreachable'],
    difference: 'The row says that the website could not be reached, in other words.',
    adapts: true,
    read: (evidence) => code(answerTo(evidence, 'unreachable')),
  }),
];

/** Asked beside what is certainly refused: whether the refusal names it as well. */
function lacking(id: string, field: string, asks: string): Question {
  return withoutKnob({
    id,
    asks,
    basis: 'assumed',
    expected: true,
    sends: ['lackingSearch'],
    difference: OUT_OF_PLACE,
    adapts: true,
    read: (evidence) => {
      const exchange = answerTo(evidence, 'lackingSearch');
      const tells = names(exchange, 'depth') && names(exchange, 'q');
      return tells ? settled(names(exchange, field)) : open('a refusal names only its first fault');
    },
  });
}

function refusedOrIgnored(exchange: Exchange) {
  return understood<'reject' | 'ignore'>(exchange, {
    taken: () => settled('ignore', wordsOf(exchange)),
    refused: () => settled('reject', wordsOf(exchange)),
  });
}

function isRefused(exchange: Exchange) {
  return understood<boolean>(exchange, {
    taken: () => settled(false, wordsOf(exchange)),
    refused: () => settled(true, wordsOf(exchange)),
  });
}

function code(exchange: Exchange) {
  return settled([exchange.status, codeOf(exchange)].filter(Boolean).join(' '));
}

/** The limit that a refusal names; the documented one where it names none. */
function limitIn(text: string): number {
  const numbers = (text.match(/\d[\d,]{2,}/g) ?? []).map((each) => Number(each.replaceAll(',', '')));
  return numbers.find((each) => each > 429 && each <= 10_001) ?? 10_000;
}
