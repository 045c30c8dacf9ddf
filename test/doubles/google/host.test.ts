/** Executions: the context, the clock, kills, and what the world outside gets to see. */
import { describe, expect, it } from 'vitest';
import { ExecutionKilled, NotModelledError, ScriptError } from './index';
import { hostWith, runIn } from './test-host';

describe('the context of a script', () => {
  it.each([
    'setTimeout',
    'fetch',
    'URL',
    'TextEncoder',
    'crypto',
    'atob',
    'process',
    'require',
    'performance',
    'structuredClone',
    'WebSocket',
  ])('has no %s', (name) => {
    const { host } = hostWith('');
    expect(runIn(host, `return typeof ${name};`)).toBe('undefined');
  });

  it('is fresh for every execution', () => {
    const { host } = hostWith('let n = 0; function count() { n += 1; return n; }');
    expect([host.execute('count'), host.execute('count')]).toEqual([1, 1]);
  });

  it('tells the injected time', () => {
    const { host, clock } = hostWith('');
    const body =
      'return [Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date];';
    expect(runIn(host, body)).toEqual([clock.now(), clock.now(), 5, true]);
  });

  it('gets arrays, dates and errors of its own realm from services', () => {
    const { host } = hostWith('');
    host.spreadsheet.activeSheet.type(1, 1, '2026-10-02');
    const body = `
      const values = SpreadsheetApp.getActiveSheet().getRange(1, 1).getValues();
      let error;
      try { SpreadsheetApp.getActiveSheet().getRange(0, 1); } catch (e) { error = e; }
      return [values instanceof Array, values[0][0] instanceof Date, error instanceof Error, error.name];`;
    expect(runIn(host, body)).toEqual([true, true, true, 'Exception']);
  });

  it('logs to the host', () => {
    const { host } = hostWith('');
    runIn(host, "console.warn('slow: %s', 3); Logger.log('x');");
    expect(host.logs.map(({ level, text }) => [level, text])).toEqual([
      ['warn', 'slow: 3'],
      ['Logger', 'x'],
    ]);
  });
});

