import type { SurfaceItem } from '../../model/surface.js';
import type { AskedSurface } from '../../ui/asked-surface.js';
import { ConsentFormElement } from '../../ui/consent-form-element.js';

const listed = (items: readonly SurfaceItem[]): string => items.map(({ id }) => id).join(', ');

/**
 * The recipients of a surface, in its order: third parties (PIPA 17), also those that may not be
 * asked for and are shown as information. Overseas transfers are another matter (PIPA 28-8).
 *
 * @param wanted Ids parted by blanks; empty for all of them.
 * @throws Error that says which there are, when there is none or not the one that is wanted.
 */
export function recipientsOf({ policy, surface }: AskedSurface, wanted: string): SurfaceItem[] {
  const all = surface.items.filter(({ uses }) => uses !== undefined);
  const place = `the surface "${surface.name}" of policy "${policy.id}"`;
  if (all.length === 0) {
    throw new Error(
      `No third party on ${place}. It has: ${listed(surface.items)}. Name an entry of thirdParties there, or another surface.`,
    );
  }
  const ids = idsIn(wanted);
  const strange = ids.find((id) => !all.some((item) => item.id === id));
  if (strange !== undefined) {
    throw new Error(`No third party "${strange}" on ${place}. It has: ${listed(all)}.`);
  }
  return ids.length === 0 ? all : all.filter(({ id }) => ids.includes(id));
}

/** A list of ids, parted by blanks. */
export function idsIn(list: string): readonly string[] {
  return list.split(/\s+/).filter((id) => id !== '');
}

/**
 * A signup is of somebody new, every other surface of who was here last: in one form their receipts
 * would be of two people.
 *
 * @throws Error that says what to do instead.
 */
export function refuseSignupBeside(element: ConsentFormElement): void {
  const others = [...(element.form?.elements ?? [])];
  const signup = others.find(
    (other) =>
      other !== element && other instanceof ConsentFormElement && other.surface === 'signup',
  );
  if (signup === undefined) return;
  throw new Error(
    `<${element.localName}> can't stand in one form with <${signup.localName} surface="signup">: put the recipients onto the signup surface, or ask outside the form with await element.ask().`,
  );
}
