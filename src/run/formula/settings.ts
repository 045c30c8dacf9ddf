/** Turning the formula =LINKUP on and off, and how it stands: for the page of whoever owns the spreadsheet. */
import { inUsd, type Money } from '../../enrichment/money';
import { Problem } from '../../enrichment/problem';
import { countIn, removeTerms, saveTerms, termsIn } from '../record/formula-terms';
import { accountOf, keyOf, ownAccount } from '../record/key';
import type { Services } from '../services';
import type { FormulaStanding } from './settings-types';

/** How it stands, as far as this person's own properties tell: only the owner's count. */
export function formulaStanding({ user, documents, workbook, clock }: Services): FormulaStanding {
  const own = user.all();
  const document = workbook.id();
  const terms = termsIn(own, document);
  const isOn = terms !== undefined && terms.account === ownAccount(user);
  const { asked } = countIn(documents.all(), own, document, clock.now());
  return { cap: inUsd(isOn ? terms.cap : 0), asked: inUsd(asked) };
}

/** From now on formulas may cost so much a day; nothing turns them off. Throws `no-key`, `formula-not-owner`, or `bad-option` for what is no amount. */
export function setFormula(services: Services, cap: Money): FormulaStanding {
  const { user, workbook } = services;
  if (!Number.isSafeInteger(cap) || cap < 0) throw new Problem('bad-option', 'The cap is no amount');
  if (cap === 0) removeTerms(user, workbook.id());
  else {
    const account = accountOf(keyOf(user));
    checkOwner(services);
    saveTerms(user, workbook.id(), { cap, account });
  }
  return formulaStanding(services);
}

/** Where Google does not tell who owns it, or who this is, whoever is no owner changes nothing: a formula reads the owner's properties. */
function checkOwner({ workbook, currentUser }: Services): void {
  const [owner, me] = [workbook.owner(), currentUser()];
  if (owner !== '' && me !== '' && owner !== me) throw new Problem('formula-not-owner', owner);
}
