/** A question to the contract: what it settles, how it is read from the answers, and what another answer would mean. */
import type { Basis, LinkupKnobs } from '../../doubles/linkup/knobs';
import { KNOBS } from '../../doubles/linkup/knobs';
import type { Evidence } from './evidence';
import type { StepName } from './requests';

/** What can be compared with a knob. */
export type Scalar = string | number | boolean | null;

/** What the answers say: a value, with what was seen; something that no value of the knob stands for; or nothing that would settle it. */
export type Found<T extends Scalar = Scalar> =
  | { readonly kind: 'settled'; readonly value: T; readonly seen: string }
  | { readonly kind: 'other'; readonly seen: string }
  | { readonly kind: 'open'; readonly why: string };

/** What every question says of itself. */
interface Told {
  /** Short, and the same for ever. */
  readonly id: string;
  /** The requests whose answers it is read from. */
  readonly sends: readonly StepName[];
  /** What another answer than the expected one would mean for the add-on, in one sentence. */
  readonly difference: string;
  /** Whether the add-on copes with it unchanged. */
  readonly adapts: boolean;
}

/** One question. */
export interface Question extends Told {
  readonly asks: string;
  readonly basis: Basis;
  /** The knob that it settles; undefined for what the local Linkup does without one. */
  readonly knob?: keyof LinkupKnobs;
  /** What the local Linkup holds. */
  readonly held: (knobs: LinkupKnobs) => Scalar;
  readonly read: (evidence: Evidence, knobs: LinkupKnobs) => Found;
  /** What to turn the knob to. */
  readonly turn: (value: Scalar) => string;
}

type ScalarKnob = {
  [K in keyof LinkupKnobs]: LinkupKnobs[K] extends Scalar ? K : never;
}[keyof LinkupKnobs];

type Reader<T extends Scalar> = (evidence: Evidence, knobs: LinkupKnobs) => Found<T>;

/** A question whose answer is the value of a knob. It asks what the list of knobs asks, unless it says so. */
export function ofKnob<K extends ScalarKnob>(
  knob: K,
  told: Told & Partial<Pick<Question, 'asks' | 'turn'>> & { readonly read: Reader<LinkupKnobs[K] & Scalar> },
): Question {
  return throughKnob(knob, { ...told, held: (knobs) => scalar(knobs[knob]) });
}

/** A question whose answer tells something of a knob that is no plain value. */
export function throughKnob(
  knob: keyof LinkupKnobs,
  told: Omit<Question, 'knob' | 'basis' | 'turn' | 'asks'> & Partial<Pick<Question, 'turn' | 'asks'>>,
): Question {
  const { basis, question } = KNOBS[knob];
  return { asks: question, turn: (value) => JSON.stringify(value), ...told, knob, basis };
}

/** A question about what the local Linkup does in one way only. */
export function withoutKnob(
  told: Told & {
    readonly asks: string;
    readonly basis: Basis;
    /** What the local Linkup answers. */
    readonly expected: Scalar;
    readonly read: Reader<Scalar>;
  },
): Question {
  return { ...told, held: () => told.expected, turn: () => '' };
}

/** Every such knob’s value is one: the compiler sees that here, and not in a member of an object. */
function scalar(value: LinkupKnobs[ScalarKnob]): Scalar {
  return value;
}

/** The answers say this. */
export function settled<T extends Scalar>(value: T, seen = String(value)): Found<T> {
  return { kind: 'settled', value, seen };
}

/** No value of the knob says this. */
export function other(seen: string): Found<never> {
  return { kind: 'other', seen };
}

/** The answers do not tell. */
export function open(why: string): Found<never> {
  return { kind: 'open', why };
}
