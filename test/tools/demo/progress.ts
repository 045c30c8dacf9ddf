/** Watches the Status column while the add-on works, without touching the document or slowing it down. */
import type { ServiceCall } from '../../doubles/google';
import { hasEnded } from './endings';

/** How far the add-on has come. */
export interface Snapshot {
  readonly ended: number;
  /** Rows that were taken on so far. */
  readonly total: number;
}

/** Looks after every flush, which is when writes become real. */
export class Progress {
  private open: number[];
  private ended = 0;
  private flushed = false;

  /** `statusIn` reads the Status of a row; rows count from 2. */
  constructor(
    rows: number,
    private readonly statusIn: (row: number) => string,
    private readonly tell: (snapshot: Snapshot) => void,
  ) {
    this.open = Array.from({ length: rows }, (_, i) => i + 2);
  }

  /** For the host's hook, which is called before every service call. */
  readonly onServiceCall = ({ method }: ServiceCall): void => {
    if (this.flushed) this.look();
    this.flushed = method === 'flush';
  };

  /** Counts again. Rows that have ended are not looked at any more: 10,000 rows stay cheap. */
  look(): void {
    const before = this.open.length;
    const statuses = this.open.map((row) => [row, this.statusIn(row)] as const);
    this.open = statuses.filter(([, status]) => !hasEnded(status)).map(([row]) => row);
    this.ended += before - this.open.length;
    const waiting = statuses.filter(([, status]) => status !== '' && !hasEnded(status)).length;
    this.tell({ ended: this.ended, total: this.ended + waiting });
  }
}
