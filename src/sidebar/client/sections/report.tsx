/** A report for support: copied at one press, and shown, for some browsers let nobody copy. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { refusedLately } from '../calls/call';
import { useCall } from '../calls/use-call';
import { Button } from '../parts/buttons';
import { FaultNote, Hint, Status } from '../parts/messages';

/** The button, and the report once it is there. */
export function Report() {
  const { pending, fault, ask } = useCall();
  const [text, setText] = useState('');
  const [isCopied, setCopied] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const make = (): void =>
    void ask('supportReport', null, (report) =>
      setText([report.text, ...refusedLately.map((line) => `Refused here: ${line}`)].join('\n')),
    );
  useEffect(() => {
    if (text) setCopied(copyAll(box.current));
  }, [text]);

  return (
    <>
      <Hint>
        How the add-on stands here, for whoever helps you: versions, counts and codes. No names, questions,
        cells, key or address.
      </Hint>
      <p>
        <Button label="Copy a report for support" pending={pending} onPress={make} />
      </p>
      {text && <textarea ref={box} aria-label="Report" rows={6} readOnly value={text} />}
      <Status>{text && <Hint>{isCopied ? 'Copied.' : 'Copy it from the box.'}</Hint>}</Status>
      <FaultNote fault={fault} onAgain={make} />
    </>
  );
}

/** Selects all, so that it can be copied by hand too. Google shows this page in a frame that may not use the newer way. */
function copyAll(box: HTMLTextAreaElement | null): boolean {
  box?.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
