/** A list read piece by piece although its pages may be too large: fetched pages can be megabytes each, and Google takes 50 MB an answer. */
import { asProblem, type Problem } from '../enrichment/problem';
import type { Linkup, ListQuery } from './client';
import type { TaskPage } from './types';

/** Page sizes, each a multiple of the next: a smaller page begins where a larger one did. 100 is the API's most. */
const SIZES = [100, 50, 25, 5, 1] as const;

/** Where large answers are likely: small enough to be taken, large enough not to take for ever. */
const CAREFUL = 5;

/** Single tasks that are passed over before it is asked whether Linkup can be reached at all: if not, it is no matter of size. */
const MOST_SKIPPED = 3;

/** What is listed: everything but the page. */
export type Listing = Omit<ListQuery, 'page' | 'pageSize'>;

/** A piece of the list, and how many tasks come before the next piece; undefined at the end. */
export interface Piece extends TaskPage {
  readonly next: number | undefined;
}

/** Reads lists with pages of the size that gets through, and remembers it for the execution. */
export class Pages {
  private most: number = SIZES[0];
  private size: number = SIZES[0];
  private skipped = 0;

  constructor(private readonly linkup: Pick<Linkup, 'list' | 'balance'>) {}

  /** The piece after so many tasks. `careful` where answers may be large. Throws what the smallest page throws, too. */
  read(offset: number, listing: Listing, careful: boolean): Piece {
    if (offset === 0) this.start(careful);
    for (;;) {
      const page = this.attempt(offset, listing, careful);
      if (page === 'smaller') continue;
      if (page === 'skipped') return this.read(offset + 1, listing, careful);
      return this.pieceOf(page, offset);
    }
  }

  /** What reading would begin with. */
  first(listing: Listing, careful: boolean): ListQuery {
    this.start(careful);
    return { ...listing, page: 1, pageSize: this.size };
  }

  private start(careful: boolean): void {
    this.skipped = 0;
    this.size = Math.min(this.most, careful ? CAREFUL : SIZES[0]);
  }

  private attempt(offset: number, listing: Listing, careful: boolean): TaskPage | 'smaller' | 'skipped' {
    try {
      return this.linkup.list({ ...listing, page: offset / this.size + 1, pageSize: this.size });
    } catch (thrown) {
      if (!careful || !mayBeTooLarge(asProblem(thrown))) throw thrown;
      if (this.size > 1) {
        this.size = this.size > CAREFUL ? CAREFUL : 1;
        this.most = this.size;
        return 'smaller';
      }
      this.skipped += 1;
      if (this.skipped % MOST_SKIPPED === 0) this.linkup.balance();
      return 'skipped';
    }
  }

  private pieceOf(page: TaskPage, offset: number): Piece {
    const isLast = page.tasks.length + page.unreadable === 0 || page.page >= page.totalPages;
    const next = offset + this.size;
    const larger = SIZES.filter((size) => size > this.size && size <= this.most && next % size === 0);
    this.size = larger[larger.length - 1] ?? this.size;
    return { ...page, next: isLast ? undefined : next };
  }
}

/** Google's own words for an answer that is too large are not known, and would be in the person's language. */
export function mayBeTooLarge({ code }: Problem): boolean {
  return code === 'network' || code === 'bad-response' || code === 'bandwidth';
}
