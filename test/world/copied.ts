/** “File → Make a copy”: another document with the same sheets and the same Linkup behind it, whose script knows nothing of the original. */
import { World, type WorldOptions } from './world';

/** The copy of a document, with a key connected anew: properties of the document and of people, and triggers, stay with the original. */
export async function copyOf(original: World, options: WorldOptions = {}): Promise<World> {
  const { clock, linkup, host } = original;
  const transport: WorldOptions['transport'] = (request) => linkup.handle(request);
  const copy = await World.open([], { clock, transport, ...options });
  copy.host.spreadsheet.becomeCopyOf(host.spreadsheet);
  return copy;
}
