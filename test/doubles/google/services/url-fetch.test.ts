/** UrlFetchApp: options, limits, quotas, and the texts of everything that goes wrong. */
import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../clock';
import { type HttpRequest, NetworkError } from '../../http';
import { hostWith, MANIFEST, runIn } from '../test-host';

const ok = { status: 200, headers: { 'Retry-After': '3' }, body: '{"a":1}' };

describe('UrlFetchApp.fetch', () => {
  it('puts exactly what was asked for on the wire', () => {
    const seen: HttpRequest[] = [];
    const { host } = hostWith('', {
      transport: (request) => {
        seen.push(request);
        return ok;
      },
    });
    const body = `const r = UrlFetchApp.fetch('https://api.test/v1', { method: 'post', contentType: 'application/json',
        headers: { Authorization: 'Bearer k' }, payload: '{}', muteHttpExceptions: true, timeoutSeconds: 60 });
      return [r.getResponseCode(), r.getContentText(), r.getHeaders()];`;
    expect(runIn(host, body)).toEqual([200, '{"a":1}', { 'Retry-After': '3' }]);
    expect(seen).toEqual([
      {
        method: 'POST',
        url: 'https://api.test/v1',
        headers: { Authorization: 'Bearer k', 'Content-Type': 'application/json' },
        body: '{}',
      },
    ]);
  });

  it.each([
    ['{ retries: 3 }', 'not modelled: the UrlFetchApp option retries'],
    ["{ method: 'brew' }", 'Attribute provided with invalid value: method'],
    ['{ timeoutSeconds: 0 }', 'Attribute provided with invalid value: timeoutSeconds'],
    ['{ headers: { a: 1 } }', 'Attribute provided with invalid value: Header:a'],
    ["{ payload: 'x' }", 'not modelled: a payload on a GET request'],
    ["{ headers: { a: 'x'.repeat(9000) } }", 'Limit Exceeded: URLFetch Headers.'],
  ])('refuses %s', (options, text) => {
    const { host } = hostWith('', { transport: () => ok });
    expect(() => runIn(host, `UrlFetchApp.fetch('https://api.test/', ${options});`)).toThrow(text);
  });

  it.each([
    ["'api.test'", 'Invalid argument: api.test'],
    ["'https://api.test/' + 'x'.repeat(2100)", 'Limit Exceeded: URLFetch URL Length.'],
  ])('refuses the address %s', (url, text) => {
    const { host } = hostWith('', { transport: () => ok });
    expect(() => runIn(host, `UrlFetchApp.fetch(${url});`)).toThrow(text);
  });

  it('fetches only what the manifest’s whitelist allows', () => {
    const { host } = hostWith('', { transport: () => ok });
    const manifest = { ...MANIFEST, urlFetchWhitelist: ['https://api.test/v1/'] };
    const codes = "return UrlFetchApp.fetch('https://api.test/v1/x').getResponseCode();";
    expect(runIn(host, codes, manifest)).toBe(200);
    expect(() => runIn(host, "UrlFetchApp.fetch('https://api.test/v2/x');", manifest)).toThrow(
      'not permitted',
    );
  });

  it.each([
    ['dns', 'DNS error: https://api.test/'],
    ['unreachable', 'Address unavailable: https://api.test/'],
    ['timeout', 'Timeout: https://api.test/'],
    ['ssl', 'SSL Error https://api.test/'],
    ['bandwidth', 'Bandwidth quota exceeded: https://api.test/. Try reducing the rate of data transfer.'],
  ] as const)('throws Google’s text for a %s failure, muted or not', (kind, text) => {
    const { host } = hostWith('', {
      transport: () => {
        throw new NetworkError(kind);
      },
    });
    expect(() =>
      runIn(host, "UrlFetchApp.fetch('https://api.test/', { muteHttpExceptions: true });"),
    ).toThrow(text);
  });

  it('throws for 400 and above unless muted, with a cut response', () => {
    const { host } = hostWith('', { transport: () => ({ status: 404, headers: {}, body: 'x'.repeat(300) }) });
    expect(() => runIn(host, "UrlFetchApp.fetch('https://api.test/a');")).toThrow(
      `Request failed for https://api.test returned code 404. Truncated server response: ${'x'.repeat(100)} (use muteHttpExceptions option to examine full response)`,
    );
  });

  it('gives up after timeoutSeconds although the request was sent', () => {
    const clock = new VirtualClock();
    const { host } = hostWith('', {
      clock,
      transport: () => {
        clock.sleep(61_000);
        return ok;
      },
    });
    expect(() => runIn(host, "UrlFetchApp.fetch('https://api.test/', { timeoutSeconds: 60 });")).toThrow(
      'Timeout:',
    );
  });

  it('loses the response when the six minutes end meanwhile', () => {
    const clock = new VirtualClock();
    let sent = 0;
    const { host } = hostWith('', {
      clock,
      transport: () => {
        sent += 1;
        clock.sleep(359_990);
        return ok;
      },
    });
    expect(() => runIn(host, "UrlFetchApp.fetch('https://api.test/'); throw new Error('went on');")).toThrow(
      'Exceeded maximum execution time',
    );
    expect(sent).toBe(1);
  });

  it('stops at the daily quota of the user, for 24 hours', () => {
    const { host, clock } = hostWith("function go() { UrlFetchApp.fetch('https://api.test/'); }", {
      transport: () => ok,
      knobs: { limits: { fetchesPerDay: 1 } },
    });
    host.execute('go');
    expect(() => host.execute('go')).toThrow('Service invoked too many times for one day: urlfetch.');
    host.execute('go', [], { user: 'ann@example.com' });
    expect(host.quota.of('ann@example.com').fetches).toBe(1);
    clock.sleep(86_400_000);
    host.execute('go');
    expect(host.quota.of('owner@example.com').fetches).toBe(1);
  });

  it('needs its scope, and full authorisation', () => {
    const code = "function onOpen() { UrlFetchApp.fetch('https://api.test/'); }";
    const { host } = hostWith(code, { transport: () => ok });
    expect(() => host.open()).toThrow('You do not have permission to call UrlFetchApp.fetch.');
    expect(() => runIn(host, "UrlFetchApp.fetch('https://api.test/');", { oauthScopes: [] })).toThrow(
      'script.external_request',
    );
  });
});

describe('UrlFetchApp.fetchAll', () => {
  it('sends everything, then throws away every response for one failure', () => {
    const seen: string[] = [];
    const { host } = hostWith('', {
      transport: ({ url }) => {
        seen.push(url);
        if (url.endsWith('b')) throw new NetworkError('dns');
        return ok;
      },
    });
    const body =
      "UrlFetchApp.fetchAll(['a', 'b', 'c'].map((x) => ({ url: 'https://api.test/' + x, muteHttpExceptions: true })));";
    expect(() => runIn(host, body)).toThrow('DNS error: https://api.test/b');
    expect(seen).toHaveLength(3);
    expect(host.quota.of('owner@example.com').fetches).toBe(3);
  });

  it('answers in the order of the requests', () => {
    const { host } = hostWith('', { transport: ({ url }) => ({ ...ok, body: url.slice(-1) }) });
    const body =
      "return UrlFetchApp.fetchAll(['https://api.test/a', { url: 'https://api.test/b' }]).map((r) => r.getContentText());";
    expect(runIn(host, body)).toEqual(['a', 'b']);
  });
});
