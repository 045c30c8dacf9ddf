/** Decides, when a task is created, when it will start and end and whether it will fail. */
import type { Work } from './contract';
import type { ErrorCode } from './errors';
import type { LinkupKnobs, Range } from './knobs';
import type { Random } from './random';

/** The fate of one task; times in milliseconds since the epoch, `endsAt` infinite if it never ends. */
export interface Plan {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly failure: ErrorCode | null;
}

/** Plans a whole batch, because the order of completion is a property of the batch. */
export function planBatch(
  works: readonly Work[],
  at: number,
  firstOrdinal: number,
  knobs: LinkupKnobs,
  random: Random,
): readonly Plan[] {
  const plans = works.map((work, index) => planOne(work, at, firstOrdinal + index, knobs, random));
  if (knobs.completionOrder === 'independent') return plans;
  const ends = plans.map((plan) => plan.endsAt).sort((a, b) => a - b);
  if (knobs.completionOrder === 'reverse') ends.reverse();
  return plans.map((plan, index) => {
    const endsAt = ends[index] ?? plan.endsAt;
    return { ...plan, endsAt, startsAt: Math.min(plan.startsAt, endsAt) };
  });
}

function planOne(work: Work, at: number, ordinal: number, knobs: LinkupKnobs, random: Random): Plan {
  const startsAt = at + random.between(knobs.queuedMs);
  const duration = random.between(latencyOf(work, knobs));
  const unlucky = random.next() < knobs.failureRate ? (random.pick(knobs.failureCodes) ?? null) : null;
  const endsAt = knobs.stuck(work, ordinal) ? Number.POSITIVE_INFINITY : startsAt + duration;
  return { startsAt, endsAt, failure: knobs.failWhen(work) ?? unlucky };
}

/** How long the work takes by its type and depth. */
export function latencyOf(work: Work, { latency }: LinkupKnobs): Range {
  if (work.type === 'search') return latency.search[work.input.depth];
  if (work.type === 'research') return latency.research[work.input.reasoningDepth];
  return work.input.renderJs ? latency.fetch.renderJs : latency.fetch.plain;
}
