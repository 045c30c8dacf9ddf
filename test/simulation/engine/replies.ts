/** What the sidebar's replies and the menu's questions say, as far as the simulation reads them. */

/** What a call of the sidebar came to: its result, or the code of the refusal; nothing where Google ended it. */
export interface Answered {
  readonly result?: unknown;
  readonly code?: string;
}

/** What a reply of the sidebar's entry point says. */
export function answerIn(reply: unknown): Answered {
  if (typeof reply !== 'object' || reply === null) return {};
  if ('result' in reply) return { result: reply.result };
  return { code: 'code' in reply ? String(reply.code) : '' };
}

/** The id in a result, or an argument. Throws where there is none. */
export function idIn(result: unknown): string {
  if (typeof result === 'object' && result !== null && 'id' in result) return String(result.id);
  throw new Error('saving an enrichment gave no id');
}

/** US dollars that a confirmation names as the most it can cost. */
export function priceIn(message: string): number {
  const price = /\$([\d.,]+) at most/.exec(message)?.[1] ?? '0';
  return Number(price.replaceAll(',', ''));
}

/** A member of a result; undefined where it is not there. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
