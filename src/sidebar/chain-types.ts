/** What crosses to the page about enriching all columns of a sheet in one go. */
import type { Report as Progress } from '../run/report/report-types';

/** One enrichment among those that are asked in one go. Money in USD. */
export interface ChainLink {
  readonly id: string;
  readonly name: string;
  /** The names of those among them whose answers it uses; its rows wait for these. */
  readonly uses: readonly string[];
  /** Rows that are asked at once, the questions that takes, and rows filled for nothing. */
  readonly rows: number;
  readonly questions: number;
  readonly copies: number;
  /** Rows that wait for answers of the others: each is asked once its own are there, and a question at most. */
  readonly later: number;
  /** Of one question. */
  readonly price: number;
  /** What is asked at once costs, where one step is enough; and the most that this one may cost, with every step and every row that waits. */
  readonly least: number;
  readonly total: number;
  /** Why it is left out, in a sentence; '' where it is not. */
  readonly problem: string;
}

/** All enrichments of a sheet, in the order in which they are asked, at one price. Money in USD. */
export interface ChainOffer {
  readonly sheetId: number;
  /** Of all that is on view: to be sent back with a yes. */
  readonly revision: string;
  readonly links: readonly ChainLink[];
  /** Of all of them together. */
  readonly questions: number;
  readonly later: number;
  readonly least: number;
  readonly total: number;
  readonly balance: number;
  /** What a yes would mean besides the price, in sentences. */
  readonly stakes: readonly string[];
}

/** The calls about chains. */
export interface ChainCalls {
  /** What it would cost to enrich all columns of a sheet. Refused with `no-enrichment`, `already-running`. */
  chainOffer: { argument: { readonly sheetId: number }; result: ChainOffer };
  /**
   * Starts all of them, for at most `cap` altogether. Refused with `offer-changed` when it would cost more than `total` by now, with
   * `chain-outdated` where they, or the columns that they use, are others by now, with `nothing-to-ask`, `cap-too-small`, `no-credits`, `own-limit`.
   */
  enrichChain: {
    argument: {
      readonly sheetId: number;
      readonly revision: string;
      readonly total: number;
      readonly cap: number;
    };
    result: readonly Progress[];
  };
  /** Stops every run of a sheet: how each then stands. */
  stopChain: { argument: { readonly sheetId: number }; result: readonly Progress[] };
}
