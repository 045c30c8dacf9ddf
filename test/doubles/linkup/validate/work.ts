/** Turns the body of a search, fetch or research into work with its defaults filled in, or into issues. */
import {
  DEPTHS,
  FETCH_MODES,
  type FetchInput,
  isObject,
  type Json,
  type JsonObject,
  OUTPUT_TYPES,
  REASONING_DEPTHS,
  RESEARCH_MODES,
  RESEARCH_OUTPUT_TYPES,
  type ResearchInput,
  type SearchInput,
  type TaskType,
  type Work,
} from '../contract';
import type { Detail } from '../errors';
import type { LinkupKnobs } from '../knobs';
import { urlIn } from '../url-in';
import { Fields } from './fields';
import { checkRoot, readQuery } from './query-fields';

/** Longest `instructions` (POST /fetch reference). */
const LONGEST_INSTRUCTIONS = 4000;

/** Valid work, or what is wrong with it. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Detail[] };

/** Checks one input object of the given type. */
export function checkWork(type: TaskType, body: Json, knobs: LinkupKnobs): Checked<Work> {
  if (!isObject(body)) return { ok: false, issues: [{ field: 'body', message: 'body must be an object' }] };
  const fields = new Fields(body, knobs);
  const work = readWork(type, fields);
  fields.finish();
  return fields.issues.length === 0 ? { ok: true, value: work } : { ok: false, issues: fields.issues };
}

function readWork(type: TaskType, fields: Fields): Work {
  if (type === 'search') return { type, input: readSearch(fields) };
  if (type === 'fetch') return { type, input: readFetch(fields) };
  return { type, input: readResearch(fields) };
}

function readSearch(fields: Fields): SearchInput {
  const outputType = fields.oneOf('outputType', OUTPUT_TYPES);
  const input: SearchInput = {
    ...readQuery(fields, outputType === 'structured'),
    depth: fields.oneOf('depth', DEPTHS),
    outputType,
    includeSources: fields.flag('includeSources'),
    includeInlineCitations: fields.flag('includeInlineCitations'),
    includeImages: fields.flag('includeImages'),
    maxResults: fields.atLeast('maxResults', 1),
  };
  fields.misplaced(
    'includeSources',
    input.includeSources && outputType !== 'structured',
    'outputType structured',
  );
  fields.misplaced(
    'includeInlineCitations',
    input.includeInlineCitations && outputType !== 'sourcedAnswer',
    'outputType sourcedAnswer',
  );
  return input;
}

function readResearch(fields: Fields): ResearchInput {
  const outputType = fields.oneOf('outputType', RESEARCH_OUTPUT_TYPES);
  return {
    ...readQuery(fields, outputType === 'structured'),
    outputType,
    mode: readResearchMode(fields),
    reasoningDepth: fields.oneOf('reasoningDepth', REASONING_DEPTHS, 'L'),
  };
}

const CAPITALISED = ['Answer', 'Auto', 'Investigate', 'Research'] as const;

function readResearchMode(fields: Fields): ResearchInput['mode'] {
  if (fields.knobs.researchModeSpelling === 'lower case') return fields.oneOf('mode', RESEARCH_MODES, 'auto');
  const mode = fields.oneOf('mode', CAPITALISED, 'Auto').toLowerCase();
  return RESEARCH_MODES.find((each) => each === mode) ?? 'auto';
}

function readFetch(fields: Fields): FetchInput {
  const schema = readSchemaObject(fields);
  return {
    url: readUrl(fields),
    mode: fields.oneOf('mode', FETCH_MODES, 'standard'),
    renderJs: fields.flag('renderJs'),
    includeRawContent: fields.flag('includeRawContent'),
    includeRawHtml: fields.flag('includeRawHtml'),
    extractImages: fields.flag('extractImages'),
    schema,
    instructions: readInstructions(fields, schema),
  };
}

function readUrl(fields: Fields): string {
  const url = fields.text('url');
  const isWeb = /^https?:\/\/[^\s]+$/i.test(url) && urlIn(url) !== undefined;
  if (url !== '' && !isWeb) fields.fail('url', 'must be a URL address with http or https');
  return url;
}

function readSchemaObject(fields: Fields): JsonObject | null {
  const schema = fields.take('schema');
  return schema === undefined ? null : checkRoot(fields, 'schema', schema);
}

function readInstructions(fields: Fields, schema: JsonObject | null): string | null {
  const value = fields.take('instructions');
  if (value === undefined) return null;
  if (typeof value !== 'string') fields.fail('instructions', 'must be a string');
  else if (value.length > LONGEST_INSTRUCTIONS) {
    fields.fail('instructions', `must be shorter than or equal to ${LONGEST_INSTRUCTIONS} characters`);
  } else if (schema === null) fields.fail('instructions', 'is only allowed with schema');
  else return value;
  return null;
}
