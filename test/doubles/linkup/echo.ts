/** The `input` of a task envelope: normalised, not echoed byte for byte (contract §1.4). */
import { isObject, type Json, type JsonObject, type Work } from './contract';
import type { LinkupKnobs } from './knobs';

/** Defaults that even the SDKs' sparse fixtures fill in. */
const ALWAYS_FILLED = ['mode', 'reasoningDepth'];

/** Fields without a default: shown only when they were sent. */
const ONLY_IF_SENT = ['includeDomains', 'excludeDomains', 'schema', 'instructions'];

/** The echoed input: keys in alphabetical order, the schema as an object; `at` is the time of creation. */
export function echoOf(work: Work, sent: Json, at: number, knobs: LinkupKnobs): JsonObject {
  const wasSent = (name: string) => isObject(sent) && name in sent;
  const isShown = (name: string) => {
    if (wasSent(name)) return true;
    if (work.type === 'research' && ALWAYS_FILLED.includes(name)) return true;
    return knobs.echo !== 'minimal' && !ONLY_IF_SENT.includes(name);
  };
  const fields: [string, Json][] = Object.entries(work.input);
  const today = new Date(at).toISOString().slice(0, 10);
  return Object.fromEntries(
    fields
      .filter(([name]) => isShown(name))
      .map(([name, value]) => [name, name === 'toDate' && knobs.echo === 'dated' ? (value ?? today) : value])
      .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
  );
}
