/** Things that hang over a block of cells and follow it through structural changes. */
import type { Rect } from './geometry';

/** A protected range, or a protected sheet when `rect` is missing. */
export interface Protection {
  readonly id: number;
  rect: Rect | undefined;
  readonly kind: 'RANGE' | 'SHEET';
  description: string;
  warningOnly: boolean;
  /** Who may edit besides the owner; undefined means everybody who may edit the document. */
  editors: Set<string> | undefined;
}

/** One conditional format rule: a boolean condition and what it does to the cells. */
export interface ConditionalRule {
  readonly condition: { readonly type: string; readonly values: readonly (string | number)[] };
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly ranges: readonly Rect[];
}

/** What a filter wants of one column: what is not set does not matter. */
export interface FilterCriterion {
  /** Texts as cells display them. */
  readonly hiddenValues?: readonly string[];
  /** By the name of a BooleanCriteria. */
  readonly condition?: { readonly type: string; readonly values: readonly unknown[] };
  /** Only cells of this colour are shown. */
  readonly background?: string;
  /** What a custom formula comes to: the host evaluates none. */
  readonly formula?: (shown: string) => boolean;
}

/** The sheet's basic filter; the first row of `rect` is its heading. */
export interface BasicFilter {
  readonly rect: Rect;
  /** By column of the sheet, from 1. */
  readonly criteria: ReadonlyMap<number, FilterCriterion>;
}
