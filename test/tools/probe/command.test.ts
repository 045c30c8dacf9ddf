/** `npm run probe` as a person meets it: the price first, no cent without a yes, an account however it ends, and never the key. */
import { describe, expect, it } from 'vitest';
import { type HttpRequest, NetworkError } from '../../doubles/http';
import { typedIn } from '../common/typed-in';
import { main, type Surroundings } from './command';
import { LOCAL_KEY, localLinkup } from './linkups';

/** Runs the command on a Linkup that nobody leaves this machine for; whatever happens, the key is in no output. */
async function run(args: string, given: Partial<Surroundings> & { readonly key?: string } = {}) {
  const { key = LOCAL_KEY, ...around } = given;
  const { signal } = new AbortController();
  const said = await typedIn((streams) =>
    main(args.split(' ').filter(Boolean), key, { ...streams, signal, linkup: localLinkup(), ...around }),
  );
  if (key.length > 5) expect(said.out + said.err).not.toContain(key);
  return said;
}

/** A local Linkup that something happens to before each request. */
function disturbed(happens: (request: HttpRequest, ordinal: number) => void) {
  const linkup = localLinkup();
  let ordinal = 0;
  return {
    ...linkup,
    transport: (request: HttpRequest) => {
      ordinal += 1;
      happens(request, ordinal);
      return linkup.transport(request);
    },
  };
}

function isBatch({ method, url }: HttpRequest): boolean {
  return method === 'POST' && url.endsWith('/tasks');
}

describe('the price', () => {
  it('comes first, request by request, and nothing is asked without a yes', async () => {
    const linkup = localLinkup();
    const asked: string[] = [];
    const { status, out, err } = await run('', {
      linkup,
      confirm: async (question) => {
        asked.push(question);
        return false;
      },
    });
    expect(out).toMatch(/\$0\.018 {2}POST \/tasks {3}batch: order, .*\n/);
    expect(out).toMatch(/All of it costs at most \$0\.0\d+\.\n$/);
    expect([asked, err]).toEqual([['Ask it now? [y/N] '], 'Nothing was asked, and nothing is billed.\n']);
    expect([status, linkup.double.requests.length]).toEqual([2, 0]);
  });

  it('is to be agreed to with --yes where there is no terminal', async () => {
    const { status, err } = await run('');
    expect([status, err]).toEqual([2, expect.stringContaining('Add --yes')]);
  });

  it('is more than an account holds: only what is free was asked', async () => {
    const linkup = localLinkup();
    linkup.double.bill.setBalance('acme', 0.03);
    const { status, err } = await run('--yes', { linkup });
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/holds \$0\.03, .*Asked so far: 3 requests, which are free/),
    ]);
  });
});

describe('without a key that is good', () => {
  it('says how to get one and what it will cost', async () => {
    const { status, err } = await run('', { key: '' });
    expect([status, err]).toEqual([2, expect.stringMatching(/app\.linkup\.so .* at most \$0\.0\d/)]);
  });

  it('takes none with blanks in it, and does not repeat it', async () => {
    const { status, err } = await run('--yes', { key: 'lk-this is none' });
    expect([status, err]).toEqual([2, expect.stringContaining('no Linkup key')]);
  });

  it('says that Linkup refused it, and that nothing is billed', async () => {
    const { status, err } = await run('--yes', { key: 'lk-of-somebody-else' });
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/does not know the key.*Asked so far: 3 requests, which are free/),
    ]);
  });
});

describe('a probe', () => {
  it('ends with verdicts, what it cost, and one line of JSON', async () => {
    const { status, out, err } = await run('--yes --json', {
      linkup: localLinkup({ responseOrder: 'shuffled' }),
    });
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(
      /1 answer differs from the local Linkup’s:\n {2}order: turn `responseOrder` to "shuffled"\n/,
    );
    expect(out).toContain('The account held $100.00 before and $99.9');
    const data = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
    const { atMost } = data.costUsd;
    expect(data).toMatchObject({ local: false, complete: true, costUsd: { byTheAccount: atMost } });
    expect(JSON.stringify(data)).not.toContain('99.9');
    expect(data.questions[0]).toMatchObject({
      id: 'order',
      knob: 'responseOrder',
      verdict: 'differs',
      adapts: true,
    });
  });

  it('of the local Linkup needs neither key nor agreement, and fails where that contradicts its knobs', async () => {
    const { status, out } = await run('--local', { key: '' });
    expect([status, out]).toEqual([0, expect.stringContaining('0 answers differ')]);
    expect((await run('--local', { linkup: localLinkup({ echo: 'minimal' }) })).status).toBe(1);
  });

  it('explains its options', async () => {
    expect((await run('--help')).out).toContain('--local');
    expect(await run('--lokal')).toMatchObject({ status: 2, err: expect.stringContaining("'--lokal'") });
  });
});

