/** A local Google for the tests of what people do to sheets: no script is in it, and nobody answers on its wire. */
import { VirtualClock } from '../../../doubles/clock';
import { GoogleHost } from '../../../doubles/google';
import { OWNER } from '../wire';

type Options = ConstructorParameters<typeof GoogleHost>[0];

/** The document is that of the playground's own person. */
export function bareHost({ knobs, ...options }: Partial<Options> = {}): GoogleHost {
  return new GoogleHost({
    clock: new VirtualClock(),
    transport: () => {
      throw new Error('nobody asks');
    },
    ...options,
    knobs: { owner: OWNER, ...knobs },
  });
}
