/** Where an answer was found: each address once, as a link if it may be one, with its site. */
import { useState } from 'preact/hooks';
import type { Tried } from '../../protocol';
import { distinct, safeHref, siteOf } from '../model/links';
import { TextButton } from './buttons';
import { OutLink } from './messages';

/** So many are shown at first. */
const FEW = 5;

/** The list; nothing where there are none. */
export function Sources({ sources }: Pick<Tried, 'sources'>) {
  const [open, setOpen] = useState(false);
  const all = distinct(sources);
  if (all.length === 0) return null;
  const more = all.length > FEW + 1;
  return (
    <div>
      <p class="caption">Sources</p>
      <ul class="sources">
        {(open || !more ? all : all.slice(0, FEW)).map(({ name, url }) => (
          <li key={url}>
            <SourceLine name={name} url={url} />
          </li>
        ))}
      </ul>
      {more && (
        <TextButton
          label={open ? 'Show fewer' : `Show all ${all.length}`}
          about="sources"
          expanded={open}
          onPress={() => setOpen(!open)}
        />
      )}
    </div>
  );
}

/** Titled by its name; one without a name is called after its site, which then is not said twice. */
function SourceLine({ name, url }: Tried['sources'][number]) {
  const href = safeHref(url);
  if (!href) return <>{name || url}</>;
  const site = siteOf(url);
  return (
    <>
      <OutLink href={href} text={name || site} />
      {name && name !== site && <span class="hint"> {site}</span>}
    </>
  );
}
