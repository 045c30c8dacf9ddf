/** All that is said of several enrichments with a number in it. */
import {
  cameToLine,
  chainBill,
  leftLine,
  stopAllLine,
  waitingLine,
} from '../../src/sidebar/client/model/chain-words';
import { CHAIN_OFFER, progress } from './sidebar-samples';

/** With so many of everything. */
export function chainWords(n: number): string[] {
  const receipt = { asked: n, answered: n, cost: 0.27, balanceAfter: null };
  const left = progress({ state: 'ended', notAsked: { rows: n, why: 'stopped' } });
  return [
    ...chainBill({ ...CHAIN_OFFER, questions: n, later: 0 }).map(({ term }) => term),
    ...CHAIN_OFFER.links.map((link) => waitingLine({ ...link, later: n })),
    cameToLine([{ name: 'X', progress: progress({ receipt, unfed: n }) }]),
    stopAllLine([progress({ later: n }, { waiting: n, running: n })]),
    leftLine([{ name: 'X', progress: left }]),
  ];
}
