/** The latest state, put together from the news of the thread, so that nobody has to ask a thread that may be busy. */
import { withNews } from '../sheets';
import type { News, SheetNews, ShownSheet, State, Vitals } from '../wire';

/** Remembers the whole playground. */
export class Memory {
  private vitals: Vitals | undefined;
  private sheets: readonly ShownSheet[] = [];

  /** Takes news in. */
  hear(news: News): void {
    if (news.kind !== 'state') return;
    this.vitals = news.vitals;
    this.sheets = news.sheets.map((each) => withNews(this.sheets, each));
  }

  /** How things stand. Throws before the first news. */
  get state(): State {
    if (!this.vitals) throw new Error('the local Google has told nothing yet');
    return { ...this.vitals, sheets: this.sheets };
  }

  /** Everything as news, for a page that knows nothing yet. */
  everything(): News {
    const { sheets, ...vitals } = this.state;
    return { kind: 'state', vitals, sheets: sheets.map(asNews) };
  }
}

function asNews({ rows, ...sheet }: ShownSheet): SheetNews {
  return { ...sheet, height: rows.length, rows: rows.map((cells, index) => [index, cells]) };
}
