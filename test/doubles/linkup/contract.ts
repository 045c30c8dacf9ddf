/** The words of the Linkup HTTP contract as types: JSON values, normalised inputs and the task envelope. */

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Values of `depth` (search); `flash` is in the OpenAPI since September 2026. */
export const DEPTHS = ['flash', 'fast', 'standard', 'deep'] as const;
/** Values of `outputType` (search), in the order of the documented error message. */
export const OUTPUT_TYPES = ['sourcedAnswer', 'searchResults', 'structured'] as const;
/** Values of `outputType` (research). */
export const RESEARCH_OUTPUT_TYPES = ['sourcedAnswer', 'structured'] as const;
/** Values of `mode` (research), lower case as both official SDKs send them. */
export const RESEARCH_MODES = ['answer', 'auto', 'investigate', 'research'] as const;
/** Values of `reasoningDepth` (research). */
export const REASONING_DEPTHS = ['S', 'M', 'L', 'XL'] as const;
/** Values of `mode` (fetch). */
export const FETCH_MODES = ['standard', 'pro'] as const;
/** Values of a task's `status`. */
export const TASK_STATUSES = ['pending', 'processing', 'completed', 'failed'] as const;
/** Values of the list filter `type`; `extract` is closed beta. */
export const LISTED_TYPES = ['search', 'fetch', 'research', 'extract'] as const;

/** A task's status. */
export type TaskStatus = (typeof TASK_STATUSES)[number];
/** The kinds of work this double performs. */
export type TaskType = Work['type'];

/** What search and research share; domain lists are empty when not sent. */
export interface QueryInput {
  readonly q: string;
  readonly structuredOutputSchema: JsonObject | null;
  readonly includeDomains: readonly string[];
  readonly excludeDomains: readonly string[];
  readonly fromDate: string | null;
  readonly toDate: string | null;
}

/** A valid search with its defaults filled in. */
export interface SearchInput extends QueryInput {
  readonly depth: (typeof DEPTHS)[number];
  readonly outputType: (typeof OUTPUT_TYPES)[number];
  readonly includeSources: boolean;
  readonly includeInlineCitations: boolean;
  readonly includeImages: boolean;
  readonly maxResults: number | null;
}

/** A valid research with its defaults filled in. */
export interface ResearchInput extends QueryInput {
  readonly outputType: (typeof RESEARCH_OUTPUT_TYPES)[number];
  readonly mode: (typeof RESEARCH_MODES)[number];
  readonly reasoningDepth: (typeof REASONING_DEPTHS)[number];
}

/** A valid fetch with its defaults filled in. */
export interface FetchInput {
  readonly url: string;
  readonly mode: (typeof FETCH_MODES)[number];
  readonly renderJs: boolean;
  readonly includeRawContent: boolean;
  readonly includeRawHtml: boolean;
  readonly extractImages: boolean;
  readonly schema: JsonObject | null;
  readonly instructions: string | null;
}

/** One piece of work, whether asked for directly or as a task. */
export type Work =
  | { readonly type: 'search'; readonly input: SearchInput }
  | { readonly type: 'fetch'; readonly input: FetchInput }
  | { readonly type: 'research'; readonly input: ResearchInput };

/** Linkup's task envelope; keys in the order of the official SDK fixtures. */
export interface TaskEnvelope {
  readonly createdAt: string;
  readonly error: string | null;
  readonly id: string;
  readonly input: Json;
  readonly output: Json;
  readonly status: TaskStatus;
  readonly type: TaskType;
  readonly updatedAt: string;
}

/** True for a JSON object (not null, not an array). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What the work is about in one string: its `q` or its `url`. */
export function questionOf(work: Work): string {
  return work.type === 'fetch' ? work.input.url : work.input.q;
}
