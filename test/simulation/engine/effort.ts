/** What each execution takes from the sheets, and what for. */
import type { GoogleHost, ServiceCall } from '../../doubles/google';

/** One execution's. */
export interface Spent {
  /** Calls that reached a sheet, and cells read by them. */
  sheetCalls: number;
  cellsRead: number;
  /** Times that what was written was made real: what a window of answers takes hangs on it. */
  flushes: number;
  /** Looks at Linkup's list: what waits for them must cost nothing. */
  lists: number;
}

/** Adds up what executions take. */
export class Effort {
  readonly byExecution = new Map<number, Spent>();
  private last: Spent = nothing();
  private sheet = 0;
  private cells = 0;

  /** Told of every call right before it happens. What was read since the last one was read by that. */
  note({ execution, service, method, args }: ServiceCall, { calls }: GoogleHost): void {
    this.last.cellsRead += calls.cellsRead - this.cells;
    const spent = this.byExecution.get(execution) ?? nothing();
    this.byExecution.set(execution, spent);
    spent.sheetCalls += calls.sheet - this.sheet;
    if (method === 'flush') spent.flushes += 1;
    if (service === 'UrlFetchApp' && String(args[0]).includes('/tasks?')) spent.lists += 1;
    this.last = spent;
    this.sheet = calls.sheet;
    this.cells = calls.cellsRead;
  }
}

function nothing(): Spent {
  return { sheetCalls: 0, cellsRead: 0, flushes: 0, lists: 0 };
}
