import { it } from 'vitest';
import { World } from '/work/main/test/doubles/world';
import { countryTable, FACTS } from '/work/main/test/scenarios/countries';
it('tries', async () => {
  const w = await World.open(countryTable());
  w.save(FACTS as never);
  const s0 = w.host.calls.sheet;
  console.log('setup sheet calls', s0, w.sheet.displayRows()[0]);
  w.press('Enrich all rows', 'YES');
  console.log(w.host.ui.dialogs, w.host.toasts, w.host.executions.map(e=>[e.fn,e.outcome,e.error,e.endedAt-e.startedAt]));
  w.untilDone(2);
  console.log(w.host.toasts, w.host.executions.map(e=>[e.fn,e.outcome,e.error,e.endedAt-e.startedAt]));
  console.log(w.host.logs);
  console.log(w.sheet.displayRows().slice(0,4));
  console.log(w.host.calls.sheet, w.host.calls.total, w.linkup.bill.total(), w.linkup.requests.length);
  console.log(w.linkup.requests.map(r=>r.method+' '+r.path+' '+r.status));
  console.log(w.host.spreadsheet.sheet('Linkup runs').displayRows());
  console.log([...w.host.calls.byMethod].sort((a,b)=>b[1]-a[1]).slice(0,30));
});
