/** The bar with the one button that spends money, why it cannot be pressed where it cannot, and the button that tries. */
import type { Progress, Saved, Start } from '../../protocol';
import type { Fault } from '../calls/call';
import type { Calling } from '../calls/use-call';
import type { Offering } from '../calls/use-offer';
import type { Terms } from '../calls/use-terms';
import type { Trial } from '../calls/use-trial';
import { besideBoxes, formBoxOf } from '../model/boxes';
import { formOf } from '../model/form';
import { enrichLabel } from '../model/offer-words';
import { type Used, usedBy } from '../model/uses';
import { whyNot } from '../model/why-not';
import { Button, TextButton } from '../parts/buttons';
import { Foot } from '../parts/foot';
import { FaultNote } from '../parts/messages';
import { tryOne } from './save';

interface GoProps {
  readonly start: Start;
  readonly saved: Saved;
  readonly trial: Trial;
  readonly terms: Terms;
  readonly enriching: Calling;
  readonly onStarted: (progress: Progress) => void;
  /** Opens the form at the box that a fault is about. */
  readonly onMend: (fault: Fault) => void;
}

const NO_AMOUNT: Fault = {
  code: 'form',
  sentence: 'The spending cap is not an amount. Write one in dollars, such as 5.',
  place: 'cap',
};

/** The bar. */
export function Go(props: GoProps) {
  const { start, saved, trial, terms, enriching, onStarted, onMend } = props;
  const { choice, offering, amount, forget } = terms;
  const { offer, again } = offering;

  function enrich(): void {
    if (!offer) return;
    if (amount === undefined) enriching.fail({ ...NO_AMOUNT });
    else enriching.ask('enrich', { ...choice, total: offer.total, cap: amount }, begun);
  }

  function begun(progress: Progress): void {
    forget();
    onStarted(progress);
  }

  function recount(): void {
    enriching.clear();
    again();
  }
  const onAgain = enriching.fault.code === 'offer-changed' ? recount : enrich;
  return (
    <Foot>
      <Refused fault={enriching.fault} onAgain={onAgain} onMend={onMend} />
      <WhyNot offering={offering} uses={usedBy(saved, start)} onMend={onMend} />
      <div class="row">
        <EnrichButton offering={offering} amount={amount} pending={enriching.pending} onPress={enrich} />
        <Button
          id="try"
          label="Try one row"
          pending={trial.pending}
          onPress={() => tryOne(formOf(saved), start, trial)}
        />
      </div>
    </Foot>
  );
}

interface RefusedProps extends Pick<GoProps, 'onMend'> {
  readonly fault: Fault;
  readonly onAgain: () => void;
}

/** What a press was refused for, unless it stands at its box: those of the form are not on view here. */
function Refused({ fault, onAgain, onMend }: RefusedProps) {
  return (
    <FaultNote fault={formBoxOf(fault) ? fault : besideBoxes(fault)} onAgain={onAgain}>
      <Mend fault={fault} onMend={onMend} />
    </FaultNote>
  );
}

interface MendProps extends Pick<GoProps, 'onMend'> {
  readonly fault: Fault;
}

/** The way to the box that it is about; nothing where that is none of the form. */
function Mend({ fault, onMend }: MendProps) {
  if (formBoxOf(fault) === '') return null;
  return <TextButton label="Change it in the form" onPress={() => onMend(fault)} />;
}

interface WhyNotProps extends Pick<GoProps, 'onMend'> {
  readonly offering: Offering;
  /** What it uses of other enrichments. */
  readonly uses: readonly Used[];
}

/** Why the button is off: what there is to know of the rows may be out of view. */
function WhyNot({ offering, uses, onMend }: WhyNotProps) {
  const words = whyNot(offering, uses);
  if (words === '') return null;
  return (
    <div class="row tight">
      <p class="hint clamped" id="why-not">
        {words}
      </p>
      <Mend fault={offering.fault} onMend={onMend} />
    </div>
  );
}

interface EnrichButtonProps {
  readonly offering: Offering;
  /** The cap in USD; undefined where what is typed is no amount. */
  readonly amount: number | undefined;
  readonly pending: boolean;
  readonly onPress: () => void;
}

function EnrichButton({ offering, amount, pending, onPress }: EnrichButtonProps) {
  const { offer } = offering;
  const isOff = !offer || offering.pending || offer.rows + offer.copies === 0;
  return (
    <Button
      primary
      label={isOff ? (offering.pending ? 'Counting…' : 'Enrich') : enrichLabel(offer, amount)}
      about={whyNot(offering) && 'why-not'}
      pending={pending}
      off={isOff}
      onPress={onPress}
    />
  );
}
