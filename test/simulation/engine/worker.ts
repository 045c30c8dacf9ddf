/** A worker thread of the pool: plays one scenario after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Builds, playOn } from './play';
import type { Scenario } from './scenario';

// The pool gives every worker the builds when it starts it.
const builds = workerData as Builds;

parentPort?.on('message', (scenario: Scenario) => {
  parentPort?.postMessage(playOn(builds, scenario));
});
