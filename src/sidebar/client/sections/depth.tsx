/** How deep to look: depth or mode, each with the time it usually takes and what a row costs. */

import {
  type Depth,
  type FetchMode,
  REASONING_DEPTHS,
  type ReasoningDepth,
  type ResearchMode,
} from '../../../enrichment/options';
import { stepsInWords } from '../model/deeper';
import { type Form, withOption } from '../model/form';
import { timeAndPrice } from '../model/look';
import { depthWords } from '../model/summary';
import { type Option, Select } from '../parts/choices';
import { Hint } from '../parts/messages';
import { Folded } from '../parts/section';
import { Deeper } from './deeper';
import { Priced, Tick } from './option';

const DEPTHS: readonly Option<Depth>[] = [
  { value: 'flash', label: 'Flash', hint: 'Takes keywords, not sentences.' },
  { value: 'fast', label: 'Fast', hint: 'Searches for your words as they are.' },
  { value: 'standard', label: 'Standard', hint: 'Plans several searches, or opens one page.' },
  { value: 'deep', label: 'Deep', hint: 'Searches, opens pages and searches on.' },
];

const FETCH_MODES: readonly Option<FetchMode>[] = [
  { value: 'standard', label: 'Standard', hint: 'Enough for most pages.' },
  { value: 'pro', label: 'Pro', hint: 'For pages that are hard to open.' },
];

/** What one gets, and for what: in our words, by the minutes and prices of Linkup's pages (November 2026). */
const REASONING_FOR: Record<ReasoningDepth, string> = {
  S: 'A few sources, for one clear question.',
  M: 'More sources, weighed against each other.',
  L: 'Several angles, for a page-long report.',
  XL: 'As far as it gets, for a few rows that matter.',
};

const REASONING: readonly Option<ReasoningDepth>[] = REASONING_DEPTHS.map((value) => ({
  value,
  label: value,
  hint: REASONING_FOR[value],
}));

const RESEARCH_MODES: readonly Option<ResearchMode>[] = [
  { value: 'auto', label: 'Automatic: Linkup chooses' },
  { value: 'answer', label: 'Answer: one question, to the point' },
  { value: 'investigate', label: 'Investigate: follow one trail' },
  { value: 'research', label: 'Research: a broad report' },
];

interface DepthProps {
  readonly form: Form;
  readonly onEdit: (form: Form) => void;
}

/** The section. */
export function DepthSection({ form, onEdit }: DepthProps) {
  return (
    <Folded title="How deep" words={howDeep(form)}>
      {form.type === 'search' && <SearchDepth form={form} onEdit={onEdit} />}
      {form.type === 'fetch' && <FetchDepth form={form} onEdit={onEdit} />}
      {form.type === 'research' && <ResearchDepth form={form} onEdit={onEdit} />}
      <Deeper form={form} onEdit={onEdit} />
      <Hint>Per answer, even one that leaves fields empty. Rows that fail or are not found are free.</Hint>
    </Folded>
  );
}

/** What is chosen: the depth, how long a row takes, what it costs. */
function howDeep(form: Form): string {
  return [depthWords(form), timeAndPrice(form), stepsInWords(form)].filter(Boolean).join(' · ');
}

/** For a search: each depth with its time and price. */
export function SearchDepth(props: DepthProps) {
  return <Priced {...props} option="depth" label="Depth" options={DEPTHS} />;
}

function FetchDepth(props: DepthProps) {
  return (
    <>
      <Priced {...props} option="mode" label="Mode" options={FETCH_MODES} />
      <Tick
        {...props}
        option="renderJs"
        label="Render JavaScript"
        hint="For pages that come back empty. Slower, and costs more."
      />
    </>
  );
}

function ResearchDepth(props: DepthProps) {
  const { form, onEdit } = props;
  return (
    <>
      <Priced {...props} option="reasoningDepth" label="Reasoning depth" labelled options={REASONING} />
      <Select
        label="Mode"
        options={RESEARCH_MODES}
        value={form.research.mode}
        onPick={(mode) => onEdit(withOption(form, 'mode', mode))}
      />
    </>
  );
}
