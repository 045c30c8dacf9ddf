/** Properties, caches, locks, utilities, session. */
import { describe, expect, it } from 'vitest';
import { hostWith, MANIFEST, runIn } from '../test-host';

const PROPS = 'const p = PropertiesService.getDocumentProperties();';

describe('properties', () => {
  it('are strings that outlive the execution, apart by document, script and user', () => {
    const { host } = hostWith(
      "function go() { PropertiesService.getUserProperties().setProperty('k', 'mine'); PropertiesService.getScriptProperties().setProperties({ a: '1', b: '2' }); }",
    );
    host.execute('go', [], { user: 'ann@example.com' });
    expect(host.properties.user('ann@example.com')).toEqual(new Map([['k', 'mine']]));
    expect(host.properties.user('owner@example.com').size).toBe(0);
    expect([...host.properties.script.keys()]).toEqual(['a', 'b']);
    expect(host.properties.document.size).toBe(0);
  });

  it.each([
    ["p.setProperty('k', 'x'.repeat(9 * 1024 + 1));", 'Argument too large: value'],
    [
      "p.setProperty('k', 1);",
      "(String,number) don't match the method signature for PropertiesService.Properties.setProperty.",
    ],
    [
      "for (let i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000));",
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
  ])('refuse %s', (body, text) => {
    const { host } = hostWith('');
    expect(() => runIn(host, PROPS + body)).toThrow(text);
  });

  it('count towards the day’s quota', () => {
    const { host } = hostWith('', { knobs: { limits: { propertyCallsPerDay: 2 } } });
    expect(() => runIn(host, `${PROPS} p.getProperty('a'); p.setProperty('a', ''); p.getKeys();`)).toThrow(
      'Service invoked too many times for one day: properties.',
    );
    expect(host.quota.of('owner@example.com')).toMatchObject({ propertyReads: 1, propertyWrites: 1 });
  });

  it('of the document are null where there is none', () => {
    const { host } = hostWith(
      'function tick() { console.log(PropertiesService.getDocumentProperties(), LockService.getDocumentLock(), SpreadsheetApp.getActive()); }',
      { profile: 'addon', knobs: { addOnClockHasDocument: false } },
    );
    host.execute('tick', [], { by: 'clock' });
    expect(host.logs[0]?.text).toBe('null null null');
  });
});

describe('a cache', () => {
  it('forgets after its time', () => {
    const { host } = hostWith('');
    const body = `const c = CacheService.getDocumentCache(); c.put('k', 'v', 10); const before = c.get('k');
      Utilities.sleep(10000); return [before, c.get('k')];`;
    expect(runIn(host, body)).toEqual(['v', null]);
  });

  it('evicts the oldest tenth when it is full', () => {
    const { host } = hostWith('', { knobs: { limits: { cacheItems: 10 } } });
    const body = `const c = CacheService.getScriptCache(); for (let i = 0; i <= 10; i++) c.put('k' + i, 'v');
      return [c.get('k0'), c.get('k1'), c.get('k10')];`;
    expect(runIn(host, body)).toEqual([null, 'v', 'v']);
  });

  it.each([
    ["c.get('k'.repeat(251));", 'Argument too large: key'],
    ["c.put('k', 'v'.repeat(102401));", 'Argument too large: value'],
  ])('refuses %s', (body, text) => {
    const { host } = hostWith('');
    expect(() => runIn(host, `const c = CacheService.getUserCache(); ${body}`)).toThrow(text);
  });
});

describe('a lock', () => {
  it('is free again after the script’s end, killed or not', () => {
    const { host } = hostWith(
      'function go() { LockService.getUserLock().waitLock(0); Utilities.sleep(999999); }',
    );
    expect(() => host.execute('go')).toThrow('Exceeded maximum execution time');
    expect(() => host.execute('go')).toThrow('Exceeded maximum execution time');
  });

  it('taken twice stays one lock, and a negative timeout fails', () => {
    const { host } = hostWith('');
    const body = `const l = LockService.getDocumentLock();
      return [l.tryLock(-1), l.tryLock(0), l.tryLock(0), l.hasLock(), (l.releaseLock(), l.hasLock())];`;
    expect(runIn(host, body)).toEqual([false, true, true, true, false]);
  });

  it('held by another makes waitLock wait, then throw', () => {
    const { host, clock } = hostWith(`
      function hold() { LockService.getDocumentLock().tryLock(0); Utilities.sleep(1); }
      function wait() { LockService.getDocumentLock().waitLock(5000); }`);
    const waited: number[] = [];
    host.onServiceCall = ({ method, execution }) => {
      if (method !== 'sleep' || execution !== 1) return;
      const before = clock.now();
      expect(() => host.execute('wait')).toThrow(
        'Lock timeout: another process was holding the lock for too long.',
      );
      waited.push(clock.now() - before);
    };
    host.execute('hold');
    expect(waited).toEqual([5020]);
  });

  it('is lost while a dialog suspends the script', () => {
    const { host } = hostWith('');
    host.ui.willAnswer({ button: 'OK' });
    const body = `const l = LockService.getDocumentLock(); l.tryLock(0); SpreadsheetApp.getUi().alert('Sure?'); return l.hasLock();`;
    expect(runIn(host, body)).toBe(false);
  });
});

describe('utilities', () => {
  it('digest to signed bytes', () => {
    const { host } = hostWith('');
    const body = "return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc').slice(0, 4);";
    expect(runIn(host, body)).toEqual([-70, 120, 22, -65]);
  });

  it('format dates in a zone, and refuse patterns they do not know', () => {
    const { host } = hostWith('');
    const format = (pattern: string) =>
      runIn(host, `return Utilities.formatDate(new Date(0), 'Europe/Paris', "${pattern}");`);
    expect(format("yyyy-MM-dd'T'HH:mm:ss")).toBe('1970-01-01T01:00:00');
    expect(() => format('w')).toThrow('not modelled: the date pattern w');
  });

  it('make the same identifiers in every run, and different ones within it', () => {
    const ids = () => runIn(hostWith('').host, 'return [Utilities.getUuid(), Utilities.getUuid()];');
    const first = ids();
    expect(ids()).toEqual(first);
    expect(new Set(Object.values(Object(first))).size).toBe(2);
  });
});

describe('the session', () => {
  it('tells the e-mail address only with its scope', () => {
    const body = 'return Session.getEffectiveUser().getEmail();';
    const { host } = hostWith('');
    expect(() => runIn(host, body)).toThrow('userinfo.email');
    const oauthScopes = [...(MANIFEST.oauthScopes ?? []), 'https://www.googleapis.com/auth/userinfo.email'];
    expect(runIn(host, body, { oauthScopes })).toBe('owner@example.com');
  });
});
