/** What survives google.script.run: JSON, which the compiler checks. */

/** Anything that survives JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A type with everything that JSON cannot carry turned into `never`. */
export type AsJson<T> = T extends Json
  ? T
  : T extends (...args: never[]) => unknown
    ? never
    : T extends object
      ? { readonly [K in keyof T]: AsJson<T[K]> }
      : never;

/** Whether everything in a type survives JSON unchanged: no Date, function, Map or undefined, which would fail the whole call. */
export type IsJson<T> = [T] extends [AsJson<T>] ? true : false;
