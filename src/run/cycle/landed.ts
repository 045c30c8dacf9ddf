/** Which rows whoever waits for others has still to look at. */

/** The rows that may have become ready for each run that waits, since it last looked at them. Dies with the execution. */
export class Landed {
  private readonly rows = new Map<string, Set<number>>();

  /** What an execution before this one has left unread is among the answers that are there when it is first asked for. */
  of(run: string, answered: () => Iterable<number>): ReadonlySet<number> {
    const known = this.rows.get(run) ?? new Set(answered());
    this.rows.set(run, known);
    return known;
  }

  /** Rows that were answered are looked at by whoever waits for them. */
  note(run: string, rows: Iterable<number>): void {
    const known = this.rows.get(run);
    for (const at of rows) known?.add(at);
  }

  /** They were looked at. */
  read(run: string): void {
    this.rows.set(run, new Set());
  }
}
