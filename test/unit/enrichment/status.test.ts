/** Status texts: one for each state, each with a colour of its own kind. */
import { describe, expect, it } from 'vitest';
import { failedStatus, ROW_STATES, reasonIn, STATUS, STATUS_COLOURS } from '../../../src/enrichment/status';

function coloursOf(text: string): readonly string[] {
  return STATUS_COLOURS.filter(([start]) => text.startsWith(start)).map(([start]) => start);
}

describe('a status', () => {
  it('has a text for every state of a row', () => {
    for (const state of ROW_STATES) expect(STATUS[state]).not.toBe('');
  });

  it.each(Object.values(STATUS))('“%s” is coloured by exactly one rule', (text) => {
    expect(coloursOf(text)).toHaveLength(1);
  });

  it('of a failed row says why, and is coloured as failed', () => {
    expect(failedStatus('The page could not be reached.')).toBe('Failed: The page could not be reached.');
    expect(coloursOf(failedStatus('Done it is not'))).toEqual(['Failed']);
  });

  it('of a failed row gives its reason back, for people; any other has none', () => {
    expect(reasonIn(failedStatus('Too big.'))).toBe('Too big.');
    for (const status of [...Object.values(STATUS), '', 'my own note']) expect(reasonIn(status)).toBe('');
  });

  it('of a row that was not found differs from that of one that failed', () => {
    expect(coloursOf(STATUS['not found'])).toEqual(['Not found']);
  });
});

describe('a colour rule', () => {
  it.each(
    STATUS_COLOURS.map((rule) => rule),
  )('for “%s” can be read: %s on %s', (_start, text, background) => {
    expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
  });
});

/** Contrast as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
