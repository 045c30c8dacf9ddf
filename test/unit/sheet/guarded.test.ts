/** Google's objects, guarded: a failing method is a Problem by what it does, whatever language Google speaks. */
import { describe, expect, it } from 'vitest';
import { guarded } from '../../../src/sheet/guarded';

const SAID = 'Le service Feuilles de calcul a expiré lors de l’accès au document.';

/** Something like a sheet, whose every call fails while `failing` is set. */
class Fake {
  failing = false;
  readonly taken: unknown[] = [];

  getRange(): Fake {
    return this.answer(new Fake());
  }
  getSheets(): Fake[] {
    return this.answer([new Fake(), new Fake()]);
  }
  getValues(): unknown[][] {
    return this.answer([['a', new Date(0)]]);
  }
  setValues(values: unknown): void {
    this.taken.push(this.answer(values));
  }
  move(range: Fake): void {
    this.taken.push(this.answer(range));
  }

  private answer<T>(value: T): T {
    if (this.failing) throw new Error(SAID);
    return value;
  }
}

describe('a guarded object', () => {
  it.each([
    ['getRange', 'cannot-read'],
    ['getValues', 'cannot-read'],
    ['setValues', 'cannot-write'],
    ['move', 'cannot-write'],
  ] as const)('that fails at %s throws %s, with what Google said as the subject', (method, code) => {
    const fake = new Fake();
    fake.failing = true;
    const guard = guarded(fake);
    const call = { getRange: () => guard.getRange(), getValues: () => guard.getValues() };
    const all = { ...call, setValues: () => guard.setValues([['x']]), move: () => guard.move(fake) };
    expect(all[method]).toThrow(expect.objectContaining({ name: 'Problem', code, subject: SAID }));
  });

  it('guards what it returns, alone and in a list', () => {
    for (const range of [guarded(new Fake()).getRange(), ...guarded(new Fake()).getSheets()]) {
      range.failing = true;
      expect(range).toBeInstanceOf(Fake);
    }
    const fake = new Fake();
    const inner = new Fake();
    inner.failing = true;
    fake.getRange = () => inner;
    expect(() => guarded(fake).getRange().getValues()).toThrow(
      expect.objectContaining({ code: 'cannot-read' }),
    );
  });

  it('hands Google its own objects back, and cells as they are', () => {
    const fake = new Fake();
    const guard = guarded(fake);
    const inner = new Fake();
    guard.move(guarded(inner));
    expect(fake.taken).toEqual([inner]);
    expect(fake.taken[0]).toBe(inner);
    const [[text, date] = []] = guard.getValues();
    expect([text, date]).toEqual(['a', new Date(0)]);
  });
});
