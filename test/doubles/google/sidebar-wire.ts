/** The border of google.script.run: plain data only, in both directions. */

/** What cannot cross throws this text in the page (arguments) or arrives as it (return values). */
const ILLEGAL_ARGUMENT = 'Failed due to illegal value in property: ';
const ILLEGAL_RETURN = 'The script completed but the returned value is not a supported return type.';

/** The call from the sidebar never reached the script, or its result never came back. */
export class SidebarError extends Error {
  override readonly name = 'SidebarError';
}

/** Arguments as they arrive at the script. Throws SidebarError for a Date, a function, a class instance… */
export function crossToScript(args: readonly unknown[]): unknown[] {
  return args.map((arg, i) => copy(arg, () => new SidebarError(`${ILLEGAL_ARGUMENT}${i}`)));
}

/** A return value as it arrives at the page. Throws SidebarError for what cannot cross. */
export function crossToPage(value: unknown): unknown {
  return value === undefined ? null : copy(value, () => new SidebarError(ILLEGAL_RETURN));
}

function copy(value: unknown, illegal: () => SidebarError): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : copy(item, illegal)));
  if (typeof value !== 'object' || !isPlain(value)) throw illegal();
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([key, item]) => [key, copy(item, illegal)]));
}

/** Plain objects of any realm: their prototype is the end of the chain. */
function isPlain(value: object): boolean {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
