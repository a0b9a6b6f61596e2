import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../places.ts';

/** One thing of an element and the sentence about it. */
export interface Described {
  readonly name?: string;
  readonly description?: string;
  readonly default?: string;
}

/** An element as custom-elements.json describes it. */
export interface ElementDeclaration extends Described {
  readonly customElement?: boolean;
  readonly tagName?: string;
  readonly summary?: string;
  readonly attributes?: readonly Described[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssStates?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly members?: readonly (Described & { readonly privacy?: 'public' | 'protected' | 'private' })[];
}

interface Module {
  readonly declarations?: readonly ElementDeclaration[];
}

/** The analyzer lists private members, and once more without a name every event that is made by `new`. */
function publicPartOf(element: ElementDeclaration): ElementDeclaration {
  if (!element.customElement) return element;
  const { members = [], events = [] } = element;
  return {
    ...element,
    members: members.filter(({ privacy }) => privacy !== 'private'),
    events: events.filter(({ name }) => name !== undefined),
  };
}

/** Writes custom-elements.json into `out`, from the comments of the element classes, and answers its elements. */
export function analyzeElements(out: string): ElementDeclaration[] {
  const folder = join(root, 'packages', 'elements');
  const analyzer = join(root, 'node_modules', '@custom-elements-manifest', 'analyzer', 'cem.js');
  const config = relative(folder, join(root, 'packages', 'testing', 'config', 'custom-elements-manifest.config.mjs'));
  const args = ['analyze', '--config', config, '--quiet', '--outdir', relative(folder, out) || '.'];
  execFileSync(process.execPath, [analyzer, ...args], { cwd: folder, stdio: 'inherit' });
  const file = join(out, 'custom-elements.json');
  const manifest: { readonly modules: readonly Module[] } = JSON.parse(readFileSync(file, 'utf8'));
  const modules = manifest.modules.map((module) => ({ ...module, declarations: module.declarations?.map(publicPartOf) }));
  writeFileSync(file, `${JSON.stringify({ ...manifest, modules }, null, 2)}\n`);
  return modules.flatMap(({ declarations = [] }) => declarations.filter(({ customElement }) => customElement));
}
