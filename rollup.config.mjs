// `rollup -c` writes every published package's `dist` and the browser bundles; `rollup -c --configBundles` only the
// bundles. Declarations come from `tsc -b`. The output is the same bytes for the same sources.
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import esbuild from 'rollup-plugin-esbuild';
import { browserPlugins, onwarn, target } from './packages/testing/scripts/browser-build.ts';
import { entriesOf, publishedPackages } from './packages/testing/scripts/places.ts';

/** The sources of a package's entries and programs, by their path in `dist`. */
function inputOf(folder) {
  const { bin = {} } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const programs = Object.values(bin).map((file) => file.replace(/^(\.\/)?dist\/(.*)\.js$/, '$2'));
  return {
    ...Object.fromEntries(entriesOf(folder).map(({ output, source }) => [output, `${folder}/${source}`])),
    ...Object.fromEntries(programs.map((output) => [output, `${folder}/src/${output}.ts`])),
  };
}

/** What the compiler remembers for its next run stands in `dist`, and is nobody else's business. */
const unpublished = {
  name: 'unpublished',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '.npmignore', source: '.tsbuildinfo\n' });
  },
};

/** Removes what was built of sources that are gone; declarations of the others belong to the compiler. */
function clean(folder) {
  for (const script of globSync(`${folder}/dist/**/*.js{,.map}`)) rmSync(script);
  for (const declaration of globSync(`${folder}/dist/**/*.d.ts{,.map}`)) {
    const source = declaration.replaceAll('\\', '/').replace('/dist/', '/src/').replace(/\.d\.ts(\.map)?$/, '.ts');
    if (!existsSync(source)) rmSync(declaration);
  }
}

function distOf(name) {
  const folder = `packages/${name}`;
  clean(folder);
  return {
    input: inputOf(folder),
    onwarn,
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !/^[a-z]:/i.test(id),
    plugins: [esbuild({ target, tsconfig: 'tsconfig.json' }), unpublished],
    output: {
      dir: `${folder}/dist`,
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: `${folder}/src`,
      sourcemap: true,
      sourcemapExcludeSources: true,
    },
  };
}

/** Makes one module of several: an import of each, in order. */
function entryOf(files) {
  const id = '\0entry';
  return {
    name: 'entry',
    resolveId: (source) => (source === 'entry' ? { id, moduleSideEffects: true } : null),
    load: (source) => (source === id ? files.map((file) => `import '${resolve(file)}';`).join('\n') : null),
  };
}

const define = (tag) => `packages/elements/src/define/${tag}.ts`;

/** One element. What is loaded on demand, such as a language, stands beside it; what is always loaded in `shared-`. */
function elementBundle(tag) {
  const isOnDemand = ({ isDynamicEntry, moduleIds }) =>
    isDynamicEntry || moduleIds.every((id) => id.includes('/packages/locales/src/zh-cn'));
  const chunk = (info) => `${tag}/${isOnDemand(info) ? '' : 'shared-'}[name]-[hash].js`;
  return {
    input: { [tag]: define(tag) },
    onwarn,
    plugins: browserPlugins(),
    output: { dir: 'packages/elements/cdn', format: 'es', sourcemap: true, chunkFileNames: chunk },
  };
}

/** Both elements in one file, for a page with a single script tag. */
const everythingBundle = {
  input: 'entry',
  onwarn,
  plugins: [entryOf([define('member-center'), define('cancel-renewal')]), ...browserPlugins()],
  output: { file: 'packages/elements/cdn/leavewell.js', format: 'es', sourcemap: true, inlineDynamicImports: true },
};

const sdkBundle = {
  input: 'packages/sdk/src/index.ts',
  onwarn,
  plugins: browserPlugins(),
  output: { file: 'packages/sdk/cdn/leavewell-sdk.js', format: 'es', sourcemap: true },
};

export default ({ configBundles }) => {
  for (const folder of ['packages/elements/cdn', 'packages/sdk/cdn'].filter((path) => existsSync(path))) {
    rmSync(folder, { recursive: true });
  }
  const bundles = [elementBundle('member-center'), elementBundle('cancel-renewal'), everythingBundle, sdkBundle];
  return configBundles ? bundles : [...publishedPackages.map(distOf), ...bundles];
};
