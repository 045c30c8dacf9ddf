import { describe, expect, it } from 'vitest';
import { decoded } from './decode';

const TEXT = 'Name,Preis\nMüller & Söhne,„12 €“\n';
const utf16le = Buffer.from(TEXT, 'utf16le');

describe('a file with umlauts, quotes and a euro sign is read as it was written', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-16, little end first, with its mark', Buffer.concat([Uint8Array.of(0xff, 0xfe), utf16le])],
    ['UTF-16, little end first', utf16le],
    ['UTF-16, big end first, with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['UTF-16, big end first', Buffer.from(TEXT, 'utf16le').swap16()],
    ['windows-1252', inWindows1252(TEXT)],
  ])('in %s', (_, bytes) => {
    expect(decoded(bytes)).toBe(TEXT);
  });

  it('in Latin-1, down to a single letter', () => {
    expect(decoded(Uint8Array.of(0x61, 0x0a, 0xe9))).toBe('a\né');
  });
});

describe('a file that is no table', () => {
  it.each([
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'is a picture (PNG)'],
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 20, 0], 'is a workbook or an archive (ZIP)'],
    ['anything else with zeros', [0x61, 0, 0, 0, 0x62, 7], 'is no text'],
    ['bytes that no encoding has', [0x61, 0x81, 0x8d], 'is no text'],
  ])('is refused in a sentence: %s', (_, bytes, sentence) => {
    expect(() => decoded(Uint8Array.from(bytes))).toThrow(
      `${sentence}, not a CSV file: save the table as CSV, and open that`,
    );
  });
});

/** Node writes Latin-1 only, which lacks quotes and the euro. */
function inWindows1252(text: string): Uint8Array {
  const own: Readonly<Record<string, number>> = { '€': 0x80, '„': 0x84, '“': 0x93 };
  return Uint8Array.from([...text].map((letter) => own[letter] ?? letter.charCodeAt(0)));
}
