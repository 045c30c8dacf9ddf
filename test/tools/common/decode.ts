/** The text in the bytes of a file, in whichever encoding spreadsheets and editors write it; used by the command line and in the page. */
import { BadInput } from './bad-input';

/** The first bytes of what people choose instead of a CSV file, and what that is. */
const OTHER_FILES: readonly (readonly [begins: readonly number[], what: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'is a picture (PNG)'],
  [[0xff, 0xd8, 0xff], 'is a picture (JPEG)'],
  [[0x47, 0x49, 0x46, 0x38], 'is a picture (GIF)'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a workbook or an archive (ZIP)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old Office document'],
];

/** What helps in every such case. */
const INSTEAD = 'not a CSV file: save the table as CSV, and open that';

/** What no text holds: NUL and its like. */
const NO_TEXT = /(?![\t\n\v\f\r])\p{Cc}/u;

/** What windows-1252 has where Latin-1 has control characters, from 0x80 on; Node’s own decoder for it reads Latin-1. */
const FROM_0X80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Bytes that tell how a text without a byte order mark is encoded. */
const SAMPLE = 4_000;

/** Reads UTF-8, UTF-16 and, where it is neither, windows-1252 (which has Latin-1 in it). Throws BadInput where it is no text. */
export function decoded(bytes: Uint8Array): string {
  const other = OTHER_FILES.find(([begins]) => startsWith(bytes, begins))?.[1];
  if (other) throw new BadInput(`${other}, ${INSTEAD}`);
  const utf16 = utf16Of(bytes);
  if (utf16) return checked(new TextDecoder(utf16).decode(bytes));
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (thrown) {
    if (thrown instanceof BadInput) throw thrown;
    return checked(windows1252(bytes));
  }
}

function startsWith(bytes: Uint8Array, begins: readonly number[]): boolean {
  return begins.every((byte, i) => bytes[i] === byte);
}

/** By its mark, or by the zero beside each Latin letter. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const pairs = Math.floor(sample.length / 2);
  const zeros = (from: 0 | 1): number => sample.filter((byte, i) => i % 2 === from && byte === 0).length;
  if (pairs > 0 && zeros(1) > 0.6 * pairs && zeros(0) === 0) return 'utf-16le';
  if (pairs > 0 && zeros(0) > 0.6 * pairs && zeros(1) === 0) return 'utf-16be';
  return undefined;
}

function windows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder('latin1').decode(bytes);
  return latin.replace(/[\x80-\x9f]/g, (letter) => FROM_0X80[letter.charCodeAt(0) - 0x80] ?? letter);
}

function checked(text: string): string {
  if (NO_TEXT.test(text)) throw new BadInput(`is no text, ${INSTEAD}`);
  return text;
}
