import type { Check } from './check.ts';
import { q01Activations } from './q01-activations.ts';
import { q02ScreensBetween } from './q02-screens-between.ts';
import { q03Entry } from './q03-entry.ts';
import { q04LoggedOut } from './q04-logged-out.ts';
import { q05Labels } from './q05-labels.ts';
import { q06Purity } from './q06-purity.ts';
import { q07FirstPaint } from './q07-first-paint.ts';
import { q08Parity } from './q08-parity.ts';
import { q09Preselection } from './q09-preselection.ts';
import { q10ConfirmShaming } from './q10-confirm-shaming.ts';
import { q11Reason } from './q11-reason.ts';
import { q12Offers } from './q12-offers.ts';
import { q13Nagging } from './q13-nagging.ts';
import { q14Urgency } from './q14-urgency.ts';
import { q15Receipt } from './q15-receipt.ts';
import { q16Truth } from './q16-truth.ts';
import { q17Timing } from './q17-timing.ts';
import { q18Focus } from './q18-focus.ts';
import { q19Targets } from './q19-targets.ts';
import { q20Undo } from './q20-undo.ts';

/** The rubric, in its order. */
export const checks: readonly Check[] = [
  q01Activations,
  q02ScreensBetween,
  q03Entry,
  q04LoggedOut,
  q05Labels,
  q06Purity,
  q07FirstPaint,
  q08Parity,
  q09Preselection,
  q10ConfirmShaming,
  q11Reason,
  q12Offers,
  q13Nagging,
  q14Urgency,
  q15Receipt,
  q16Truth,
  q17Timing,
  q18Focus,
  q19Targets,
  q20Undo,
];
