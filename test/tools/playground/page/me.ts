/** Whose page this is: `?as=` names the second person. */
import { COLLEAGUE, OWNER } from '../wire';

/** The person at this page. */
export const ME = new URLSearchParams(location.search).get('as') === COLLEAGUE ? COLLEAGUE : OWNER;

/** The other one, and the address of their page. */
export const OTHER = ME === OWNER ? COLLEAGUE : OWNER;
export const OTHER_PAGE = OTHER === OWNER ? '/' : `/?as=${encodeURIComponent(OTHER)}`;

/** Tells this window from others of the same person. */
export const PAGE = crypto.randomUUID();
