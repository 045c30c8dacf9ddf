/** What we send and read is what the official SDK types: the compiler holds the one to the other. */

import fc from 'fast-check';
import type {
  FetchParams,
  ListTasksParams,
  PaginatedTasks,
  ResearchParams,
  ResearchReasoningDepth,
  ResearchMode as SdkResearchMode,
  Task as SdkTask,
  TaskStatus as SdkTaskStatus,
  TaskType as SdkTaskType,
  SearchDepth,
  SearchParams,
} from 'linkup-sdk';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type {
  Depth,
  FetchOptions,
  ReasoningDepth,
  ResearchMode,
  ResearchOptions,
  SearchOptions,
  TaskType,
} from '../../../src/enrichment/options';
import { questionOf } from '../../../src/enrichment/question';
import type { ListQuery } from '../../../src/linkup/client';
import type { Quota, Task, TaskStatus } from '../../../src/linkup/types';
import { enrichments } from '../../world/definitions';

/** In the API since September 2026, and not yet in the SDK on npm. */
type NewerDepth = 'flash';
const NEWER_SCOPE = [] as const;
const NEWER = {
  search: [...NEWER_SCOPE],
  fetch: ['mode', 'includeRawContent', 'instructions'],
  research: [...NEWER_SCOPE],
} as const;
type Newer<T extends SdkTaskType> = (typeof NEWER)[T][number];

type KeysOfUnion<T> = T extends unknown ? keyof T : never;
type Without<T, K extends PropertyKey> = Exclude<keyof T, K>;

describe('our types', () => {
  it('have the words of the SDK', () => {
    expectTypeOf<TaskType>().toEqualTypeOf<SdkTaskType>();
    expectTypeOf<TaskStatus>().toEqualTypeOf<SdkTaskStatus>();
    expectTypeOf<ResearchMode>().toEqualTypeOf<SdkResearchMode>();
    expectTypeOf<ReasoningDepth>().toEqualTypeOf<ResearchReasoningDepth>();
    expectTypeOf<Exclude<Depth, NewerDepth>>().toEqualTypeOf<SearchDepth>();
  });

  it('have no option that the SDK does not have, but for newer ones', () => {
    expectTypeOf<Without<SearchOptions, Newer<'search'>>>().toExtend<KeysOfUnion<SearchParams>>();
    expectTypeOf<Without<ResearchOptions, Newer<'research'>>>().toExtend<KeysOfUnion<ResearchParams>>();
    expectTypeOf<Without<FetchOptions, Newer<'fetch'>>>().toExtend<keyof FetchParams>();
  });

  it('take options of the SDK’s types', () => {
    type Mutable<T> = {
      -readonly [K in keyof T]: T[K] extends readonly (infer U)[] | undefined ? U[] : T[K];
    };
    expectTypeOf<Pick<FetchOptions, 'renderJs' | 'includeRawHtml' | 'extractImages'>>().toExtend<
      Pick<FetchParams, 'renderJs' | 'includeRawHtml' | 'extractImages'>
    >();
    expectTypeOf<
      Required<Mutable<Pick<SearchOptions, 'maxResults' | 'includeImages' | 'fromDate' | 'toDate'>>>
    >().toExtend<Pick<SearchParams, 'maxResults' | 'includeImages' | 'fromDate' | 'toDate'>>();
    expectTypeOf<Pick<ResearchOptions, 'mode' | 'reasoningDepth'>>().toExtend<
      Pick<ResearchParams, 'mode' | 'reasoningDepth'>
    >();
  });

  it('list with the SDK’s parameters', () => {
    expectTypeOf<ListQuery['sortBy']>().toEqualTypeOf<NonNullable<ListTasksParams['sortBy']>>();
    expectTypeOf<ListQuery['statuses'][number]>().toExtend<SdkTaskStatus>();
    expectTypeOf<NonNullable<ListQuery['direction']>>().toEqualTypeOf<
      NonNullable<ListTasksParams['sortDirection']>
    >();
    expectTypeOf<Exclude<keyof ListQuery, 'statuses' | 'direction'>>().toExtend<keyof ListTasksParams>();
  });

  it('read tasks and quotas that the SDK types', () => {
    expectTypeOf<keyof Task>().toEqualTypeOf<keyof SdkTask>();
    expectTypeOf<SdkTask['id' | 'createdAt' | 'updatedAt']>().toExtend<Task['id']>();
    expectTypeOf<SdkTask['status']>().toExtend<Task['status']>();
    expectTypeOf<SdkTask['type']>().toExtend<Task['type']>();
    expectTypeOf<PaginatedTasks['quota']>().toEqualTypeOf<{ -readonly [K in keyof Quota]: Quota[K] }>();
  });
});

/** What search and research share. */
const SCOPE = ['includeDomains', 'excludeDomains', 'fromDate', 'toDate'] as const;

/** Every parameter of the SDK's types, and those of the API that are newer; the SDK's `query` is the API's `q`. */
const PARAMETERS: Readonly<Record<SdkTaskType, readonly string[]>> = {
  search: [
    'q',
    'depth',
    'outputType',
    'structuredOutputSchema',
    'includeSources',
    'includeInlineCitations',
    'includeImages',
    'maxResults',
    ...SCOPE,
    ...NEWER.search,
  ] satisfies ('q' | KeysOfUnion<SearchParams> | Newer<'search'>)[],
  fetch: ['url', 'renderJs', 'includeRawHtml', 'extractImages', 'schema', ...NEWER.fetch] satisfies (
    | keyof FetchParams
    | Newer<'fetch'>
    | 'schema'
  )[],
  research: [
    'q',
    'outputType',
    'structuredOutputSchema',
    'mode',
    'reasoningDepth',
    ...SCOPE,
    ...NEWER.research,
  ] satisfies ('q' | KeysOfUnion<ResearchParams> | Newer<'research'>)[],
};

describe('a question', () => {
  it('has no parameter that the SDK or the newer API does not know', () => {
    fc.assert(
      fc.property(enrichments, (e) => {
        const { type, input } = questionOf(e, 'https://a.org');
        expect(PARAMETERS[type]).toEqual(expect.arrayContaining(Object.keys(input)));
      }),
    );
  });
});
