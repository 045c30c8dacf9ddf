/** What is behind the handles that scripts pass back: every service knows a Range or a Sheet that it is given by this. */
import type { Execution } from '../execution';
import type { A1Range } from '../model/a1';
import type { Rect } from '../model/geometry';
import type { Sheet } from '../model/sheet';
import { Handles } from '../service';

/** The block of cells behind a Range handle; it never follows structural changes. */
export interface RangeData {
  readonly run: Execution;
  readonly sheet: Sheet;
  readonly rect: Rect;
  readonly open: A1Range['open'];
}

/** Range handles. */
export const ranges = new Handles<RangeData>();

/** Sheet handles. */
export const sheets = new Handles<Sheet>();
