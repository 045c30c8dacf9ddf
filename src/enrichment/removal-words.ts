/** What goes and what stays where a person removes everything of the add-on: said before they agree, and after it is done. */
import { count } from './amounts';

/** A run that ends with it. */
export interface EndedRun {
  readonly id: string;
  /** Of its enrichment. */
  readonly name: string;
  /** Who pays for it; '' for whoever removes everything. */
  readonly by: string;
  /** Questions that were asked. */
  readonly asked: number;
  /** What they may be billed at most, as it is shown; '' where only its payer knows. */
  readonly spent: string;
}

/** How far the removal goes. */
export interface Extent {
  /** The sheet that this person may not edit: then only what is theirs goes. '' where there is none. */
  readonly guarded: string;
  readonly runs: readonly EndedRun[];
  readonly enrichments: number;
  /** Their own lists that Linkup still works on. */
  readonly lists: number;
  /** Whose the formula is, and the answers kept for it: nobody's where none are. */
  readonly formula: 'own' | 'another’s' | 'nobody’s';
  /** Other people known to be at something here. */
  readonly others: readonly string[];
  /** Whether this person uses the add-on in other documents too, with the same key. */
  readonly isElsewhere: boolean;
  /** Whether the script is bound to the document. */
  readonly isBound: boolean;
}

/** What goes, a sentence each. */
export function goesLines(extent: Extent): string[] {
  const { guarded, runs, enrichments, lists, formula, isElsewhere } = extent;
  return [
    ...runs.map(runLine),
    lists > 0 &&
      `${count(lists, 'list')} under way: what was asked for cannot be called back, and does not come.`,
    guarded === '' &&
      `${count(enrichments, 'enrichment')}, all Status and hidden columns on every sheet, and what the document keeps of runs: no run can be undone any more.`,
    formula === 'own' &&
      'The formula =LINKUP goes off. Its cells show an error once they are calculated again: to keep their answers, copy them and paste them as values first.',
    `Your trigger, refreshes, drafts, tries and lists${isElsewhere ? ' in this document.' : ', your settings, and your Linkup key.'}`,
  ].filter((line) => line !== false);
}

function runLine({ name, by, asked, spent }: EndedRun): string {
  const whose = by === '' ? '' : `, for which ${by} pays,`;
  if (asked === 0) return `The run of “${name}”${whose} ends. Nothing was asked yet.`;
  const cost = spent === '' ? '' : `, for up to ${spent}`;
  return `The run of “${name}”${whose} ends: ${count(asked, 'question')} asked${cost}. That cannot be called back, and answers that have not come are lost. To have them, let it end first.`;
}

/** What stays, a sentence each. */
export function staysLines({ guarded, formula, others, isElsewhere, isBound }: Extent): string[] {
  const names = others.length > 0 ? ` (${others.join(', ')})` : '';
  return [
    'Your table, and all answers in it with their sources.',
    'The receipts on the sheet “Linkup runs”.',
    guarded !== '' &&
      `The enrichments, and all that is everybody’s here, for you may not edit “${guarded}”. Whoever may can remove them there.`,
    formula === 'another’s' &&
      'The answers kept for the formula =LINKUP, which would be paid for again: only the spreadsheet’s owner removes them.',
    isElsewhere &&
      'Your Linkup key and your limit: other documents of yours use them. The key is removed under Manage.',
    `Keys and triggers of other people${names}: only they can remove them. A trigger that finds nothing to do here removes itself.`,
    `The permission that you gave, until you take it back at Google, and ${
      isBound
        ? 'the script, until it is deleted under Extensions → Apps Script.'
        : 'the add-on, until it is uninstalled under Extensions → Add-ons.'
    }`,
  ].filter((line) => line !== false);
}
