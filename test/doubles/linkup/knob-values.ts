/** The knobs as a double starts with them: all defaults of the list, and the convenient ones. */
import type { LinkupKnobs } from './knob-types';
import { KNOBS, type Knob } from './knobs';

/** The convenient value of what is inconvenient by default: for tests that are about something else. */
export const KIND = {
  noCreditsCode: 'INSUFFICIENT_FUNDS_CREDITS',
  errorTexts: 'plain',
  tieOrder: 'stable',
  echoSubject: 'as sent',
  echoDomains: 'as sent',
  echoSchema: 'as sent',
  echoMaxResults: null,
  echoToDate: 'none',
  echoResearchMode: 'as sent',
} as const satisfies Partial<LinkupKnobs>;

/** A fresh set of knobs as they are by default. */
export function defaultKnobs(): LinkupKnobs {
  const { latency, neighbours, ...rest } = valuesOf(KNOBS);
  return { ...rest, latency: structuredClone(latency), neighbours: { ...neighbours } };
}

function valuesOf<T extends object>(knobs: { readonly [K in keyof T]: Knob<T[K]> }): T {
  const values: Partial<T> = {};
  for (const name of Object.keys(knobs) as (keyof T)[]) values[name] = knobs[name].value;
  return values as T;
}
