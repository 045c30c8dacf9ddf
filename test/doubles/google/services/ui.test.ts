/** Menus, dialogs, the sidebar and the calls from it. */
import { describe, expect, it } from 'vitest';
import { hostWith, runIn } from '../test-host';
import { withoutTemplateComments } from './html';

const CODE = `
  function onOpen(e) {
    const ui = SpreadsheetApp.getUi();
    ui.createMenu('Enrich').addItem('Enrich all rows', 'enrichAll').addSeparator()
      .addSubMenu(ui.createMenu('More').addItem('About', 'about')).addToUi();
  }
  function enrichAll() { return 'enriched'; }
  function about() { return 'about'; }
  function echo(x) { return x; }
  function give(kind) { return kind === 'date' ? [new Date(0)] : kind === 'map' ? new Map() : kind === 'function' ? { f() {} } : undefined; }
  function secret_() {}
  function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('T')); }`;

describe('a menu', () => {
  it('runs the function behind the label, in submenus too', () => {
    const { host } = hostWith(CODE);
    host.open();
    expect([host.clickMenu('Enrich all rows'), host.clickMenu('About')]).toEqual(['enriched', 'about']);
    expect(() => host.clickMenu('Nope')).toThrow('there is no menu item "Nope"');
  });

  it('opens in AuthMode LIMITED, in an add-on NONE until it is used in the document', () => {
    const code = 'function onOpen(e) { console.log(String(e.authMode)); } function go() {}';
    const bound = hostWith(code).host;
    bound.open();
    const addOn = hostWith(code, { profile: 'addon' }).host;
    addOn.open();
    addOn.callFromSidebar('go');
    addOn.open();
    expect([...bound.logs, ...addOn.logs].map(({ text }) => text)).toEqual(['LIMITED', 'NONE', 'LIMITED']);
  });
});

describe('a dialog', () => {
  it('gets the answer that the test has ready, and is remembered', () => {
    const { host } = hostWith('');
    host.ui.willAnswer({ button: 'OK', text: 'key' });
    const body = `const ui = SpreadsheetApp.getUi();
      const r = ui.prompt('Title', 'Message', ui.ButtonSet.OK_CANCEL);
      return [r.getSelectedButton() === ui.Button.OK, r.getResponseText()];`;
    expect(runIn(host, body)).toEqual([true, 'key']);
    expect(host.ui.dialogs).toEqual([
      { kind: 'prompt', title: 'Title', message: 'Message', buttons: 'OK_CANCEL' },
    ]);
  });

  it('throws when nobody expected it or the button is not there', () => {
    const { host } = hostWith('');
    const body = "try { SpreadsheetApp.getUi().alert('Hi'); } catch (e) {}";
    expect(() => runIn(host, body)).toThrow('unexpected alert:  Hi');
    host.ui.willAnswer({ button: 'YES' });
    expect(() => runIn(host, body)).toThrow('no button YES in the dialog "Hi"');
  });

  it('lets the person act meanwhile', () => {
    const { host } = hostWith('');
    host.ui.willAnswer({ button: 'OK', meanwhile: () => host.spreadsheet.activeSheet.type(1, 1, 'typed') });
    const body =
      "SpreadsheetApp.getUi().alert('Hi'); return SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue();";
    expect(runIn(host, body)).toBe('typed');
  });

  it('cannot be opened from a clock trigger', () => {
    const { host } = hostWith("function tick() { SpreadsheetApp.getUi().alert('Hi'); }");
    expect(() => host.execute('tick', [], { by: 'clock' })).toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });
});

describe('the sidebar', () => {
  it('shows a file of the project', () => {
    const { host } = hostWith(CODE, { html: { Sidebar: '<p>hello</p>' } });
    host.execute('show');
    expect(host.sidebar).toEqual({ html: '<p>hello</p>', title: 'T' });
  });

  it('cannot be shown by a simple trigger', () => {
    const { host } = hostWith(CODE, { html: { Sidebar: '' } });
    expect(() => host.execute('show', [], { by: 'simple', authMode: 'LIMITED' })).toThrow(
      'You do not have permission to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    );
  });

  it('suffers the comment bug inside template literals only', () => {
    expect(withoutTemplateComments('a // b `c /* d */ e // f\ng`')).toBe('a // b `c  e \ng`');
  });
});

describe('google.script.run', () => {
  it('passes plain data, turns undefined in arrays into null and nothing into null', () => {
    const { host } = hostWith(CODE);
    expect(host.callFromSidebar('echo', { a: [1, undefined, { b: null }], c: undefined })).toEqual({
      a: [1, null, { b: null }],
    });
    expect(host.callFromSidebar('give', 'nothing')).toBeNull();
  });

  it.each([
    new Date(0),
    new Map(),
    () => 1,
    [new Set()],
    new (class Row {})(),
  ])('does not pass %s to the script', (value) => {
    const { host } = hostWith(CODE);
    expect(() => host.callFromSidebar('echo', value)).toThrow('Failed due to illegal value in property: 0');
  });

  it.each(['date', 'map', 'function'])('does not pass a %s back to the page', (kind) => {
    const { host } = hostWith(CODE);
    expect(() => host.callFromSidebar('give', kind)).toThrow('not a supported return type');
  });

  it.each(['secret_', 'a.b', 'x y'])('cannot call %s', (fn) => {
    const { host } = hostWith(CODE);
    expect(() => host.callFromSidebar(fn)).toThrow(`google.script.run.${fn} is not a function`);
  });
});
