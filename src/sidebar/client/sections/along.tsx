/** Copying an enrichment to another sheet of this file, as a draft there, or as a text to another file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Calls, Saved, Start } from '../../protocol';
import { type Calling, useCall } from '../calls/use-call';
import { textOf } from '../model/along';
import { Button, TextButton } from '../parts/buttons';
import { Select } from '../parts/choices';
import { FaultNote, Hint, Status } from '../parts/messages';

interface AlongProps {
  readonly saved: Saved;
  /** The sheet that it is on. */
  readonly start: Start | undefined;
  /** Begins it on the sheet that was read; a sentence where that cannot be. */
  readonly onTake: (start: Start) => string;
  readonly onClose: () => void;
}

/** What opens below the button. It takes the focus. */
export function Along({ saved, start, onTake, onClose }: AlongProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  return (
    <div class="inset card stack" ref={panel} tabIndex={-1}>
      <ToSheet start={start} onTake={onTake} />
      <AsText text={textOf(saved)} name={saved.name} />
      <p>
        <TextButton label="Close" onPress={onClose} />
      </p>
    </div>
  );
}

type Sheets = Calls['sheets']['result'];

/** The other sheets are asked for when they are wanted: each costs Google a call. */
function ToSheet({ start, onTake }: Pick<AlongProps, 'start' | 'onTake'>) {
  const [sheets, setSheets] = useState<Sheets>();
  const [picked, setPicked] = useState('');
  const listing = useCall();
  const going = useCall();
  const list = (): void => void listing.ask('sheets', null, setSheets);
  useEffect(list, []);
  const others = sheets?.filter((sheet) => sheet.sheetId !== start?.sheetId) ?? [];
  const to = others.find((sheet) => String(sheet.sheetId) === picked) ?? others[0];
  if (!to) {
    return (
      <>
        <Status>
          {sheets ? <Hint>This file has no other sheet.</Hint> : <Hint>Looking for sheets…</Hint>}
        </Status>
        <FaultNote fault={listing.fault} onAgain={list} />
      </>
    );
  }
  const options = others.map((sheet) => ({ value: String(sheet.sheetId), label: sheet.name }));
  return (
    <>
      <Select label="Copy to another sheet" options={options} value={String(to.sheetId)} onPick={setPicked} />
      <p class="row">
        <Button label="Copy it there" pending={going.pending} onPress={() => go(going, to, onTake)} />
        <span class="hint">as a draft</span>
      </p>
      <FaultNote fault={going.fault} onAgain={() => go(going, to, onTake)} />
    </>
  );
}

function go(going: Calling, { sheetId, name }: Sheets[number], onTake: AlongProps['onTake']): void {
  void going.ask('start', { sheetId }, (start) => {
    const sentence = start.sheetId === sheetId ? onTake(start) : `The sheet “${name}” is gone.`;
    if (sentence) going.fail({ code: 'form', sentence });
  });
}

interface AsTextProps {
  readonly text: string;
  readonly name: string;
}

/** The oldest way to copy is the one that Google's frame lets through without asking. */
function AsText({ text, name }: AsTextProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState('');
  function copy(): void {
    box.current?.select();
    setCopied(document.execCommand('copy') ? 'Copied.' : 'Press Ctrl+C, or ⌘C, to copy it.');
  }
  return (
    <>
      <div class="field">
        <label for="as-text">Copy to another file, as text</label>
        <textarea
          id="as-text"
          ref={box}
          rows={3}
          readOnly
          spellcheck={false}
          value={text}
          aria-describedby="as-text-hint"
        />
        <p class="hint" id="as-text-hint">
          What it asks and gives back: no answers, no key. Paste it there under “Start from a template”.
        </p>
      </div>
      <p class="row">
        <Button label="Copy" about="as-text-hint" onPress={copy} />
        <a href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`} download={`${name}.json`}>
          Download
        </a>
      </p>
      <Status>{copied && <Hint>{copied}</Hint>}</Status>
    </>
  );
}
