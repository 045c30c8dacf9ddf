/** The lists that were made in the document: what came of each, more of it, and the way to its rows. */
import { usd } from '../../../enrichment/amounts';
import type { Listed, Start } from '../../protocol';
import { useDeeds } from '../calls/use-deeds';
import { type Lists, useLooks } from '../calls/use-lists';
import { canGoOn, listLine } from '../model/list-words';
import { Button, TextButton } from '../parts/buttons';
import { FaultNote, Hint, Status } from '../parts/messages';
import { Section } from '../parts/section';

interface ListsProps {
  readonly lists: Lists;
  /** The name of the sheet on view: nobody need be led to where they are. */
  readonly here: string | undefined;
  /** The sheet of one was gone to. */
  readonly onOpened: (start: Start) => void;
}

/** The sections; nothing where there is no list. */
export function ListsSection({ lists, ...rest }: ListsProps) {
  return (
    <>
      {lists.all.map((list) => (
        <OneList key={list.kept} {...{ list, lists, ...rest }} />
      ))}
    </>
  );
}

function OneList({ list, lists, here, onOpened }: ListsProps & { readonly list: Listed }) {
  const { kept, pending, price, sheet } = list;
  const deeds = useDeeds();
  const looks = useLooks(list, lists.told);
  const closeIt = (): void => {
    document.getElementById('enrichment')?.focus();
    lists.close(kept);
  };
  const close = <TextButton label="Close" about="the list" onPress={closeIt} />;
  return (
    <Section title="A list" aside={pending && !looks.fault.sentence ? undefined : close}>
      {!sheet && <Hint>{list.question}</Hint>}
      <Status>
        <p>{listLine(list)}</p>
      </Status>
      <FaultNote fault={looks.fault} onAgain={looks.again} againLabel="Look again" />
      <p class="row">
        {sheet && sheet !== here && !pending && (
          <Button
            label="Enrich these rows"
            {...deeds.button('openList')}
            onPress={() => deeds.ask('openList', { kept }, onOpened)}
          />
        )}
        {canGoOn(list) && (
          <Button
            label={`${sheet ? 'More' : 'Ask again'} for ${usd(price)}`}
            {...deeds.button('moreOfList')}
            onPress={() => deeds.ask('moreOfList', { kept, total: price }, lists.told)}
          />
        )}
      </p>
      <FaultNote fault={deeds.fault} onAgain={deeds.again} />
    </Section>
  );
}
