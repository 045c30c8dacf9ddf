/** What rows were seen to ask with the answers of others: what a chain may ask is what stood in a row, and was right, as a script read it. */
import { hasLoaded } from '../people/inputs';
import { type Enrichment, held, isOf, shouldHold } from './enrichments';
import { inputsAt } from './row-inputs';
import type { Shadow } from './shadow';
import type { Stage, StagedSheet } from './stage';

/** The answers that Linkup has given so far to the questions of an enrichment, as its cells should hold them. */
type Given = ReadonlyMap<string, readonly string[]>;

/** An enrichment that uses another, with its id. */
type Using = readonly [id: string, enrichment: Enrichment];

/** Notes it whenever a script reads what cells show, for the enrichments that use others. */
export class Stood {
  private readonly asked = new Set<string>();
  private readonly ready = new Set<string>();
  /** The sheets with enrichments that use others, and those. */
  private readonly places: readonly (readonly [StagedSheet, readonly Using[]])[];

  constructor(private readonly stage: Stage) {
    this.places = stage.sheets.flatMap((sheet) => {
      const using = [...sheet.enrichments].filter(([, { uses }]) => uses !== undefined);
      return using.length > 0 ? [[sheet, using] as const] : [];
    });
  }

  /** Whether some row asked so. */
  wasAsked(id: string, question: string): boolean {
    return this.asked.has(`${id} ${question}`);
  }

  /** Whether some row asked so with first answers that were its own, or that a person had typed. */
  wasReady(id: string, question: string): boolean {
    return this.ready.has(`${id} ${question}`);
  }

  /** A script is about to read. */
  look(): void {
    for (const [sheet, using] of this.places) if (this.stage.has(sheet)) this.lookAt(sheet, using);
  }

  private lookAt({ shadow, enrichments }: StagedSheet, using: readonly Using[]): void {
    // Who only watches is not the script that looks.
    shadow.unseen.nextCall(false);
    const first = firstAnswers(this.stage, shadow, [...enrichments.values()]);
    const { lastRow } = shadow;
    for (let at = 2; at <= lastRow; at++) {
      const inputs = inputsAt(shadow, at);
      for (const [id, enrichment] of using) {
        const question = enrichment.asks(inputs);
        // Mostly it is as it was the last time.
        if (question === undefined || this.wasReady(id, question)) continue;
        this.asked.add(`${id} ${question}`);
        if (first.areRight(enrichment, at)) this.ready.add(`${id} ${question}`);
      }
    }
  }
}

/** The answers that enrichments ask with, in the rows of a sheet as they are now. */
function firstAnswers(stage: Stage, shadow: Shadow, all: readonly Enrichment[]) {
  const given = new Map<Enrichment, Given>();
  const givenTo = (enrichment: Enrichment): Given => {
    const known = given.get(enrichment) ?? givenBy(stage, enrichment);
    given.set(enrichment, known);
    return known;
  };
  const areRight = ({ uses }: Enrichment, at: number): boolean => {
    if (uses === undefined) return true;
    const maker = all.find(({ outputs }) => outputs.some(({ heading }) => heading === uses));
    const column = shadow.columnOf(uses);
    if (!maker || column === 0) return false;
    if (shadow.twin.peek(at, column)?.value !== undefined) return true;
    const i = maker.outputs.findIndex(({ heading }) => heading === uses);
    const holds = held(shadow.real.peek(at, column));
    return rightIn(maker, at).some((answer) => answer[i] === holds) && areRight(maker, at);
  };
  /** Of a row that is loading nobody can tell what it asks: it counts as asking what it was answered. */
  const rightIn = (maker: Enrichment, at: number): (readonly string[])[] => {
    const given = givenTo(maker);
    if (hasLoaded(shadow, at)) return [...given.values()];
    const answer = given.get(maker.asks(inputsAt(shadow, at)) ?? '');
    return answer ? [answer] : [];
  };
  return { areRight };
}

function givenBy({ linkup, foreign }: Stage, enrichment: Enrichment): Given {
  const own = linkup.ownTasks.filter((task) => !foreign.has(task.id) && isOf(enrichment, task));
  const completed = own.filter(({ status }) => status === 'completed');
  return new Map(completed.map((task) => [task.question, shouldHold(enrichment, task)]));
}
