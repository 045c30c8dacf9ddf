/** The money: balances per organisation and every charge, so that a test can say what was paid for. */
import type { TaskType } from './contract';
import { dollars, micros } from './prices';

/** One charge. Only successful work is ever charged. */
export interface BillEntry {
  /** Milliseconds since the epoch: when the work completed. */
  readonly at: number;
  readonly organization: string;
  readonly key: string;
  readonly type: TaskType;
  /** Null for a direct call to /search or /fetch. */
  readonly taskId: string | null;
  /** The `q` or `url` that was asked. */
  readonly question: string;
  /** US dollars. */
  readonly price: number;
}

/** Balances and charges of all organisations. */
export class Bill {
  private readonly charges: BillEntry[] = [];
  private readonly balances = new Map<string, number>();
  private readonly spent = new Map<string, number>();

  /** All charges, oldest first. */
  get entries(): readonly BillEntry[] {
    return this.charges;
  }

  /** US dollars charged so far, or by one key only. */
  total(key?: string): number {
    if (key !== undefined) return dollars(this.spent.get(key) ?? 0);
    return dollars([...this.spent.values()].reduce((sum, amount) => sum + amount, 0));
  }

  /** US dollars left. Throws for an organisation that was never opened. */
  balanceOf(organization: string): number {
    const balance = this.balances.get(organization);
    if (balance === undefined) throw new Error(`no organization '${organization}'`);
    return dollars(balance);
  }

  /** Opens an organisation, or overwrites its balance. */
  setBalance(organization: string, usd: number): void {
    this.balances.set(organization, micros(usd));
  }

  /** Records a charge and takes it from the balance. */
  charge(entry: BillEntry): void {
    const amount = micros(entry.price);
    this.charges.push(entry);
    this.spent.set(entry.key, (this.spent.get(entry.key) ?? 0) + amount);
    this.balances.set(entry.organization, micros(this.balanceOf(entry.organization)) - amount);
  }
}
