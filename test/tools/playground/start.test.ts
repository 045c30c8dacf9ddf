/** `npm start` as a person meets it, without the pages that it serves. */
import { describe, expect, it } from 'vitest';
import { typedIn } from '../common/typed-in';
import { main } from './command';
import { PORT } from './options';
import type { Playground, PlaygroundOptions } from './server/playground';

/** Runs the command on a machine that serves what is asked for, or cannot. */
async function start(args: readonly string[], key?: string, trouble?: NodeJS.ErrnoException) {
  const asked: PlaygroundOptions[] = [];
  const served: string[] = [];
  const serve = async (options: PlaygroundOptions = {}): Promise<Playground> => {
    if (trouble) throw trouble;
    asked.push(options);
    const nothing = async (): Promise<void> => {};
    const state = {} as Playground['state'];
    return { url: `http://localhost:${options.port}`, state, act: nothing, rig: nothing, close: nothing };
  };
  const said = await typedIn((streams) =>
    main(args, key, { ...streams, serve, served: ({ url }) => served.push(url) }),
  );
  return { ...said, asked, served };
}

describe('npm start', () => {
  it('serves the playground on a port of its own unless one is named, and says where', async () => {
    const { status, out, asked, served } = await start([]);
    expect({ status, served }).toEqual({ status: 0, served: [`http://localhost:${PORT}`] });
    expect(out).toBe(`Open http://localhost:${PORT} in a browser. Ctrl+C ends it.\n`);
    expect(asked).toEqual([{ port: PORT, liveKey: '', welcome: true }]);
  });

  it('asks the real Linkup only with --live and a key, and says what that costs', async () => {
    const { out, asked } = await start(['--port', '0', '--live'], 'a-key');
    expect(asked).toMatchObject([{ port: 0, liveKey: 'a-key' }]);
    expect(out).toContain('every answer costs credits');
    expect((await start([], 'a-key')).asked).toMatchObject([{ liveKey: '' }]);
    expect(await start(['--live'])).toMatchObject({
      status: 2,
      asked: [],
      err: expect.stringContaining('LINKUP_API_KEY'),
    });
  });

  it('says what to do where the port is taken', async () => {
    const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
    expect(await start([], undefined, taken)).toMatchObject({
      status: 1,
      err: 'This port is taken. Try: npm start -- --port 0\n',
    });
  });

  it.each([['--port=no'], ['--port=70000'], ['--fast']])('refuses %s', async (argument) => {
    expect(await start([argument])).toMatchObject({ status: 2, out: '', asked: [] });
  });

  it('says what it can', async () => {
    expect(await start(['--help'])).toMatchObject({
      status: 0,
      out: expect.stringContaining('--port N'),
      asked: [],
    });
  });
});
