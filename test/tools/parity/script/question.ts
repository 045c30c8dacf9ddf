/** What a question to the host is, and the desk at which it is asked: facts, figures and quotes are written down there. */

/** How sure the local Google is of its own answer. */
export type Sureness = 'documented' | 'observed' | 'assumed';

/** What can be compared and sent as it is. */
export type Plain = string | number | boolean | null;

/** What the host said. */
export interface Answer {
  /** Compared word for word. */
  readonly facts: Readonly<Record<string, Plain>>;
  /** Milliseconds: compared as “not much slower”. */
  readonly figures: Readonly<Record<string, number>>;
  /** Wordings that differ by language, and sizes that say why: never compared. */
  readonly quotes: Readonly<Record<string, string>>;
}

/** One question to the host. */
export interface Question {
  readonly id: string;
  /** What is asked, for a person. */
  readonly asks: string;
  /** The knobs of `test/doubles/google` that a difference would turn; none where the local Google has no knob for it. */
  readonly knobs: readonly string[];
  readonly sureness: Sureness;
  /** What a difference would mean for people's rows and money. */
  readonly means: string;
  /** Milliseconds that a figure may be off; a handful where nothing is said. */
  readonly slack?: number;
  /** How the product copes with either answer, where it does. */
  readonly adapts?: string;
  /** Asks it on a scratch sheet of its own. Without it the answer comes in by itself: from the page, the clock, or a copy of the file. */
  readonly ask?: (desk: Desk) => void;
}

/** Where one question is asked. */
export class Desk {
  readonly facts: Record<string, Plain> = {};
  readonly figures: Record<string, number> = {};
  readonly quotes: Record<string, string> = {};

  constructor(
    readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
    readonly sheet: GoogleAppsScript.Spreadsheet.Sheet,
  ) {}

  /** Whether it throws; the wording is quoted. */
  tries(name: string, act: () => void): void {
    this.facts[name] = 'goes through';
    try {
      act();
    } catch (error) {
      this.facts[name] = 'throws';
      this.quotes[name] = textOf(error);
    }
  }

  /** How long one call takes, on an average of so many. */
  times(name: string, calls: number, act: (i: number) => void): void {
    const startedAt = Date.now();
    for (let i = 0; i < calls; i++) act(i);
    this.figures[name] = tenths((Date.now() - startedAt) / calls);
  }

  answer(): Answer {
    const { facts, figures, quotes } = this;
    return { facts, figures, quotes };
  }
}

/** To one decimal: nobody measures Google more exactly. */
export const tenths = (ms: number): number => Math.round(ms * 10) / 10;

/** The text of whatever was thrown. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A value as `getValue` gives it, with its kind; days and times by the spreadsheet's clock. */
export function told(value: unknown, zone: string): string {
  if (value === '') return 'blank';
  if (Object.prototype.toString.call(value) === '[object Date]')
    // The one kind of object with this tag.
    return `date ${Utilities.formatDate(value as Date, zone, 'yyyy-MM-dd HH:mm:ss')}`;
  return typeof value === 'string' ? `text ${JSON.stringify(value)}` : `${typeof value} ${String(value)}`;
}
