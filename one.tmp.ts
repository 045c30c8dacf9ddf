import { buildsOf } from './test/simulation/engine/bundles';
import { SMALL_JOB, momentsOf } from './test/simulation/engine/sweep';
import { playOn } from './test/simulation/engine/play';
import { shrink } from './test/simulation/engine/shrink';
const b = await buildsOf();
const n = momentsOf(b).length; console.log(n);
const d = Math.ceil(n/8);
for (let f=1; f<=d; f++) { const calls=[]; for(let i=f;i<=n;i+=d) calls.push(i); const r = playOn(b, {...SMALL_JOB, happenings: calls.map(call=>({kind: 'disconnects', when:{call}, salt: call*7+1}))}); if (r.violations.length) { const s = shrink(b, r); console.log(f, s.scenario.happenings, s.trace, s.violations.map(v=>v.promise+': '+v.what), s.tally.refusals); if (f>6) break; } }
