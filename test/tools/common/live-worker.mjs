// The thread that speaks HTTP while the demonstration waits.
import { runAsWorker } from 'synckit';
import { exchange } from './live-exchange.mjs';

runAsWorker((request, timeoutMs) => exchange(request, timeoutMs));
