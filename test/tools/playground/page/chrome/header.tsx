/** Title and menus. The add-on's menu is the one that its script made. */
import { useRef } from 'preact/hooks';
import type { ShownSheet } from '../../wire';
import { openCsv } from '../link';
import { ME, OTHER, OTHER_PAGE } from '../me';
import type { Playground } from '../use-playground';
import { Menu, type MenuItem } from './menu';
import { sortActions } from './sheet-actions';

interface HeaderProps {
  readonly playground: Playground;
  readonly sheet: ShownSheet | undefined;
}

/** The top of the page. */
export function Header({ playground, sheet }: HeaderProps) {
  const { view, happened, doIt, undo } = playground;
  const file = useRef<HTMLInputElement>(null);
  const fileItems: MenuItem[] = [
    { label: 'Open a CSV file…', choose: () => file.current?.click() },
    { label: 'Save this sheet as CSV', choose: () => save(sheet) },
    'line',
    { label: `Open as ${OTHER}`, choose: () => open(OTHER_PAGE, '_blank', 'noopener') },
  ];
  const viewItems: MenuItem[] = [
    {
      label: 'Show hidden columns',
      checked: view.showHidden,
      choose: () => happened({ kind: 'show-hidden', show: !view.showHidden }),
    },
  ];
  return (
    <header class="header">
      <Logo />
      <h1>Local spreadsheet</h1>
      <nav class="menus" aria-label="Menus">
        <Menu label="File" items={fileItems} />
        <Menu label="Edit" items={[{ label: 'Undo (Ctrl+Z)', choose: undo }]} />
        <Menu label="View" items={viewItems} />
        {sheet && <Menu label="Data" items={sortActions(playground, sheet)} />}
        {view.vitals?.menus.map(({ name, labels }) => (
          <Menu
            key={name}
            label={name}
            items={labels.map((label) =>
              label === '' ? 'line' : { label, choose: () => doIt({ kind: 'menu', label }) },
            )}
          />
        ))}
      </nav>
      <span class="me">{ME}</span>
      <input
        ref={file}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        aria-label="CSV file"
        hidden
        onChange={(event) => void take(event.currentTarget, playground)}
      />
    </header>
  );
}

async function take(input: HTMLInputElement, { happened }: Playground): Promise<void> {
  const chosen = input.files?.[0];
  if (!chosen) return;
  try {
    await openCsv(chosen);
  } catch (thrown) {
    happened({ kind: 'went-wrong', message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
  // The same file can be chosen again.
  input.value = '';
}

function save(sheet: ShownSheet | undefined): void {
  if (!sheet) return;
  const link = document.createElement('a');
  link.href = `/sheet.csv?sheet=${sheet.id}`;
  link.download = `${sheet.name}.csv`;
  link.click();
}

function Logo() {
  return (
    <svg class="logo" viewBox="0 0 24 24" aria-hidden="true">
      <rect x="3" y="2" width="18" height="20" rx="2.5" fill="#188038" />
      <path d="M7 8h10v10H7zm0 3.3h10M7 14.7h10M12 8v10" fill="none" stroke="#fff" stroke-width="1.3" />
    </svg>
  );
}
