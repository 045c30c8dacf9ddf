/** A worker thread of the pool: plays one seed after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Builds, playOn } from './play';
import { scenarioOf } from './seeds';

// The pool gives every worker the builds when it starts it.
const builds = workerData as Builds;

parentPort?.on('message', (seed: number) => {
  parentPort?.postMessage(playOn(builds, scenarioOf(seed)));
});
