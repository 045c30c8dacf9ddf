/** The schedules of a simulation, seen from outside: what people agreed to for every start, and when they took it back. */
import type { RefreshedRows, Rule } from '../../../src/enrichment/schedule';

/** What a person said yes to once, for whatever starts by itself. */
export interface Standing {
  readonly enrichment: string;
  readonly user: string;
  readonly rule: Rule;
  readonly rows: RefreshedRows;
  /** US dollars that one start can cost at most. */
  readonly cap: number;
  /** When they said so, in ms since the epoch. */
  readonly from: number;
}

/** Who had it end, and whether they have nothing more to do with it. */
interface End {
  readonly by: string;
  readonly of: Standing;
}

/** Hears what people say about schedules. Nothing of it is taken from the document. */
export class Schedules {
  /** Whatever was said, the oldest first. */
  readonly said: Standing[] = [];
  private readonly done = new Set<Standing>();
  private ends: End[] = [];

  /** A person turns one on: it may be so from now on, whatever becomes of their call. */
  agree(standing: Standing): void {
    this.said.push(standing);
  }

  /** Their call was refused: nothing has come of it. */
  refuse(standing: Standing): void {
    this.said.splice(this.said.indexOf(standing), 1);
  }

  /** It was turned on: nothing else starts this enrichment any more. */
  replaceBy(standing: Standing): void {
    this.done.add(standing);
    this.end(standing.enrichment, standing.user, standing);
  }

  /** Somebody was told that nothing of it starts by itself any more. */
  end(enrichment: string, by: string, but?: Standing): void {
    const over = this.said.filter((each) => each.enrichment === enrichment && each !== but);
    this.ends = this.ends.filter(({ of }) => !over.includes(of) || of.user !== by);
    this.ends.push(...over.map((of) => ({ of, by })));
  }

  /** Somebody wrote into the document what they liked: it may bring back what others had end, and nothing that its own person had end. */
  forge(enrichment: string): void {
    this.ends = this.ends.filter(({ of, by }) => of.enrichment !== enrichment || of.user === by);
  }

  /**
   * What a person may start an enrichment by: what they were told is on, and whatever they have said since and heard nothing of. By
   * the clock nothing starts that somebody had end; its person may start it all the same.
   */
  of(enrichment: string, user: string, byClock: boolean): readonly Standing[] {
    const theirs = this.said.filter((each) => each.enrichment === enrichment && each.user === user);
    const last = theirs.findLastIndex((each) => this.done.has(each));
    return theirs.slice(Math.max(0, last)).filter((each) => !byClock || !this.isOver(each));
  }

  private isOver(standing: Standing): boolean {
    return this.ends.some(({ of }) => of === standing);
  }
}
