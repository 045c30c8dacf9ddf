/** A round that does not go smoothly: killed, out of time, without a permission. */
import { beforeAll, expect, it } from 'vitest';
import { ExecutionKilled } from '../../doubles/google';
import { playPage } from './browser';
import { buildParity } from './build';
import { localHost } from './local';
import { QUESTIONS } from './script/questions';
import type { Said } from './script/verdict';

let files: Readonly<Record<string, string>>;
beforeAll(async () => {
  files = await buildParity();
});

/** A round in which everything is answered but these questions. */
function roundBut(...open: readonly string[]) {
  const local = localHost(files);
  const { document } = local.host.properties;
  document.set('parity.round', String(local.clock.now()));
  const nothing = JSON.stringify({ facts: {}, figures: {}, quotes: {} });
  for (const { id } of QUESTIONS) if (!open.includes(id)) document.set(`parity.answer.${id}`, nothing);
  // What a round leaves first is there too.
  local.host.spreadsheet.addSheet('Parity mark').type(1, 1, `'${local.host.spreadsheet.id}`);
  const answer = (id: string): Said | null => JSON.parse(document.get(`parity.answer.${id}`) ?? 'null');
  return { ...local, answer };
}

it('asks no question again during which Google ended the script', () => {
  const { host, press, answer } = roundBut('whitelist', 'language');
  host.onServiceCall = ({ method }) => {
    if (method === 'fetch') throw new ExecutionKilled();
  };
  expect(press).toThrow(ExecutionKilled);
  host.onServiceCall = undefined;
  press();
  expect(answer('whitelist')?.failed).toContain('Google ended the script');
  expect(answer('language')?.facts['exceptions speak it']).toBe(true);
  // It is one round: nobody is greeted again.
  expect(host.ui.dialogs).toEqual([]);
});

it('sweeps up at its end what a script that was ended has left behind', () => {
  const { host, press, answer } = roundBut('limit-triggers', 'clock-trigger', 'trigger-jitter');
  let made = 0;
  host.onServiceCall = ({ method }) => {
    if (method === 'create' && ++made === 21) throw new ExecutionKilled();
  };
  expect(press).toThrow(ExecutionKilled);
  expect([host.triggers.length, host.spreadsheet.sheets.length]).toEqual([20, 3]);
  host.onServiceCall = undefined;
  press();
  expect(answer('trigger-jitter')?.failed).toBeUndefined();
  expect(host.triggers.filter(({ fn }) => fn === 'never')).toEqual([]);
  expect(host.spreadsheet.sheets.map(({ name }) => name)).not.toContain('Scratch limit-triggers');
});

it('leaves to the page what does not fit into the menu’s execution', () => {
  const { host, clock, answer } = roundBut('apostrophe', 'blanks', 'language');
  host.onServiceCall = ({ args: [name] }) => {
    if (name === 'Scratch apostrophe') clock.sleep(160_000);
  };
  host.open();
  host.clickMenu('Ask everything');
  const open = () => ['apostrophe', 'blanks', 'language'].filter((id) => answer(id) === null);
  expect(open()).toEqual(['blanks', 'language']);
  playPage(host, clock);
  expect(open()).toEqual([]);
});

it('says of the clock’s questions that they need a permission, and does not wait for them', () => {
  const { host, press, answer } = roundBut('clock-trigger', 'trigger-jitter', 'killed');
  host.withhold('script.scriptapp');
  press();
  for (const id of ['clock-trigger', 'trigger-jitter', 'killed'])
    expect(answer(id)?.failed).toContain('https://www.googleapis.com/auth/script.scriptapp');
  expect(host.properties.document.has('parity.round')).toBe(false);
});
