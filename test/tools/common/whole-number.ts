/** Numbers on a command line. */
import { BadInput } from './bad-input';

/** A whole number that was typed. Throws BadInput: what is none would count as nothing, and look like success. */
export function wholeNumber(option: string, typed: string): number {
  if (!/^\d{1,9}$/.test(typed)) throw new BadInput(`${option} must be a whole number, not "${typed}"`);
  return Number(typed);
}
