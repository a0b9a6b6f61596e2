import type { Store } from '../../ports/store.ts';
import { aMember } from './sample-records.ts';

/** A transaction of which half is written, and the moment when it is. */
export interface UnderWay {
  readonly first: Promise<void>;
  readonly whileUnderWay: Promise<void>;
}

/**
 * Writes member-1 as Ida Berg, lets others have their turn, and writes the same member as Finished. It reads for a
 * while in between, because on a store without parallel work another would wait for ever.
 */
export function underWay(store: Store): UnderWay {
  let halfWritten = (): void => undefined;
  const whileUnderWay = new Promise<void>((resolve) => (halfWritten = resolve));
  const first = store.transaction(async (rows) => {
    await rows.putMember(aMember());
    halfWritten();
    for (let turn = 0; turn < 30; turn++) await rows.getMember('tenant-a', 'member-1');
    await rows.putMember(aMember({ name: 'Finished' }));
  });
  return { first, whileUnderWay };
}
