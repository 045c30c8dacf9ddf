/** Dialogs of scripts: the script is suspended until a button is pressed. */
import { useEffect, useRef } from 'preact/hooks';
import type { OpenDialog } from '../../wire';
import { ME } from '../me';
import type { Do, Playground } from '../use-playground';

/** Google's words for its buttons. */
const WORDS: Readonly<Record<string, string>> = { OK: 'OK', YES: 'Yes', NO: 'No', CANCEL: 'Cancel' };

/** The latest dialog of this person: others wait below it. */
export function Dialogs({ playground: { view, doIt } }: { playground: Playground }) {
  const dialog = view.vitals?.dialogs.findLast(({ user }) => user === ME);
  return dialog ? <Dialog key={dialog.id} dialog={dialog} doIt={doIt} /> : null;
}

function Dialog({ dialog, doIt }: { dialog: OpenDialog; doIt: Do }) {
  const element = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const answered = useRef(false);
  useEffect(() => element.current?.showModal(), []);

  function answer(button: string): void {
    if (answered.current) return;
    answered.current = true;
    element.current?.close();
    doIt({ kind: 'answer', dialog: dialog.id, button, text: input.current?.value ?? '' });
  }

  return (
    <dialog ref={element} class="dialog" aria-labelledby="dialog-title" onCancel={() => answer('CLOSE')}>
      <h2 id="dialog-title">{dialog.title || 'Message'}</h2>
      <p>{dialog.message}</p>
      {dialog.kind === 'prompt' && (
        <input
          ref={input}
          aria-label="Answer"
          onKeyDown={({ key }) => key === 'Enter' && answer(dialog.buttons[0] ?? 'OK')}
        />
      )}
      <div class="buttons">
        {dialog.buttons.map((button, i) => (
          <button key={button} type="button" class={i === 0 ? 'main' : ''} onClick={() => answer(button)}>
            {WORDS[button] ?? button}
          </button>
        ))}
      </div>
    </dialog>
  );
}
