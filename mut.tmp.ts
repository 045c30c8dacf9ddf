import { buildsOf } from './test/simulation/engine/bundles';
import { scenarioOf } from './test/simulation/engine/seeds';
import { playOn } from './test/simulation/engine/play';
import { MUTANTS } from './test/simulation/mutants';
const sound = await buildsOf();
const [from, to] = process.argv.slice(2).map(Number);
for (const m of MUTANTS.slice(from, to)) {
  const b = await buildsOf(m.patches); const t = Date.now(); let caught = '';
  let s = 0;
  for (s = 1; s <= 400 && Date.now() - t < 60_000; s++) {
    const r = playOn(b, scenarioOf(s));
    if (r.violations.length && playOn(sound, scenarioOf(s)).violations.length === 0) { caught = r.violations[0]!.promise + ': ' + r.violations[0]!.what.slice(0, 90); break; }
  }
  console.log(m.name, caught ? `CAUGHT seed ${s} ${caught}` : `not within ${s-1} seeds in 60 s`);
}
