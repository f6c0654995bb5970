import type { ValidityProblem } from './form-control-element.js';
import type { PolicyState } from './policy-controller.js';
import { say, type ViewContext } from './view-context.js';

/** Why a form can't be sent while nothing can be decided: it loads, or it could not be loaded. */
export function notReadyProblem(
  context: ViewContext | undefined,
  { status }: PolicyState,
  anchor: HTMLElement | undefined,
): ValidityProblem {
  const key = status === 'error' ? 'loadErrorTitle' : 'notReady';
  const message = context === undefined ? '...' : say(context, key);
  return { flags: { customError: true }, message, anchor };
}
