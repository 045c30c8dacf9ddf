/** Broken where nobody is there: what a schedule starts, when, and how often. */
import type { Mutant } from './mutant';

/** Each starts too often, too long, or too much. */
export const REFRESHING: readonly Mutant[] = [
  {
    name: 'catches up every missed hour',
    patches: [
      {
        file: 'run/press/refresh.ts',
        find: 'const next = nextOf(services, mandate);',
        replace: 'const next = nextStart(mandate.rule, mandate.next ?? clock.now(), wallOf(services));',
      },
    ],
  },
  {
    name: 'a refresh asks what is not old',
    patches: [
      {
        file: 'run/press/refresh.ts',
        find: 'oldBefore: daysAgo(rows.days, clock.now(), wallOf(services))',
        replace: 'oldBefore: clock.now()',
      },
    ],
  },
  {
    name: 'a schedule goes on after it was paused',
    patches: [
      {
        file: 'run/record/schedules.ts',
        find: 'shown.mandate === mandate.id && !shown.off;',
        replace: 'shown.mandate === mandate.id;',
      },
      {
        file: 'run/press/schedule.ts',
        find: 'if (own) saveMandate(user, asPaused(own));',
        replace: '',
      },
    ],
  },
  {
    // Whoever dies between the two starts it a second time.
    name: 'a schedule’s next start is not on record with its agreement',
    patches: [
      {
        file: 'run/press/refresh.ts',
        find: 'const job = reserveRun(services, turn, mandate.enrichment, { agree: agreeTo(services, mandate), along });',
        replace:
          'const job = reserveRun(services, turn, mandate.enrichment, { agree: agreeTo(services, mandate) });\n    services.user.setAll(along);',
      },
    ],
  },
  {
    name: 'a refresh replaces an answer by nothing',
    patches: [{ file: 'run/rows/asked-again.ts', find: "    mode === 'refresh' ||\n", replace: '' }],
  },
];
