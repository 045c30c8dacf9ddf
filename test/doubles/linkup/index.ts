/** The public face of the local Linkup API. */
export { type KeySpec, TEST_KEY } from './accounts';
export type { Bill, BillEntry } from './bill';
export type { Json, JsonObject, TaskEnvelope, TaskStatus, TaskType, Work } from './contract';
export { LinkupDouble, type LinkupOptions } from './double';
export { ERROR_CODES, type ErrorCode } from './errors';
export { type RunningServer, startServer } from './http-server';
export { defaultKnobs, KIND } from './knob-values';
export { KNOBS, type LinkupKnobs } from './knobs';
export { worldKnowledge } from './knowledge/countries';
export {
  type Fact,
  type Knowledge,
  type Page,
  type Source,
  type Topic,
  withTopics,
} from './knowledge/knowledge';
export { NEIGHBOUR_KEY } from './neighbours';
export { priceOf } from './prices';
export type { RequestRecord, TaskRecord } from './records';
export type { Fault } from './scripted-faults';