describe('what is not modelled', () => {
  it('is told apart from what is, before anything was asked of a handle', () => {
    const { host } = hostWith('');
    const body = `
      const range = SpreadsheetApp.getActiveSheet().getRange(1, 1);
      return ['setNote' in range, 'setNotation' in range, Object.keys(range).includes('getValues'), range.getRow === range.getRow];`;
    expect(runIn(host, body)).toEqual([true, false, true, true]);
  });

  it('throws by name, even past the catch of the script', () => {
    const { host } = hostWith('');
    const body = 'try { SpreadsheetApp.getActiveSheet().getCharts(); } catch (e) { return 1; }';
    expect(() => runIn(host, body)).toThrow(new NotModelledError('SpreadsheetApp.Sheet.getCharts'));
  });

  it('includes wrong arguments, with Google’s text', () => {
    const { host } = hostWith('');
    expect(() => runIn(host, 'SpreadsheetApp.getActiveSheet().getRange(1, 1).setValues([1]);')).toThrow(
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
  });
});

describe('an execution that throws', () => {
  it('surfaces the script’s own message and name, and is recorded', () => {
    const { host } = hostWith("function fail() { throw new TypeError('no such row'); }");
    let caught: unknown;
    try {
      host.execute('fail');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ScriptError);
    expect(caught).toMatchObject({ message: 'no such row', scriptErrorName: 'TypeError' });
    expect(host.executions).toMatchObject([{ fn: 'fail', outcome: 'failed', error: 'no such row' }]);
  });

  it('keeps what it had written', () => {
    const { host } = hostWith('');
    const body = "SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('a'); throw new Error('late');";
    expect(() => runIn(host, body)).toThrow('late');
    expect(host.spreadsheet.activeSheet.display(1, 1)).toBe('a');
  });
});

describe('a killed execution', () => {
  const STUBBORN = `
    const sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange(1, 1).setValue('first');
    sheet.getRange(2, 1).setValue('second');
    try { Utilities.sleep(1); }
    catch (e) { PropertiesService.getScriptProperties().setProperty('caught', 'yes'); }
    finally { sheet.getRange(3, 1).setValue('finally'); }`;

  it.each([
    ['lost', ['', '', '']],
    ['partly', ['first', '', '']],
    ['applied', ['first', 'second', '']],
  ] as const)('has its buffered writes %s, and neither catch nor finally do anything', (onKill, cells) => {
    const { host } = hostWith('', { knobs: { onKill } });
    host.onServiceCall = ({ method }) => {
      if (method === 'sleep') throw new ExecutionKilled();
    };
    expect(() => runIn(host, STUBBORN)).toThrow(ExecutionKilled);
    const sheet = host.spreadsheet.activeSheet;
    expect([1, 2, 3].map((row) => sheet.display(row, 1))).toEqual(cells);
    expect(host.properties.script.size).toBe(0);
    expect(host.executions.at(-1)?.outcome).toBe('killed');
  });

  it('is killed even when the script swallows it', () => {
    const { host } = hostWith('');
    host.onServiceCall = () => {
      throw new ExecutionKilled();
    };
    expect(() => runIn(host, 'try { Utilities.sleep(1); } catch (e) {} return 1;')).toThrow(ExecutionKilled);
  });

  it('dies after six minutes, inside a sleep too', () => {
    const { host, clock } = hostWith('');
    const started = clock.now();
    expect(() => runIn(host, 'Utilities.sleep(400000);')).toThrow('Exceeded maximum execution time');
    expect(clock.now() - started).toBe(360_000);
    expect(host.executions.at(-1)?.outcome).toBe('timed out');
  });

  it('dies after thirty seconds as a simple trigger', () => {
    const { host, clock } = hostWith('function onOpen() { Utilities.sleep(40000); }');
    const started = clock.now();
    expect(() => host.open()).toThrow('Exceeded maximum execution time');
    expect(clock.now() - started).toBe(30_000);
  });
});

describe('the hook', () => {
  it('surfaces what it throws as the service’s exception', () => {
    const { host } = hostWith('');
    host.onServiceCall = ({ service }) => {
      if (service === 'Range') throw new Error('Service Spreadsheets failed');
    };
    const body =
      'try { SpreadsheetApp.getActiveSheet().getRange(1, 1).getValues(); } catch (e) { return [e.name, e.message]; }';
    expect(runIn(host, body)).toEqual(['Exception', 'Service Spreadsheets failed']);
  });

  it('may run another execution in between, which respects locks', () => {
    const { host } = hostWith(`
      function outer() { LockService.getDocumentLock().waitLock(0); Utilities.sleep(1); }
      function inner() { return LockService.getDocumentLock().tryLock(500); }`);
    const taken: unknown[] = [];
    host.onServiceCall = ({ method, execution }) => {
      if (method === 'sleep' && execution === 1) taken.push(host.execute('inner'));
    };
    host.execute('outer');
    expect(taken).toEqual([false]);
    expect(host.execute('inner')).toBe(true);
  });

  it('lets the person act before a call, and counts only calls that reach the document', () => {
    const { host } = hostWith('');
    host.onServiceCall = ({ method }) => {
      if (method === 'getValue') host.spreadsheet.activeSheet.type(1, 1, 'meanwhile');
    };
    expect(runIn(host, 'return SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue();')).toBe(
      'meanwhile',
    );
    expect(host.calls).toMatchObject({ total: 3, sheet: 2 });
    host.calls.reset();
    expect(host.calls).toMatchObject({ total: 0, sheet: 0 });
  });
});

describe('buffered writes', () => {
  it('are invisible to the person and to others until the script reads or flushes', () => {
    const { host } = hostWith('');
    const seen: string[] = [];
    host.onServiceCall = ({ method }) => {
      if (['sleep', 'getUuid'].includes(method)) seen.push(host.spreadsheet.activeSheet.display(1, 1));
    };
    runIn(
      host,
      "SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('x'); Utilities.sleep(1); SpreadsheetApp.flush(); Utilities.getUuid();",
    );
    expect(seen).toEqual(['', 'x']);
  });

  it('surface their errors at the flush, outside the try of the write', () => {
    const { host } = hostWith('');
    const body = `
      try { SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('x'.repeat(50001)); } catch (e) { return 'at once'; }
      try { SpreadsheetApp.flush(); } catch (e) { return e.message; }`;
    expect(runIn(host, body)).toBe(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });

  it('fail the execution when nobody flushes them before its end', () => {
    const { host } = hostWith('');
    expect(() =>
      runIn(host, "SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('x'.repeat(50001));"),
    ).toThrow('50000 characters');
    expect(host.executions.at(-1)?.outcome).toBe('failed');
  });
});

describe('AuthMode.NONE', () => {
  it('allows menus and nothing of the document', () => {
    const { host } = hostWith(
      "function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem(String(e.authMode), 'go').addToUi(); }",
      { profile: 'addon' },
    );
    host.open();
    expect(host.menus[0]?.items).toEqual([{ kind: 'item', label: 'NONE', fn: 'go' }]);
  });

  it('kills a script that touches a service at load', () => {
    const { host } = hostWith('const p = PropertiesService.getScriptProperties(); function onOpen() {}');
    expect(() => host.open('owner@example.com', 'NONE')).toThrow(
      'You do not have permission to call PropertiesService.getScriptProperties',
    );
  });
});
