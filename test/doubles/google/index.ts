/** The strict local Apps Script host: what tests and the playground import. */
export { FREE_COSTS, MEASURED_COSTS } from './costs';
export type { ServiceCall } from './counters';
export { ExecutionKilled, NotModelledError, ScriptError, ServiceError, SetupError } from './errors';
export { GoogleHost } from './host';
export { KNOBS, type Knobs } from './knobs';
export type { Profile } from './options';
export { SidebarError } from './sidebar-wire';
