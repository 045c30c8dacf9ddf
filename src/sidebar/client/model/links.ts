/** Addresses that came from the web, before they become links. */

/** What is only there to tell who follows a link from where. */
const TRACKING = /^(utm_\w+|gclid|fbclid|msclkid|mc_cid|mc_eid|igshid|srsltid)$/;

/** What has an address and a name. */
interface Link {
  readonly name: string;
  readonly url: string;
}

/**
 * Each page once: addresses that differ only in their part after #, in what tracks people, in "www.", in http or https, or in a
 * slash at the end lead to the same page. The first one stays, with the first name that any of them has.
 */
export function distinct(links: readonly Link[]): Link[] {
  const pages = new Map<string, Link>();
  for (const link of links) {
    const page = pageOf(link.url);
    const known = pages.get(page);
    if (!known || (known.name === '' && link.name !== ''))
      pages.set(page, { ...(known ?? link), name: link.name });
  }
  return [...pages.values()];
}

function pageOf(url: string): string {
  if (!safeHref(url)) return url;
  const { host, pathname, searchParams } = new URL(url);
  const asked = [...searchParams].filter(([name]) => !TRACKING.test(name)).map((pair) => pair.join('='));
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}?${asked.join('&')}`;
}

/** The address if it may be a link: only http and https, since `javascript:` in an href is a script. Undefined otherwise. */
export function safeHref(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The host of an address without "www.", as a short name for it; the text itself where it is none. */
export function siteOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '') || url;
  } catch {
    return url;
  }
}
