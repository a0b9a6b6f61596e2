import type { Plugin } from 'rollup';

/** Blanks around the signs of CSS. One before a colon stays: it may stand between two selectors. */
function minify(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([\w-]): /g, '$1:')
    .replaceAll(';}', '}')
    .trim();
}

/** Takes out of the `css` templates of the elements what browsers do not need. */
export function minifyCss(): Plugin {
  return {
    name: 'minify-css',
    transform: (code, id) =>
      id.includes('/packages/elements/src/')
        ? { code: code.replace(/css`([^`]*)`/g, (_, css: string) => `css\`${minify(css)}\``), map: null }
        : null,
  };
}
