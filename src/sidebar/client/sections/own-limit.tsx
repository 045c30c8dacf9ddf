/** The person's own limit for a month: folded, read when it is opened. */
import { useState } from 'preact/hooks';
import type { OwnLimit as Standing } from '../../protocol';
import { useCall } from '../calls/use-call';
import { capIn } from '../model/offer-words';
import { limitHint, limitInShort } from '../model/own-limit-words';
import { Button } from '../parts/buttons';
import { FaultNote } from '../parts/messages';
import { Folded } from '../parts/section';
import { TextField } from '../parts/text-field';

interface OwnLimitProps {
  /** As it is known; undefined while it is not. */
  readonly own: Standing | undefined;
  readonly onOwn: (own: Standing) => void;
}

/** The folded line, and what is in it. */
export function OwnLimit({ own, onOwn }: OwnLimitProps) {
  const { pending, fault, fail, ask } = useCall();
  const [text, setText] = useState<string>();

  function known(standing: Standing): void {
    onOwn(standing);
    setText(standing.limit === 0 ? '' : String(standing.limit));
  }

  const read = (): void => void ask('ownLimit', null, known);
  function keep(): void {
    const limit = capIn(text ?? '', 0);
    if (limit === undefined)
      fail({ code: 'form', sentence: 'Write an amount in dollars, such as 20.', place: '' });
    else ask('setOwnLimit', { limit }, known);
  }

  return (
    <Folded title="Limit per month" words={limitInShort(own)} onToggle={(open) => open && read()}>
      {own && text !== undefined && (
        <Box hint={limitHint(own)} text={text} pending={pending} onText={setText} onKeep={keep} />
      )}
      <FaultNote fault={fault} onAgain={text === undefined ? read : keep} />
    </Folded>
  );
}

interface BoxProps {
  readonly hint: string;
  readonly text: string;
  readonly pending: boolean;
  readonly onText: (text: string) => void;
  readonly onKeep: () => void;
}

function Box({ hint, text, pending, onText, onKeep }: BoxProps) {
  return (
    <>
      <TextField
        id="own-limit"
        label="In a month at most (USD)"
        value={text}
        onText={onText}
        onEnter={onKeep}
        inputMode="decimal"
        beside
        placeholder="none"
        hint={hint}
      />
      <p>
        <Button label="Set limit" pending={pending} onPress={onKeep} />
      </p>
    </>
  );
}
