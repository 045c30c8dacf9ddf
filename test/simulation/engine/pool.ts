/** Plays many scenarios on all processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Builds, Report } from './play';
import type { Scenario } from './scenario';

/** Room for short-lived objects: every execution is a world of its own, soon forgotten. */
const YOUNG_MB = 192;

/** Plays scenarios in about their order until `heed` says false, or all are played. Throws what a simulation throws. */
export async function playAll(
  builds: Builds,
  scenarios: Iterable<Scenario>,
  heed: (report: Report) => boolean,
): Promise<void> {
  const code = await workerCode();
  const left = scenarios[Symbol.iterator]();
  const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(code, { eval: true, workerData: builds, resourceLimits }),
  );
  try {
    await Promise.race([
      Promise.all(workers.map((worker) => keepBusy(worker, left))),
      new Promise<void>((stop) => {
        for (const worker of workers) worker.on('message', (report: Report) => heed(report) || stop());
      }),
    ]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Gives a worker the next scenario whenever it has played one. */
function keepBusy(worker: Worker, left: Iterator<Scenario>): Promise<void> {
  return new Promise((done, failed) => {
    const next = (): void => {
      const scenario = left.next();
      if (scenario.done) done();
      else worker.postMessage(scenario.value);
    };
    worker.on('message', next);
    worker.on('error', failed);
    next();
  });
}

/** Bundled, because Node cannot load TypeScript in a worker by itself. */
async function workerCode(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/simulation/engine/worker.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  });
  return outputFiles[0]?.text ?? '';
}
