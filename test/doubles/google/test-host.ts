/** Sets up a host for the tests of this folder: one small script, and a wire that must be given to be used. */
import { VirtualClock } from '../clock';
import type { Transport } from '../http';
import { GoogleHost } from './host';
import type { HostOptions } from './options';
import type { Manifest } from './state';

const AUTH = 'https://www.googleapis.com/auth/';

/** A manifest with every scope that the product asks for. */
export const MANIFEST: Manifest = {
  timeZone: 'Etc/UTC',
  oauthScopes: [
    `${AUTH}spreadsheets.currentonly`,
    `${AUTH}script.container.ui`,
    `${AUTH}script.external_request`,
    `${AUTH}script.scriptapp`,
  ],
};

interface TestHostOptions extends Partial<Omit<HostOptions, 'clock'>> {
  readonly clock?: VirtualClock;
  readonly manifest?: Manifest;
  readonly html?: Record<string, string>;
}

const noWire: Transport = ({ url }) => {
  throw new Error(`nobody expected a request to ${url}`);
};

/** A host on virtual time with this script installed. */
export function hostWith(
  code: string,
  options: TestHostOptions = {},
): { host: GoogleHost; clock: VirtualClock } {
  const { manifest = MANIFEST, html = {}, clock = new VirtualClock(), ...rest } = options;
  // Its own tests read the host's exceptions; whoever else does must bear them in French.
  const knobs = { language: 'en', ...rest.knobs } as const;
  const host = new GoogleHost({ clock, transport: noWire, ...rest, knobs });
  host.install({ code, manifest, html });
  return { host, clock };
}

/** Runs the statements as the body of a function and returns what they return. */
export function runIn(host: GoogleHost, body: string, manifest: Manifest = MANIFEST): unknown {
  host.install({ code: `function probe() { ${body} }`, manifest });
  return host.execute('probe');
}