describe('a probe that breaks off', () => {
  it('without a network has asked nothing', async () => {
    const linkup = disturbed(() => {
      throw new NetworkError('dns');
    });
    const { status, err } = await run('--yes', { linkup });
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/online\? Behind a proxy: .* Nothing was asked, and nothing is billed\.\n$/),
    ]);
  });

  it('in the middle counts what was sent and not answered, and tells what was found', async () => {
    const linkup = disturbed((request) => {
      if (isBatch(request)) throw new NetworkError('unreachable');
    });
    const { status, out, err } = await run('--yes --json', { linkup });
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/cannot be reached.*Asked so far: \d+ requests, which cost at most \$0\.0(3|4)/),
    ]);
    expect(out).toContain('order: batch has no answer');
    expect(out).toContain('long-query (assumed): yes');
    expect(out).toContain('"complete":false');
  });

  it('goes on after one answer that took too long', async () => {
    const linkup = disturbed(({ body = '' }) => {
      if (body.includes('"probe":true')) throw new NetworkError('timeout');
    });
    const { status, out } = await run('--yes', { linkup });
    expect([status, out]).toEqual([0, expect.stringContaining('odd-field: oddField has no answer')]);
  });

  it('at Ctrl-C asks nothing more, and says what is under way', async () => {
    const controller = new AbortController();
    let after = 0;
    const linkup = disturbed((request) => {
      if (controller.signal.aborted) after += 1;
      if (isBatch(request)) controller.abort();
    });
    const { status, err } = await run('--yes', { linkup, signal: controller.signal });
    expect([status, after]).toEqual([1, 0]);
    expect(err).toMatch(
      /You ended it\. Tasks that Linkup has taken go on there.*which cost at most \$0\.0\d/,
    );
  });

  it('by a fault of its own says so, in one line and without the key', async () => {
    const linkup = disturbed((_, ordinal) => {
      if (ordinal === 20) throw new TypeError(`x\nof ${LOCAL_KEY} is undefined`);
    });
    const { status, err } = await run('--yes', { linkup });
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/^The probe itself broke: x of … is undefined\. Asked so far.*\n$/),
    ]);
  });

  it.each([
    ['<html>Sign in to this network</html>', 200],
    ['<html>Blocked</html>', 403],
    ['', 407],
    ['<html>Bad gateway</html>', 502],
  ])('where something else answers in Linkup’s place asks nothing that costs: %s %i', async (body, status) => {
    const asked: string[] = [];
    const transport = ({ url }: HttpRequest) => {
      asked.push(url);
      return { status, headers: {}, body };
    };
    const { err } = await run('--yes', { linkup: { ...localLinkup(), transport } });
    expect(err).toMatch(
      /is not its API: a proxy.* Nothing else was asked\. Asked so far: 3 requests, which are free/,
    );
    expect(asked).toHaveLength(3);
  });

  it('where the key may spend no more says so, and asks nothing more', async () => {
    const linkup = localLinkup({}, 0.012);
    const { status, out, err } = await run('--yes', { linkup });
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/^The budget of this key is used up\. Raise it .* cost at most \$0\.01/),
    ]);
    expect(out).toContain('order: batch has no answer');
    expect(linkup.double.requests.at(-1)?.status).toBe(429);
  });

  it.each([
    'PAYMENT_REQUIRED',
    'INSUFFICIENT_FUNDS_CREDITS',
  ] as const)('where others have spent the credits meanwhile says so: %s', async (noCreditsCode) => {
    const linkup = localLinkup({ noCreditsCode });
    const transport = (request: HttpRequest) => {
      if (isBatch(request)) linkup.double.bill.setBalance('acme', 0);
      return linkup.transport(request);
    };
    const { status, err } = await run('--yes', { linkup: { ...linkup, transport } });
    expect([status, err]).toEqual([1, expect.stringMatching(/^Your Linkup account has no credits left\./)]);
  });

  it('where the queue is taken asks nothing that costs', async () => {
    const { status, err } = await run('--yes', {
      linkup: localLinkup({ neighbours: { slots: 95, everyMs: null, perListRead: 0 } }),
    });
    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/95 of 100 places .*needs 8\. .* which are free/),
    ]);
  });
});
