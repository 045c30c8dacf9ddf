/** Addresses that came from the web, before they become links. */

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
