/** Slots: given once, kept under another name and at another place, never given again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oldSlots, outputColumns } from '../../../src/enrichment/columns';
import type { Enrichment, Field } from '../../../src/enrichment/definition';
import { fieldsWithSlots, saysTheSame, withFilled, withSlots } from '../../../src/enrichment/keep-slots';
import { questionOf } from '../../../src/enrichment/question';
import { slotAt } from '../../../src/enrichment/slots';
import { aSearch } from '../../world/definitions';

const field = (name: string, slot?: string): Field => ({ name, kind: 'text', ...(slot ? { slot } : {}) });

function asking(...fields: Field[]): Enrichment {
  return aSearch({ shape: 'fields', fields });
}

/** The slots of an enrichment's outputs, by their headings. */
function slots(e: Enrichment): Record<string, string> {
  return Object.fromEntries(outputColumns(e).map(({ heading, slot }) => [heading, slot]));
}

describe('a slot', () => {
  it('is a letter, or several, and never t: that is the task’s', () => {
    expect([0, 18, 19, 24, 25, 49, 50].map(slotAt)).toEqual(['a', 's', 'u', 'z', 'aa', 'az', 'ba']);
    const many = Array.from({ length: 2_000 }, (_, i) => slotAt(i));
    expect(new Set(many).size).toBe(2_000);
    expect(many).not.toContain('t');
  });
});

describe('an enrichment that is saved', () => {
  const first = withSlots(asking(field('capital'), field('area')), undefined);

  it('gives its outputs letters in their order', () => {
    expect(slots(first)).toEqual({ capital: 'a', area: 'b' });
  });

  it('keeps them when fields change places, come, and go; and gives none twice', () => {
    const more = withSlots(asking(field('area'), field('flag'), field('capital')), first);
    expect(slots(more)).toEqual({ area: 'b', flag: 'c', capital: 'a' });
    const fewer = withSlots(asking(field('area')), more);
    expect(slots(withSlots(asking(field('area'), field('flag')), fewer))).toEqual({ area: 'b', flag: 'd' });
  });

  it('knows a field by its slot under any name, even that of another', () => {
    const swapped = withSlots(asking(field('capital', 'b'), field('area', 'a')), first);
    expect(slots(swapped)).toEqual({ capital: 'b', area: 'a' });
  });

  it('knows a field without a slot by its place, where the one that stood there is gone', () => {
    expect(slots(withSlots(asking(field('main city'), field('area')), first))).toEqual({
      'main city': 'a',
      area: 'b',
    });
    const other: Field = { name: 'population', kind: 'number' };
    expect(slots(withSlots(asking(other, field('area')), first))).toEqual({ population: 'c', area: 'b' });
  });

  it('does not believe a slot that it never gave', () => {
    expect(slots(withSlots(asking(field('capital'), field('area'), field('flag', 'zz')), first))).toEqual({
      capital: 'a',
      area: 'b',
      flag: 'c',
    });
  });

  it('keeps of the page’s slots nothing but the answer', () => {
    expect(fieldsWithSlots(first)).toEqual([field('capital', 'a'), field('area', 'b')]);
    expect(withSlots({ ...first, fields: fieldsWithSlots(first) }, first)).toEqual(first);
  });

  it('never gives two outputs one slot, and none a slot that another had', () => {
    const names = fc.uniqueArray(fc.constantFrom('a1', 'b1', 'c1', 'd1', 'e1'), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), (saves) => {
        let e: Enrichment | undefined;
        const owners = new Map<string, string>();
        for (const fields of saves) {
          // Numbers and texts by turns, so that no field is taken for another one renamed.
          const next = asking(
            ...fields.map((name) => ({ name, kind: name < 'c' ? 'text' : 'number' }) as const),
          );
          e = withSlots(next, e);
          const given = outputColumns(e).map(({ slot }) => slot);
          expect(new Set(given).size).toBe(given.length);
          for (const { slot, kind } of outputColumns(e)) owners.set(slot, owners.get(slot) ?? kind);
          for (const { slot, kind } of outputColumns(e)) expect(owners.get(slot)).toBe(kind);
        }
      }),
    );
  });

  it('says of which outputs the first edition bore witness', () => {
    const old = asking(field('capital'), field('area'));
    expect(oldSlots(old)).toEqual(['a', 'b']);
    const saved = withSlots(asking(field('capital'), field('flag'), field('area')), old);
    expect(oldSlots(saved)).toEqual(['a', 'b']);
    expect(oldSlots(first)).toEqual([]);
    expect(oldSlots({ ...first, old: 1e9 })).toEqual(['a', 'b']);
  });

  it('is the same as another in all that a person says, whatever its id and slots', () => {
    expect(saysTheSame(first, { ...asking(field('capital'), field('area')), id: 'e9' })).toBe(true);
    expect(saysTheSame(first, asking(field('capital')))).toBe(false);
  });
});

describe('an enrichment that fills columns of the person’s own', () => {
  const first = withSlots(asking(field('capital'), field('area')), undefined);
  const filled = new Map([['field:area', { heading: 'Size' }]]);

  it('says which, and asks what it asked', () => {
    const e = withFilled(first, filled, new Set());
    expect(outputColumns(e).map(({ slot, fills }) => [slot, fills?.heading])).toEqual([
      ['a', undefined],
      ['b', 'Size'],
    ]);
    expect(questionOf(e, 'x')).toEqual(questionOf(first, 'x'));
  });

  it('gives an output another slot with another column, and never the old one again', () => {
    const moved = withFilled(first, filled, new Set(['field:area']));
    expect(slots(moved)).toEqual({ capital: 'a', area: 'c' });
    expect(slots(withSlots(asking(field('capital'), field('size')), moved))).toEqual({
      capital: 'a',
      size: 'c',
    });
    expect(slots(withSlots(asking(field('area'), field('flag')), moved))).toEqual({ area: 'c', flag: 'd' });
  });

  it('says the same wherever its column stood when it was chosen', () => {
    const at = (heading: string, at?: number): Enrichment =>
      asking({ ...field('capital'), fills: { heading, ...(at ? { at } : {}) } });
    expect(saysTheSame(at('Size', 3), at('Size'))).toBe(true);
    expect(saysTheSame(at('Size'), at('Note'))).toBe(false);
    expect(saysTheSame(at('Size'), asking(field('capital')))).toBe(false);
  });

  it('fills one with one answer too, and with nothing that has several columns', () => {
    const fills = { heading: 'Note' };
    expect(outputColumns(aSearch({ fills, sources: true })).map((output) => output.fills)).toEqual([
      fills,
      undefined,
    ]);
    expect(outputColumns(aSearch({ fills, shape: 'results' })).some((output) => output.fills)).toBe(false);
  });
});
