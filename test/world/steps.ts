/**
 * How much a script does, in steps: elements of lists that it walks or copies, and characters that its patterns try.
 * Time depends on the machine, steps do not.
 */
import type { Edition, World } from './world';

/** The most steps of one call; whatever takes more is ended, as Google ends what runs for too long. */
const MOST_STEPS = 10_000_000;

/**
 * Comes before the script and counts. A pattern that ends in `$` and may begin anywhere is tried from each character on, and each time
 * as far as it fits.
 */
const METER = `var __steps = 0;
(function () {
  function take(n) {
    __steps += n;
    if (__steps > ${MOST_STEPS}) throw new Error('too many steps');
  }
  const iterator = Object.getPrototypeOf([][Symbol.iterator]());
  const next = iterator.next;
  iterator.next = function () { take(1); return next.call(this); };
  for (const name of ['concat', 'slice']) {
    const copy = Array.prototype[name];
    Array.prototype[name] = function () {
      const made = copy.apply(this, arguments);
      take(made.length);
      return made;
    };
  }
  const exec = RegExp.prototype.exec;
  RegExp.prototype.exec = function (text) {
    const start = this.global || this.sticky ? this.lastIndex : 0;
    const all = String(text);
    if (this.source[0] !== '^' && this.source.slice(-1) === '$') tries(this, all, start);
    const found = exec.call(this, text);
    take((found ? found.index + found[0].length : all.length) - start);
    return found;
  };
  function tries(pattern, text, start) {
    const body = new RegExp(pattern.source.slice(0, -1), pattern.flags.replace(/[gy]/g, '') + 'y');
    for (let at = start; at < text.length; at++) {
      body.lastIndex = at;
      const fits = exec.call(body, text);
      take(1 + (fits ? fits[0].length : 0));
      if (fits && at + fits[0].length === text.length) return;
    }
  }
})();
`;

/** Comes after the script, and says how many steps each call of the sidebar took, also of one that was ended. */
const TELL = `
;(function (call) {
  sidebarCall = function () {
    __steps = 0;
    try {
      return call.apply(this, arguments);
    } catch (thrown) {
      if (__steps <= ${MOST_STEPS}) throw thrown;
      return { ok: false, code: 'too-many-steps', sentence: thrown.message };
    } finally { console.log('steps: ' + __steps); }
  };
})(sidebarCall);
`;

/** An edition whose calls from the sidebar are counted. */
export async function metered(edition: Edition): Promise<Readonly<Record<string, string>>> {
  const files = await edition;
  return { ...files, 'Code.js': `${METER}${files['Code.js'] ?? ''}${TELL}` };
}

/** The steps of every call of the sidebar so far. */
export function stepsOf({ host }: World): number[] {
  return host.logs.flatMap(({ text }) => {
    const [, steps] = /^steps: (\d+)$/.exec(text) ?? [];
    return steps === undefined ? [] : [Number(steps)];
  });
}
