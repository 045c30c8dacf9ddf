/** Plays many seeds on all processors. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Builds, Report } from './play';

/** Room for short-lived objects: every execution is a world of its own, soon forgotten. */
const YOUNG_MB = 64;

/** Plays seeds in about their order until `heed` says false, or all are played. Throws what a simulation throws. */
export async function playSeeds(
  builds: Builds,
  seeds: Iterable<number>,
  heed: (report: Report) => boolean,
): Promise<void> {
  const code = await workerCode();
  const left = seeds[Symbol.iterator]();
  const workers = Array.from(
    { length: availableParallelism() },
    () =>
      new Worker(code, {
        eval: true,
        workerData: builds,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      }),
  );
  try {
    await Promise.race([
      Promise.all(workers.map((worker) => keepBusy(worker, left, () => stopAll(left)))),
      new Promise<void>((stop) => {
        for (const worker of workers) worker.on('message', (report: Report) => heed(report) || stop());
      }),
    ]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function stopAll(left: Iterator<number>): void {
  left.return?.();
}

/** Gives a worker the next seed whenever it has played one. */
function keepBusy(worker: Worker, left: Iterator<number>, fail: () => void): Promise<void> {
  return new Promise((done, failed) => {
    const next = (): void => {
      const seed = left.next();
      if (seed.done) done();
      else worker.postMessage(seed.value);
    };
    worker.on('message', next);
    worker.on('error', (error) => {
      fail();
      failed(error);
    });
    next();
  });
}

/** Bundled, because Node cannot load TypeScript in a worker by itself. */
async function workerCode(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/simulation/worker.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  });
  return outputFiles[0]?.text ?? '';
}
