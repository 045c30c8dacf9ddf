/** Which outputs say something, and which only where that was found. */
import { describe, expect, it } from 'vitest';
import { answerSlots } from '../../../src/enrichment/answer-slots';
import { outputColumns } from '../../../src/enrichment/columns';
import type { Enrichment } from '../../../src/enrichment/definition';
import { aSearch } from '../../world/definitions';

const FIELDS = [
  { name: 'Area', kind: 'number' },
  { name: 'Capital', kind: 'text' },
] as const;

function asked(e: Enrichment): string[] {
  const slots = answerSlots(e);
  return outputColumns(e).flatMap(({ slot, heading }) => (slots.has(slot) ? [heading] : []));
}

describe('what was asked for', () => {
  it('is the answer, and not its sources', () => {
    expect(asked(aSearch({ sources: true }))).toEqual(['Facts']);
  });

  it('is the answer of a question without fields, were sources of fields wanted as well', () => {
    expect(asked(aSearch({ sources: true, fieldSources: true }))).toEqual(['Facts']);
  });

  it('is the fields, and not the source of each', () => {
    const e = aSearch({ shape: 'fields', fields: FIELDS, sources: true, fieldSources: true });
    expect(outputColumns(e)).toHaveLength(5);
    expect(asked(e)).toEqual(['Area', 'Capital']);
  });
});
