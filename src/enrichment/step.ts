/** One way of asking among several: its form. */
import {
  DEPTHS,
  type Depth,
  FETCH_MODES,
  type FetchMode,
  REASONING_DEPTHS,
  RESEARCH_MODES,
  type ReasoningDepth,
  type ResearchMode,
  TASK_TYPES,
} from './options';
import { object, oneOf, type Parser, record, yesNo } from './parse';

/** A further way of asking: what of the first one's options it changes. No interface, for it crosses to the page as JSON. */
export type Step =
  | { readonly type: 'search'; readonly depth: Depth }
  | { readonly type: 'fetch'; readonly mode: FetchMode; readonly renderJs: boolean }
  | { readonly type: 'research'; readonly mode: ResearchMode; readonly reasoningDepth: ReasoningDepth };

type SearchStep = Extract<Step, { type: 'search' }>;
type FetchStep = Extract<Step, { type: 'fetch' }>;
type ResearchStep = Extract<Step, { type: 'research' }>;

const type = oneOf(...TASK_TYPES);
const searchStep = record<SearchStep>({ type: oneOf('search'), depth: oneOf(...DEPTHS) });
const fetchStep = record<FetchStep>({ type: oneOf('fetch'), mode: oneOf(...FETCH_MODES), renderJs: yesNo });
const researchStep = record<ResearchStep>({
  type: oneOf('research'),
  mode: oneOf(...RESEARCH_MODES),
  reasoningDepth: oneOf(...REASONING_DEPTHS),
});

/** Reads a step. Throws `malformed`. */
export const step: Parser<Step> = (value, path) => {
  const found = type(object(value, path).type, `${path}.type`);
  if (found === 'search') return searchStep(value, path);
  return found === 'fetch' ? fetchStep(value, path) : researchStep(value, path);
};
