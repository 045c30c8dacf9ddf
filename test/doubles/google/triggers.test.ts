/** Clock triggers: how many, how often, and when they fire. */
import { describe, expect, it } from 'vitest';
import { hostWith, runIn } from './test-host';

const arm = (how: string, fn = 'tick') => `ScriptApp.newTrigger('${fn}').timeBased().${how}.create();`;
const MINUTE = 60_000;

describe('installing a clock trigger', () => {
  it.each([1, 5, 10, 15, 30])('takes every %d minutes', (n) => {
    const { host } = hostWith('');
    runIn(host, arm(`everyMinutes(${n})`));
    expect(host.triggers).toMatchObject([{ fn: 'tick', schedule: { kind: 'every', ms: n * MINUTE } }]);
  });

  it('refuses other numbers of minutes', () => {
    const { host } = hostWith('');
    expect(() => runIn(host, arm('everyMinutes(7)'))).toThrow('It must be one of 1, 5, 10, 15 or 30.');
  });

  it('stops at twenty per user', () => {
    const { host } = hostWith('');
    const body = `for (let i = 0; i < 21; i++) ${arm('after(1000)')}`;
    expect(() => runIn(host, body)).toThrow('This script has too many triggers.');
    expect(host.triggers).toHaveLength(20);
  });

  it('in an add-on is hourly at best, and one per user and document', () => {
    const { host } = hostWith('', { profile: 'addon' });
    expect(() => runIn(host, arm('everyMinutes(30)'))).toThrow('more than once per hour');
    runIn(host, arm('everyHours(1)'));
    expect(() => runIn(host, arm('everyHours(2)'))).toThrow('too many time-based triggers in this document');
  });

  it('is not allowed in a simple trigger, nor without the scope', () => {
    const { host } = hostWith(`function onOpen() { ${arm('everyHours(1)')} }`);
    expect(() => host.open()).toThrow('You do not have permission to call ScriptApp.newTrigger');
    expect(() => runIn(host, 'ScriptApp.getProjectTriggers();', { oauthScopes: [] })).toThrow(
      'script.scriptapp',
    );
  });
});

describe('looking at triggers', () => {
  it('shows a user only their own, and deletes each once', () => {
    const { host } = hostWith(`
      function arm() { ${arm('everyMinutes(5)')} }
      function list() { return ScriptApp.getProjectTriggers().map((t) => [t.getHandlerFunction(), String(t.getEventType())]); }
      function drop() { const [t] = ScriptApp.getProjectTriggers(); ScriptApp.deleteTrigger(t); ScriptApp.deleteTrigger(t); }`);
    host.execute('arm', [], { user: 'ann@example.com' });
    expect(host.execute('list')).toEqual([]);
    expect(host.execute('list', [], { user: 'ann@example.com' })).toEqual([['tick', 'CLOCK']]);
    expect(() => host.execute('drop', [], { user: 'ann@example.com' })).toThrow('Trigger not found.');
    expect(host.triggers).toEqual([]);
  });
});

describe('the clock', () => {
  const CODE = `
    function arm() { ${arm('everyMinutes(5)')} }
    function once() { ${arm('after(1000)')} }
    function tick(e) { console.log(String(e.authMode), e.triggerUid); }
    function slow() { Utilities.sleep(300000); }`;

  it('fires each trigger when it is due, as its creator', () => {
    const { host, clock } = hostWith(CODE);
    host.execute('arm', [], { user: 'ann@example.com' });
    const armedAt = clock.now();
    host.runClock(armedAt + 16 * MINUTE);
    const fired = host.executions.filter(({ by }) => by === 'clock');
    expect(fired.map(({ user, startedAt }) => [user, startedAt - armedAt])).toEqual(
      [5, 10, 15].map((minute) => ['ann@example.com', minute * MINUTE]),
    );
    expect(clock.now()).toBe(armedAt + 16 * MINUTE);
    expect(host.logs[0]?.text).toBe(`FULL ${host.triggers[0]?.id}`);
  });

  it('stops as soon as what it waits for holds', () => {
    const { host } = hostWith(CODE);
    host.execute('arm');
    host.runClock({ until: () => host.logs.length === 2, limitMs: 60 * MINUTE });
    expect(host.logs).toHaveLength(2);
  });

  it('leaves a one-shot trigger listed after it fired, once', () => {
    const { host } = hostWith(CODE);
    host.execute('once');
    host.runClock({ until: () => false, limitMs: 60 * MINUTE });
    expect([host.logs.length, host.triggers.length]).toEqual([1, 1]);
  });

  it('skips what came due while the handler ran', () => {
    const { host, clock } = hostWith(`${CODE} function armSlow() { ${arm('everyMinutes(1)', 'slow')} }`);
    host.execute('armSlow');
    const armedAt = clock.now();
    host.runClock(armedAt + 8 * MINUTE);
    const fired = host.executions.filter(({ fn }) => fn === 'slow');
    expect(fired.map(({ startedAt }) => (startedAt - armedAt) / MINUTE)).toEqual([1, 7]);
  });

  it('adds Google’s jitter without letting it pile up', () => {
    const { host, clock } = hostWith(CODE, { knobs: { triggerJitterMs: () => 7_000 } });
    host.execute('arm');
    const armedAt = clock.now();
    host.runClock(armedAt + 11 * MINUTE);
    const fired = host.executions.filter(({ by }) => by === 'clock');
    expect(fired.map(({ startedAt }) => startedAt - armedAt)).toEqual([307_000, 607_000]);
  });

  it('does not run a trigger whose user has no trigger time left today', () => {
    const { host } = hostWith(`${CODE} function armSlow() { ${arm('everyMinutes(30)', 'slow')} }`, {
      knobs: { limits: { triggerMsPerDay: 6 * MINUTE } },
    });
    host.execute('armSlow');
    host.runClock({ until: () => false, limitMs: 100 * MINUTE });
    expect(
      host.executions.filter(({ fn }) => fn === 'slow').map(({ outcome, error }) => [outcome, error]),
    ).toEqual([
      ['completed', undefined],
      ['completed', undefined],
      ['failed', 'Service using too much computer time for one day'],
    ]);
  });

  it('records a handler that fails or is missing, and goes on', () => {
    const { host } = hostWith(arm('everyMinutes(5)').replace(/^/, 'function arm() { ').concat(' }'));
    host.execute('arm');
    host.runClock({ until: () => false, limitMs: 11 * MINUTE });
    expect(host.executions.slice(1).map(({ error }) => error)).toEqual([
      'Script function not found: tick',
      'Script function not found: tick',
    ]);
  });
});
