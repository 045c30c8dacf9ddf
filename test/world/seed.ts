/** Before each spec: what fast-check makes up comes from one seed, so that a test that is green stays green until somebody changes something. */
import fc from 'fast-check';

const { FC_SEED = '20261125' } = process.env;

// `FC_SEED=random` looks for what no seed has shown yet; what it finds is replayed with the seed that fast-check prints.
if (FC_SEED !== 'random') fc.configureGlobal({ seed: Number(FC_SEED) });
