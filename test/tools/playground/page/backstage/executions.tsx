/** What Google's executions page would show, latest first. */
import type { ShownExecution, ShownTrigger } from '../../wire';
import { duration, nickname } from './words';

/** What started it, in Google's words. */
const BY: Readonly<Record<ShownExecution['by'], string>> = {
  menu: 'Menu',
  clock: 'Trigger',
  sidebar: 'Sidebar',
  simple: 'On open',
  formula: 'Custom function',
};

/** As many as there is room for. */
const SHOWN = 7;

/** Scripts that ran and run. */
export function Executions({ all, now }: { all: readonly ShownExecution[]; now: number }) {
  return (
    <section class="card executions" aria-label="Executions">
      <h2>Executions at Google</h2>
      <table>
        <tbody>
          {all
            .slice(-SHOWN)
            .reverse()
            .map((each) => (
              <Row key={each.id} execution={each} now={now} />
            ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ execution, now }: { execution: ShownExecution; now: number }) {
  const { fn, by, user, startedAt, endedAt, outcome, error } = execution;
  const took = (outcome === 'running' ? now : endedAt) - startedAt;
  return (
    <tr class={outcome.replace(' ', '-')} title={error}>
      <td>{BY[by]}</td>
      <td>{fn}</td>
      <td>{nickname(user)}</td>
      <td class="number">{duration(took)}</td>
      <td>
        <span class="outcome">{outcome}</span>
      </td>
    </tr>
  );
}

/** Installed triggers, and when each fires next. */
export function Triggers({ all, now }: { all: readonly ShownTrigger[]; now: number }) {
  if (all.length === 0) return <p class="quiet">No trigger is installed.</p>;
  return (
    <ul>
      {all.map(({ id, fn, user, nextAt }) => (
        <li key={id}>
          {fn} of {nickname(user)}
          <b>{nextAt === 0 ? 'never again' : `in ${duration(nextAt - now)}`}</b>
        </li>
      ))}
    </ul>
  );
}
