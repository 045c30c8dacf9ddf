/** The sidebar: 300 px, in a sandbox on no origin, as Google has it. */
import { useEffect, useRef } from 'preact/hooks';
import { act } from '../link';
import { PAGE } from '../me';
import type { Playground } from '../use-playground';
import { fromFrame, type ToFrame } from './messages';

/** What Google's sandbox allows, without an origin; the server says the same again. */
const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox';

/** The frame with Google's heading over it. */
export function SidebarFrame({ playground: { view, happened, replies } }: { playground: Playground }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const close = () => happened({ kind: 'sidebar-closed' });
  const post = (message: ToFrame) => frame.current?.contentWindow?.postMessage(message, '*');
  const ahead = view.vitals?.ahead ?? 0;
  useEffect(() => post({ kind: 'clock', ahead }), [ahead]);

  useEffect(() => {
    const answer: typeof replies.current = (call, reply) => post({ kind: 'reply', call, reply });
    replies.current = answer;

    function onMessage({ source, data }: MessageEvent<unknown>): void {
      if (source !== frame.current?.contentWindow) return;
      const message = fromFrame(data);
      if (message?.kind === 'close') close();
      if (message?.kind === 'focus') document.querySelector<HTMLElement>('.grid')?.focus();
      if (message?.kind !== 'call') return;
      const { call } = message;
      // The server checks that the arguments are plain data.
      act({ ...message, args: JSON.parse(JSON.stringify(message.args)) }).catch((error: Error) =>
        answer(call, { ok: false, name: 'NetworkError', message: `NetworkError: ${error.message}` }),
      );
    }
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, []);

  return (
    <aside class="sidebar" aria-label={view.sidebar?.title ?? 'Sidebar'}>
      <div class="sidebar-title">
        <h2>{view.sidebar?.title}</h2>
        <button type="button" class="icon" aria-label="Close the sidebar" onClick={close}>
          ×
        </button>
      </div>
      <iframe
        ref={frame}
        title={view.sidebar?.title ?? 'Sidebar'}
        sandbox={SANDBOX}
        src={`/sidebar?${new URLSearchParams({ page: PAGE })}`}
        onLoad={() => {
          post({ kind: 'clock', ahead });
          if (!view.sidebar?.unasked) frame.current?.focus();
        }}
      />
    </aside>
  );
}
