/** Questions about the `input` of an envelope: what comes back of what was sent. */
import { canonicalJson } from '../../../../src/enrichment/fingerprint';
import { isRecord, parseJson } from '../../../../src/enrichment/parse';
import { ofKnob, open, other, type Question, settled } from '../question';
import { BATCH, DOMAIN, SCHEMA, SEARCHED, STRUCTURED } from '../requests';
import { PUT_TOGETHER, SEARCH_WORDS, TAKEN_APART } from '../texts';
import { answerTo, echoed, pairedBatch, shown, understood } from './readings';

/** One in which an echo is used: to recognise a question whose POST was not answered. */
const TIES = 'Nothing: what was not sent decides nothing when the add-on looks for its own tasks.';

/** In their order. */
export const ECHOES: readonly Question[] = [
  ofKnob('echo', {
    id: 'echo',
    sends: ['batch'],
    difference: TIES,
    adapts: true,
    read: (evidence) =>
      echoed(evidence, SEARCHED, (input) => {
        const seen = `also ${shown(Object.keys(input).filter((name) => !(name in (BATCH[SEARCHED]?.input ?? {}))))}`;
        return settled('includeImages' in input ? 'full' : 'minimal', seen);
      }),
  }),
  ofKnob('echoSubject', {
    id: 'echo-subject',
    asks: 'How are a query in NFD with doubled spaces and a URL with a port and capitals echoed?',
    sends: ['batch'],
    difference:
      'After a lost answer the add-on finds its questions by their meaning; only words that nobody would know again leave rows to a person.',
    adapts: true,
    read: (evidence) => echoed(evidence, SEARCHED, ({ q }) => subjectForm(q, urlsOf(evidence))),
  }),
  ofKnob('echoDomains', {
    id: 'echo-domains',
    asks: `How is includeDomains ["${DOMAIN}"] echoed?`,
    sends: ['domains'],
    difference: 'Nothing: domains are compared without case, scheme and www.',
    adapts: true,
    read: (evidence) =>
      understood(answerTo(evidence, 'domains'), {
        refused: () => open('the domain is refused'),
        taken: () => {
          const input = evidence.created('domains')?.[0]?.input;
          const [domain] = Array.isArray(input?.includeDomains) ? input.includeDomains : [];
          if (domain === DOMAIN) return settled('as sent');
          return domain === 'wikipedia.org' ? settled('bare', domain) : other(shown(domain));
        },
      }),
  }),
  ofKnob('echoSchema', {
    id: 'echo-schema',
    sends: ['batch'],
    difference: 'Nothing: of a schema only the names of its fields are compared.',
    adapts: true,
    read: (evidence) =>
      echoed(evidence, STRUCTURED, ({ structuredOutputSchema: sent }) => {
        const schema = typeof sent === 'string' ? parseJson(sent) : sent;
        if (!isRecord(schema)) return other('it is not echoed');
        if (canonicalJson(schema) === canonicalJson(SCHEMA)) return settled('as sent', `as a ${typeof sent}`);
        return schema.additionalProperties === false ? settled('closed') : other(shown(schema));
      }),
  }),
  ofKnob('echoMaxResults', {
    id: 'echo-max-results',
    sends: ['batch'],
    difference: TIES,
    adapts: true,
    read: (evidence) =>
      echoed(evidence, SEARCHED, ({ maxResults: value = null }) =>
        typeof value === 'number' || value === null ? settled(value) : other(shown(value)),
      ),
  }),
  ofKnob('echoToDate', {
    id: 'echo-to-date',
    asks: 'Which toDate is echoed where none was sent?',
    sends: ['batch'],
    difference:
      'Nothing up to two days; a date that is further off would leave rows whose POST was not answered to a person.',
    adapts: true,
    read: (evidence) =>
      echoed(evidence, SEARCHED, ({ toDate }, { createdAt }) => {
        if (toDate === undefined || toDate === null) return settled('none');
        return dayForm(String(toDate), createdAt);
      }),
  }),
];

/** The URLs of the batch, sent and echoed. */
function urlsOf(evidence: Parameters<Question['read']>[0]) {
  return pairedBatch(evidence).flatMap((task, i) => {
    const sent = BATCH[i]?.input.url;
    return task && typeof sent === 'string' ? [{ sent, echo: task.input.url }] : [];
  });
}

function subjectForm(q: unknown, urls: ReturnType<typeof urlsOf>) {
  const isAsSent = urls.every(({ sent, echo }) => echo === sent);
  const isNormal = urls.every(({ sent, echo }) => echo === new URL(sent).href);
  if (q === TAKEN_APART && isAsSent) return settled('as sent');
  if (q === PUT_TOGETHER && isNormal) return settled('normalised');
  if (q === SEARCH_WORDS) return settled('search words', shown(q));
  return other(
    `${shown(q)}, and ${shown(urls.find(({ sent, echo }) => sent !== echo)?.echo ?? 'addresses as sent')}`,
  );
}

const DAY = 24 * 3_600_000;

function dayForm(date: string, createdAt: string) {
  const days = Math.round((Date.parse(date.slice(0, 10)) - Date.parse(createdAt.slice(0, 10))) / DAY);
  const seen = `${date} for a task of ${createdAt}`;
  if (Number.isNaN(days) || Math.abs(days) > 1) return other(seen);
  if (date.length > 10) return settled('local day', seen);
  if (days === 0) return settled('utc day', seen);
  return days > 0 ? settled('day after', seen) : settled('day before', seen);
}
