/**
 * Runs that the first edition left under way: it kept price, cap and count in the document. They become agreements once, when
 * their payer's account first does something here; later anybody might have written such a run.
 */
import type { Enrichment } from '../../enrichment/definition';
import { moneyOf } from '../../enrichment/money';
import { unlessProblem } from '../../enrichment/problem';
import { priceOf } from '../../linkup/prices';
import type { Services } from '../services';
import type { Agreement, Agreements } from './agreement';
import { enrichmentById, revisionOf } from './enrichments';
import { postOfFirstEdition, savePosts, sealOfPost } from './posts';
import { sizeOf } from './ranges';
import { type Run, saveRun } from './run';

type Needed = Pick<Services, 'documents' | 'triggers' | 'currentUser'>;

/** Takes over the person's runs of the first edition; `resumed` when they press what goes on with runs. Returns all runs as they are now: `live` itself where nothing was written. */
export function adoptFirstEdition(
  services: Needed,
  agreements: Agreements,
  live: readonly Run[],
  resumed: boolean,
): readonly Run[] {
  if (!agreements.areFirst) return live;
  const left = live.map((run) => adopted(services, agreements, run, resumed));
  const taken = left.filter((run) => !live.includes(run));
  for (const run of taken) saveRun(services.documents, run);
  agreements.noteFirst();
  return taken.length > 0 ? left : live;
}

/** A run at work has a trigger of its payer, which nobody else can make; one that is paused costs nothing until they go on with it. */
function adopted(services: Needed, agreements: Agreements, run: Run, resumed: boolean): Run {
  const { documents, triggers, currentUser } = services;
  if (!run.first || !(run.paused || resumed || triggers.armed())) return run;
  if (run.by !== currentUser()) return run;
  const e = definitionOf(documents, run);
  const agreed = e && agreementOfFirstEdition(run, e, agreements.document);
  if (!agreed || agreed.account !== agreements.account) return run;
  agreements.save([agreed]);
  const post = postOfFirstEdition(run);
  if (post) savePosts(documents, [post], []);
  const { first, ...others } = run;
  return others;
}

function definitionOf(documents: Needed['documents'], run: Run): Enrichment | undefined {
  return unlessProblem(() => enrichmentById(documents, run.enrichment));
}

/** What a run of the first edition had agreed to, if it can have: at the list price, and for no more than its questions. */
function agreementOfFirstEdition(run: Run, e: Enrichment, document: string): Agreement | undefined {
  const { first, questions } = run;
  const post = postOfFirstEdition(run);
  const price = priceOf(e);
  if (!first || moneyOf(first.price) !== price || e.sheetId !== run.sheetId) return undefined;
  const cap = Math.min(moneyOf(first.cap), price * questions);
  if (!(cap >= 0 && Number.isInteger(first.asked) && first.asked >= 0 && first.asked <= questions))
    return undefined;
  return {
    id: run.id,
    document,
    account: first.account,
    enrichment: e.id,
    revision: revisionOf(e),
    agreedAt: run.startedAt,
    price,
    cap,
    asked: first.asked,
    open: post
      ? post.parts.map(({ ordinals }) => ({
          post: post.id,
          questions: sizeOf(ordinals),
          seal: sealOfPost(post, run.id),
        }))
      : [],
  };
}
