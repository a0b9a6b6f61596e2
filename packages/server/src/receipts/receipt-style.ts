/** The style of a printed receipt: A4, black on white, readable at 320 pixels, no line alone at a page's end. */
export const receiptStyle = `
@page { size: A4; margin: 20mm }
:root { color-scheme: only light }
body { margin: 0; color: #000; background: #fff; font: 1rem/1.5 system-ui, sans-serif }
main { box-sizing: border-box; max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem }
p { margin: 0 0 .5rem }
dl { margin: 1.5rem 0 0; border-top: 1px solid #000 }
div { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: .375rem 0; border-bottom: 1px solid #bbb }
div { break-inside: avoid }
dt { flex: 1 1 11rem; font-weight: 600 }
dd { flex: 2 1 18rem; margin: 0; min-width: 0; overflow-wrap: anywhere }
@media print { main { max-width: none; padding: 0 } }
`;

/** Nothing may be loaded, run, framed or sent; the one style is known by its hash (CSP Level 3). */
async function policyOf(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

let policy: Promise<string> | undefined;

/** The Content-Security-Policy of a receipt's page, for its header and for the page itself. */
export function receiptPolicy(): Promise<string> {
  policy ??= policyOf(receiptStyle);
  return policy;
}
