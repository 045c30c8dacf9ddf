/** What an agreement keeps of a POST whose outcome is not known yet. */
import { integer, maybe, moment, type Parser, record, short, yesNo } from '../../enrichment/parse';
import { MOST_ROWS } from './counts';

/** Questions of a POST whose outcome is not known yet: only these can turn out not to have been asked. */
export interface Open {
  readonly post: string;
  /** 0 where another run sent it, and counted them. */
  readonly questions: number;
  /** A hash of what the document says of the POST: should somebody change that, nothing it says of absence counts. */
  readonly seal: string;
  /** When it was known to have failed, by Google's clock in ms. Not in the document, where anybody could shift the grace. */
  readonly failedAt?: number;
  /** The person has said that what is not found of it may be asked a second time. */
  readonly again?: boolean;
}

/** Reads it from stored JSON. Throws `malformed`. */
export const open: Parser<Open> = record<Open>({
  post: short(60),
  questions: integer(0, MOST_ROWS),
  seal: short(20),
  failedAt: maybe(moment),
  again: maybe(yesNo),
});
