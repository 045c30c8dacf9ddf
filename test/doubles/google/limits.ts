/** Google's numbers: the quotas page and the reference pages, as of November 2026. */

/** Every limit that the host enforces. Milliseconds, characters, bytes or calls, as the name says. */
export interface Limits {
  readonly executionMs: number;
  readonly simpleTriggerMs: number;
  /** Of a custom function. */
  readonly formulaMs: number;
  readonly triggerMsPerDay: number;
  readonly triggersPerUser: number;
  readonly fetchesPerDay: number;
  readonly fetchUrlChars: number;
  readonly fetchBodyBytes: number;
  readonly fetchResponseBytes: number;
  readonly fetchHeaders: number;
  readonly fetchHeaderBytes: number;
  readonly propertyCallsPerDay: number;
  readonly propertyValueBytes: number;
  readonly propertyStoreBytes: number;
  readonly cacheKeyChars: number;
  readonly cacheValueBytes: number;
  readonly cacheSeconds: number;
  readonly cacheItems: number;
  readonly cellChars: number;
  readonly workbookCells: number;
}

const MINUTE = 60_000;

const CONSUMER: Limits = {
  executionMs: 6 * MINUTE,
  simpleTriggerMs: 30_000,
  formulaMs: 30_000,
  triggerMsPerDay: 90 * MINUTE,
  triggersPerUser: 20,
  fetchesPerDay: 20_000,
  fetchUrlChars: 2_082,
  fetchBodyBytes: 50 * 1024 * 1024,
  fetchResponseBytes: 50 * 1024 * 1024,
  fetchHeaders: 100,
  fetchHeaderBytes: 8 * 1024,
  propertyCallsPerDay: 50_000,
  propertyValueBytes: 9 * 1024,
  propertyStoreBytes: 500 * 1024,
  cacheKeyChars: 250,
  cacheValueBytes: 100 * 1024,
  cacheSeconds: 21_600,
  cacheItems: 1_000,
  cellChars: 50_000,
  workbookCells: 10_000_000,
};

/** The limits by kind of account. */
export const LIMITS: Readonly<Record<'consumer' | 'workspace', Limits>> = {
  consumer: CONSUMER,
  workspace: {
    ...CONSUMER,
    triggerMsPerDay: 360 * MINUTE,
    fetchesPerDay: 100_000,
    propertyCallsPerDay: 500_000,
  },
};

/** Daily quotas start again 24 hours after the first request (quotas page). */
export const QUOTA_WINDOW_MS = 24 * 60 * MINUTE;

/** The intervals that `everyMinutes` takes (ClockTriggerBuilder reference). */
export const TRIGGER_MINUTES: readonly number[] = [1, 5, 10, 15, 30];
