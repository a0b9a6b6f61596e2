import { handleOf, type Visit } from '../browser/visit.ts';
import type { FieldValues } from '../flow/flow-description.ts';
import { inFront, type Screen, type ScreenElement } from './screen.ts';

/** A value of a kind that a form accepts, for what nobody gave a value for. */
const plausible: Readonly<Record<string, string>> = {
  email: 'audit@example.com',
  tel: '+15555550100',
  date: '2030-01-31',
  number: '1',
};

function valueFor(
  { name, sentAs, inputType, isRequired }: ScreenElement,
  values: FieldValues,
  guesses: boolean,
): string | null {
  const isMeant = (part: string) => part === sentAs || name.toLowerCase().includes(part.toLowerCase());
  const given = Object.entries(values).find(([part]) => isMeant(part))?.[1];
  if (given !== undefined) return given;
  return guesses && isRequired ? (plausible[inputType] ?? 'audit') : null;
}

/** Fills in empty fields with the values given for them; `guesses` also those that are required and have none. */
export async function fillFields(visit: Visit, screen: Screen, values: FieldValues, guesses: boolean): Promise<void> {
  const empty = inFront(screen).filter(
    ({ role, isFilled, isDisabled }) => role === 'textbox' && !isFilled && !isDisabled,
  );
  for (const field of empty) {
    const value = valueFor(field, values, guesses);
    if (value !== null) await (await handleOf(visit, field.key))?.fill(value);
  }
}
