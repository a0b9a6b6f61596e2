import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, OptionDefaults, ReflectionKind, TSConfigReader, TypeDocReader } from 'typedoc';

/** One way into a package, and the file that is its source. */
export interface DocumentedEntry {
  readonly specifier: string;
  readonly file: string;
}

// The tables of the elements page show these.
const ELEMENT_TAGS = ['@attr', '@slot', '@csspart', '@cssproperty', '@cssstate'] as const;

/** Writes the reference of every entry into `out`; throws when typedoc had anything to complain of. */
export async function writeApiReference(entries: readonly DocumentedEntry[], out: string): Promise<void> {
  const options = fileURLToPath(new URL('typedoc.json', import.meta.url));
  const app = await Application.bootstrapWithPlugins(
    {
      options,
      entryPoints: entries.map(({ file }) => file),
      basePath: join(options, '..', '..'),
      alwaysCreateEntryPointModule: true,
      blockTags: [...OptionDefaults.blockTags, ...ELEMENT_TAGS],
      excludeTags: [...OptionDefaults.excludeTags, ...ELEMENT_TAGS],
    },
    [new TypeDocReader(), new TSConfigReader()],
  );
  // Lit's own comments, which our classes inherit, refer to `css`.
  app.converter.addUnknownSymbolResolver(({ symbolReference }) =>
    symbolReference?.path?.[0]?.path === 'css' ? 'https://lit.dev/docs/components/styles/' : undefined,
  );
  const project = await app.convert();
  if (project === undefined) throw new Error('typedoc could not read the sources.');
  for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
    const file = module.isDeclaration() ? module.sources?.[0]?.fullFileName : undefined;
    module.name = entries.find((entry) => entry.file === file)?.specifier ?? module.name;
  }
  app.validate(project);
  await app.generateDocs(project, out);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('typedoc: see the warnings above.');
}
