/** Menus: a button with a list under it, and the same list wherever the right mouse button was pressed. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** An entry, or a line between entries. */
export type MenuItem =
  | 'line'
  | { readonly label: string; readonly choose: () => void; readonly checked?: boolean };

/** A menu of the menu bar. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const [at, setAt] = useState<{ x: number; y: number }>();
  const button = useRef<HTMLButtonElement>(null);
  const open = () => {
    const box = button.current?.getBoundingClientRect();
    if (box) setAt({ x: box.left, y: box.bottom + 2 });
  };
  const close = () => {
    setAt(undefined);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="menu-button"
        aria-haspopup="menu"
        aria-expanded={at !== undefined}
        onClick={at ? close : open}
        onKeyDown={(event) => event.key === 'ArrowDown' && open()}
      >
        {label}
      </button>
      {at && <Popup at={at} label={label} items={items} onClose={close} />}
    </>
  );
}

interface PopupProps {
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

/** The list itself. Arrow keys move, Escape and a press elsewhere close it. */
export function Popup({ at, label, items, onClose }: PopupProps) {
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    keepInside(list.current, at);
    entries()[0]?.focus();
  }, []);
  useEffect(() => {
    const elsewhere = (event: Event) => {
      if (!(event.target instanceof Node && list.current?.contains(event.target))) onClose();
    };
    // Not the press that opened it: listeners added now hear the next one.
    document.addEventListener('pointerdown', elsewhere, true);
    return () => document.removeEventListener('pointerdown', elsewhere, true);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const all = entries();
    const here = all.findIndex((entry) => entry.matches(':focus'));
    const to = { ArrowDown: here + 1, ArrowUp: here - 1 + all.length, Home: 0, End: all.length - 1 }[
      event.key
    ];
    if (to !== undefined) all[to % all.length]?.focus();
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    if (to !== undefined || event.key === 'Escape') event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={list} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item, i) =>
        item === 'line' ? <hr key={i} /> : <Entry key={i} item={item} onClose={onClose} />,
      )}
    </div>
  );
}

function Entry({ item, onClose }: { item: Exclude<MenuItem, 'line'>; onClose: () => void }) {
  const choose = () => {
    onClose();
    item.choose();
  };
  if (item.checked === undefined) {
    return (
      <button type="button" role="menuitem" tabIndex={-1} onClick={choose}>
        {item.label}
      </button>
    );
  }
  return (
    <button type="button" role="menuitemcheckbox" aria-checked={item.checked} tabIndex={-1} onClick={choose}>
      {item.label}
    </button>
  );
}

function keepInside(list: HTMLElement | null, { x, y }: PopupProps['at']): void {
  if (!list) return;
  const { width, height } = list.getBoundingClientRect();
  list.style.left = `${Math.max(4, Math.min(x, innerWidth - width - 4))}px`;
  list.style.top = `${Math.max(4, Math.min(y, innerHeight - height - 4))}px`;
}
