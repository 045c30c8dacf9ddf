/** What may cross google.script.run is decided by the compiler; these types are checked by `tsc`, and fail there. */
import { describe, expectTypeOf, it } from 'vitest';
import type { IsJson } from '../../../src/sidebar/json';
import type { Calls, Draft, JsonCalls } from '../../../src/sidebar/protocol';

describe('the calls', () => {
  it('carry nothing but JSON in both directions', () => {
    expectTypeOf<IsJson<Calls>>().toEqualTypeOf<true>();
    expectTypeOf<JsonCalls>().toEqualTypeOf<Calls>();
  });
});

describe('JSON', () => {
  it('is plain data, however deep, with members that may be missing', () => {
    expectTypeOf<IsJson<Draft>>().toEqualTypeOf<true>();
    expectTypeOf<IsJson<{ a: readonly { b: string | null }[] }>>().toEqualTypeOf<true>();
    expectTypeOf<IsJson<{ a?: string }>>().toEqualTypeOf<true>();
  });

  it('is no date, function, map, set, symbol or undefined, at any depth', () => {
    expectTypeOf<IsJson<{ at: Date }>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<{ list: (() => void)[] }>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<{ a: { b: Map<string, string> } }>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<Set<string>>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<symbol>>().toEqualTypeOf<false>();
    expectTypeOf<IsJson<{ a: string | undefined }>>().toEqualTypeOf<false>();
  });

  it('of calls is refused as soon as one of them carries something else', () => {
    type Wrong = Calls & { later: { argument: { at: Date }; result: null } };
    expectTypeOf<IsJson<Wrong>>().toEqualTypeOf<false>();
  });
});
