// Writes custom-elements.json and refuses elements, attributes, events, slots or parts without a sentence.
import { join } from 'node:path';
import { root } from '../places.ts';
import { analyzeElements, type ElementDeclaration } from './analyze-elements.ts';

const TAGS = ['cancel-renewal', 'member-center'];
const KINDS = ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'] as const;

/** What lacks a sentence in one element. */
function undescribed(element: ElementDeclaration): string[] {
  const own = element.summary || element.description ? [] : [`${element.name}: no summary`];
  const parts = KINDS.flatMap((kind) =>
    (element[kind] ?? [])
      .filter(({ description }) => !description?.trim())
      .map(({ name }) => `${element.name}: nothing is said of ${kind} "${name ?? ''}"`),
  );
  return [...own, ...parts];
}

const elements = analyzeElements(join(root, 'packages', 'elements'));
const missing = TAGS.filter((tag) => !elements.some(({ tagName }) => tagName === tag));
const faults = [...missing.map((tag) => `<${tag}> is not in the manifest`), ...elements.flatMap(undescribed)];
for (const fault of faults) console.error(fault);
console.log(`${elements.length} elements in custom-elements.json`);
process.exitCode = faults.length === 0 ? 0 : 1;
