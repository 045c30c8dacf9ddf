/** What crosses google.script.run: names, arguments and results. JSON only: a Date or a function would fail the whole call. */
import type { AnswerShape, Field } from '../enrichment/definition';
import type { TaskType } from '../enrichment/options';

/** Anything that survives JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What the sidebar shows first. */
export interface Start {
  readonly sheet: string;
  readonly sheetId: number;
  readonly headings: readonly string[];
  /** Last four characters of the key, or '' when there is none. */
  readonly key: string;
  readonly enrichments: readonly Draft[];
}

/** An enrichment as the sidebar edits it: one flat form. */
export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly type: TaskType;
  readonly template: string;
  readonly shape: AnswerShape;
  readonly fields: readonly Field[];
  readonly schema: string;
  readonly sources: boolean;
  /** The options of the task type, by their API names. */
  readonly options: { readonly [name: string]: Json };
}

/** Every call: its argument and its result. */
export interface Calls {
  start: { argument: null; result: Start };
  connect: { argument: { readonly key: string }; result: { readonly key: string; readonly balance: number } };
  disconnect: { argument: null; result: null };
  save: { argument: { readonly sheetId: number; readonly draft: Draft }; result: { readonly id: string } };
}

/** The answer to a call: the result, or a sentence for the person. */
export type Reply<T> =
  | { readonly ok: true; readonly result: T }
  | { readonly ok: false; readonly sentence: string };
