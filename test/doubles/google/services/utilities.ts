/** Utilities: sleeping, identifiers, digests, base64 and dates as text. */
import { createHash } from 'node:crypto';
import { Charset, DigestAlgorithm } from '../enums';
import { NotModelledError } from '../errors';
import type { Execution } from '../execution';
import { wallTime } from '../model/zone';
import { handle, service, sleep } from '../service';
import { isDate } from '../signature';

type Utilities = GoogleAppsScript.Utilities.Utilities;

/** The global `Utilities`. */
export function utilities(run: Execution): Utilities {
  return service<Utilities>(
    run,
    'Utilities',
    {
      Charset,
      DigestAlgorithm,
      sleep: sleep('int', (ms: number) => run.spend(ms)),
      getUuid: handle('', () => uuid(run.state.knobs.random)),
      formatDate: handle('date, string, string', (date: unknown, zone: string, format: string) =>
        formatDate(isDate(date) ? date.getTime() : Number.NaN, zone, format),
      ),
      computeDigest: handle(
        'enum, string; enum, string, enum; enum, int[]',
        (algorithm: unknown, value: unknown) => digest(String(algorithm), value),
      ),
      base64Encode: handle('string; string, enum; int[]', (data: unknown) =>
        bytesOf(data).toString('base64'),
      ),
      base64EncodeWebSafe: handle('string; string, enum; int[]', (data: unknown) =>
        bytesOf(data).toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
      ),
    },
    { mode: 'NONE' },
  );
}

/** Bytes are signed in Apps Script, as in Java. */
const bytesOf = (data: unknown): Buffer =>
  Array.isArray(data) ? Buffer.from(Int8Array.from(data)) : Buffer.from(String(data), 'utf8');

function digest(algorithm: string, value: unknown): number[] {
  const name = algorithm.replace('_', '').toLowerCase();
  if (!['md5', 'sha1', 'sha256', 'sha384', 'sha512'].includes(name)) throw new NotModelledError(algorithm);
  return [...new Int8Array(createHash(name).update(bytesOf(value)).digest())];
}

function uuid(random: () => number): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const variant = '89ab'[Math.floor(random() * 4)] ?? '8';
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

const PARTS: Readonly<Record<string, (date: Date) => string>> = {
  yyyy: (date) => pad(date.getUTCFullYear(), 4),
  MM: (date) => pad(date.getUTCMonth() + 1, 2),
  dd: (date) => pad(date.getUTCDate(), 2),
  d: (date) => String(date.getUTCDate()),
  M: (date) => String(date.getUTCMonth() + 1),
  HH: (date) => pad(date.getUTCHours(), 2),
  mm: (date) => pad(date.getUTCMinutes(), 2),
  ss: (date) => pad(date.getUTCSeconds(), 2),
  SSS: (date) => pad(date.getUTCMilliseconds(), 3),
  MMM: (date) => date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' }),
  EEE: (date) => date.toLocaleString('en-US', { weekday: 'short', timeZone: 'UTC' }),
};

/** Java's SimpleDateFormat as far as it is modelled; other letters throw by name. */
function formatDate(time: number, zone: string, format: string): string {
  const wall = wallTime(new Date(time), zone);
  return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (token, quoted?: string) => {
    if (quoted !== undefined) return quoted || "'";
    const part = PARTS[token];
    if (!part) throw new NotModelledError(`the date pattern ${token}`);
    return part(wall);
  });
}
