/** Who holds which lock. */

/** The locks of all scopes: `document`, `script`, `user:<who>`. */
export class LockTable {
  private readonly holders = new Map<string, number>();

  /** Takes the lock for an execution; true when it has it already. */
  take(scope: string, execution: number): boolean {
    const holder = this.holders.get(scope) ?? execution;
    this.holders.set(scope, holder);
    return holder === execution;
  }

  holds(scope: string, execution: number): boolean {
    return this.holders.get(scope) === execution;
  }

  release(scope: string, execution: number): void {
    if (this.holds(scope, execution)) this.holders.delete(scope);
  }

  /** At the script's end, and whenever a dialog suspends it. */
  releaseAll(execution: number): void {
    for (const [scope, holder] of this.holders) {
      if (holder === execution) this.holders.delete(scope);
    }
  }
}
