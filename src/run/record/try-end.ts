/** How a try ended, in a form that can be kept: an answer by its parts, so that it finds its columns whatever they are called later. */
import type { AnswerValue, Found } from '../../enrichment/answer';
import { list, maybe, number, oneOf, type Parser, record, text, yesNo } from '../../enrichment/parse';
import type { Source } from '../../linkup/sources';

/** A part of an answer that is not blank. */
export interface PartValue {
  /** An `OutputPart`. */
  readonly part: string;
  readonly value: NonNullable<AnswerValue>;
}

/** The end. */
export interface TryEnd {
  readonly outcome: 'done' | 'not found' | 'failed';
  /** Why it failed, in a sentence; '' otherwise. */
  readonly reason: string;
  /** How long it took. */
  readonly ms: number;
  readonly values: readonly PartValue[];
  /** Whether the answer came in the form that was asked for. */
  readonly inForm: boolean;
  readonly sources: readonly Source[];
}

const KINDS: { readonly [K in PartValue['value']['kind']]: Parser<PartValue['value']> } = {
  text: record<{ kind: 'text'; text: string }>({ kind: oneOf('text'), text }),
  number: record<{ kind: 'number'; number: number; isShare?: boolean }>({
    kind: oneOf('number'),
    number,
    isShare: maybe(yesNo),
  }),
  'yes/no': record<{ kind: 'yes/no'; yes: boolean }>({ kind: oneOf('yes/no'), yes: yesNo }),
  date: record<{ kind: 'date'; iso: string }>({ kind: oneOf('date'), iso: text }),
  pages: record<{ kind: 'pages'; pages: readonly Found[] }>({
    kind: oneOf('pages'),
    pages: list(record<Found>({ title: text, url: text, excerpt: text })),
  }),
};

const kindIn = record<{ kind: keyof typeof KINDS }>({
  kind: oneOf('text', 'number', 'yes/no', 'date', 'pages'),
});

const value: Parser<PartValue['value']> = (source, path) => KINDS[kindIn(source, path).kind](source, path);

/** Reads an end from stored JSON. Throws `malformed`. */
export const tryEnd: Parser<TryEnd> = record<TryEnd>({
  outcome: oneOf('done', 'not found', 'failed'),
  reason: text,
  ms: number,
  values: list(record<PartValue>({ part: text, value })),
  inForm: yesNo,
  sources: list(record<Source>({ name: text, url: text })),
});
