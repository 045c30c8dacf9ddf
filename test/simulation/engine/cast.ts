/** Who plays: two people with the document open, and their accounts at Linkup. */

/** Owns the document, and presses Enrich. */
export const OWNER = 'owner@gmail.com';
/** May edit it too. */
export const COLLEAGUE = 'colleague@gmail.com';

/** Both, in the order in which they open the document. */
export const PEOPLE = [COLLEAGUE, OWNER] as const;

/** One of them. */
export type Person = (typeof PEOPLE)[number];

/** Their keys; the colleague may also use the owner's. */
export const KEYS: Readonly<Record<Person, string>> = {
  [OWNER]: 'lk-7f3a9c51-owner-secret',
  [COLLEAGUE]: 'lk-b20d64e8-colleague-secret',
};

/** The owner's organisation at Linkup. */
export const ACME = 'acme';
/** The colleague's, where they do not share one. */
export const BETA = 'beta';

/** US dollars on an account unless the scenario says otherwise. */
export const BALANCE = 100;
