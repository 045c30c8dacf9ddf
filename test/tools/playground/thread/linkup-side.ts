/** Linkup as the playground has it: the local one or the real one, and the wire to it, which can be cut. */
import type { Clock } from '../../../doubles/clock';
import { NetworkError, type Transport } from '../../../doubles/http';
import { LinkupDouble, withTopics, worldKnowledge } from '../../../doubles/linkup';
import { withCompanies } from '../../../world/company-web';
import { LiveTransport } from '../../common/live-transport';
import { KEYS, type LinkupNews } from '../wire';
import type { Settings } from './settings';

/** The organisation of everybody's key. */
const ORGANIZATION = 'acme';

/** Tasks that wait or are worked on. */
const OPEN = new Set(['pending', 'processing']);

/** One Linkup for the whole playground. */
export class LinkupSide {
  readonly local: LinkupDouble;
  networkDown = false;
  private readonly live: LiveTransport | undefined;
  /** The balance before the credits were taken away; undefined while they are there. */
  private taken: number | undefined;

  constructor({ linkup, balance, topics, liveKey, liveOrigin }: Settings, clock: Clock) {
    this.live =
      liveKey === '' ? undefined : new LiveTransport(liveOrigin === '' ? {} : { origin: liveOrigin });
    this.local = new LinkupDouble({
      clock,
      keys: Object.fromEntries(Object.values(KEYS).map((key) => [key, { organization: ORGANIZATION }])),
      balances: { [ORGANIZATION]: balance },
      knobs: linkup,
      knowledge: withTopics(withCompanies(worldKnowledge()), topics),
    });
  }

  /** How the script reaches Linkup. */
  readonly transport: Transport = (request) => {
    if (this.networkDown) throw new NetworkError('unreachable');
    return this.live ? this.live.send(request) : this.local.handle(request);
  };

  get creditsGone(): boolean {
    return this.taken !== undefined;
  }

  /** Takes the credits away, or gives them back. The real account is left alone. */
  setCreditsGone(gone: boolean): void {
    if (this.live || gone === this.creditsGone) return;
    const { bill } = this.local;
    const kept = this.taken ?? 0;
    this.taken = gone ? bill.balanceOf(ORGANIZATION) : undefined;
    bill.setBalance(ORGANIZATION, gone ? 0 : kept);
  }

  setBalance(usd: number): void {
    this.local.bill.setBalance(ORGANIZATION, usd);
  }

  /** What is going on there. */
  news(): LinkupNews {
    const { bill, knobs, tasks } = this.local;
    const inFlight = tasks.filter(({ status }) => OPEN.has(status)).length;
    return {
      live: this.live !== undefined,
      requests: (this.live ?? this.local).requests.length,
      inFlight,
      queueLimit: knobs.queueLimit,
      ended: tasks.length - inFlight,
      billed: bill.total(),
      balance: bill.balanceOf(ORGANIZATION),
    };
  }
}
