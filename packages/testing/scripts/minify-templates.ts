import type { Plugin } from 'rollup';

/** Blanks around the signs of CSS. One before a colon stays: it may stand between two selectors. */
function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([\w-]): /g, '$1:')
    .replaceAll(';}', '}')
    .trim();
}

/**
 * Takes out of the templates of the elements what browsers do not need: blanks in `css`, and the indentation of lines,
 * which outside of templates is nothing and in `html` is the same as the line break before it.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    transform(code, id) {
      if (!id.includes('/packages/elements/src/')) return null;
      const styled = code.replace(/css`([^`]*)`/g, (_, css: string) => `css\`${minifyCss(css)}\``);
      return { code: styled.replace(/\n[ \t]+/g, '\n'), map: null };
    },
  };
}
