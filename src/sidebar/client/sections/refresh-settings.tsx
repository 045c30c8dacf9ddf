/** The settings of a refresh: how often, which rows, how much at most; and what a yes to them may cost. */
import { usd } from '../../../enrichment/amounts';
import type { Refreshing, ScheduleTerms } from '../../protocol';
import { type About, capOf, pricesOf, proposedCap, type Settings } from '../model/refresh-wish';
import {
  capHint,
  clockHint,
  DAY_OPTIONS,
  EVERY_OPTIONS,
  HOUR_OPTIONS,
  priceSentence,
} from '../model/refresh-words';
import { Check, Choices, Select } from '../parts/choices';
import { useMark } from '../parts/marks';
import { Hint, Status } from '../parts/messages';
import { TextField } from '../parts/text-field';

interface SettingsProps {
  readonly settings: Settings;
  readonly about: About;
  readonly onChange: (settings: Settings) => void;
}

/** The boxes. */
export function RefreshSettings(props: SettingsProps) {
  const { settings, about, onChange } = props;
  return (
    <>
      <When {...props} />
      <WhichRows {...props} />
      <TextField
        id="refresh-cap"
        label="At most per start (USD)"
        value={settings.cap}
        onText={(cap) => onChange({ ...settings, cap })}
        inputMode="decimal"
        beside
        placeholder={usd(proposedCap(about)).slice(1)}
        hint={capHint(capOf(settings, about), ...pricesOf(about.saved))}
      />
    </>
  );
}

function When({ settings, onChange }: SettingsProps) {
  const { rule } = settings;
  const change = (part: Partial<Settings['rule']>) => onChange({ ...settings, rule: { ...rule, ...part } });
  return (
    <>
      <Choices
        pills
        label="How often"
        options={EVERY_OPTIONS}
        value={rule.every}
        onPick={(every) => change({ every })}
      />
      {rule.every !== 'hour' && (
        <div class="pair">
          {rule.every === 'week' && (
            <Select
              label="On"
              options={DAY_OPTIONS}
              value={String(rule.day)}
              onPick={(day) => change({ day: Number(day) })}
            />
          )}
          <Select
            label="At"
            options={HOUR_OPTIONS}
            value={String(rule.hour)}
            onPick={(hour) => change({ hour: Number(hour) })}
          />
        </div>
      )}
    </>
  );
}

/** The kinds of rows, each with what it means. */
const KINDS = [
  ['fresh', 'New rows'],
  ['changed', 'Changed rows'],
  ['failed', 'Failed or expired rows'],
  ['aged', 'Old answers'],
] as const;

function WhichRows({ settings, onChange }: SettingsProps) {
  const { refused, edited } = useMark('refresh-rows');
  return (
    <fieldset id="refresh-rows" tabIndex={-1} class="field">
      <legend class="caption">Which rows</legend>
      {KINDS.map(([kind, label]) => (
        <Check
          key={kind}
          label={label}
          checked={settings[kind]}
          onCheck={(checked) => {
            edited();
            onChange({ ...settings, [kind]: checked });
          }}
        />
      ))}
      {settings.aged && (
        <TextField
          id="refresh-days"
          label="Days old, at least"
          type="number"
          value={settings.days}
          onText={(days) => onChange({ ...settings, days })}
          beside
          hint="Each is asked and billed again, and its answer replaced. What you typed stays."
        />
      )}
      {refused && <p class="alert">{refused}</p>}
    </fieldset>
  );
}

interface AgreeProps extends Omit<SettingsProps, 'onChange'> {
  readonly refreshing: Refreshing | null;
  readonly terms: ScheduleTerms | undefined;
  /** The last characters of the person's own key. */
  readonly ownKey: string;
}

/** What there is to know before a yes. */
export function BeforeAgreed({ settings, about, terms, ownKey }: AgreeProps) {
  const cap = capOf(settings, about);
  if (!ownKey) return <Hint>Connect your Linkup account first.</Hint>;
  return (
    <>
      <Status>
        {cap !== undefined && <p>{priceSentence(settings.rule, cap, ownKey, terms?.by ?? '')}</p>}
      </Status>
      <Hint>{clockHint(terms)}</Hint>
    </>
  );
}
