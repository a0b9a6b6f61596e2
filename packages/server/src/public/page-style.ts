import { toBase64Url } from '../session/base64url.ts';

/**
 * The look of every page: quiet, the reader's own font, light and dark as their system is, one column from 320 px on.
 * The colors are those of the elements.
 */
export const pageStyle = `
:root{color-scheme:light dark;--text:#17181c;--muted:#5a5f70;--edge:#8a8fa0;--line:#e4e6eb;--surface:#fff;
--focus:#2f5bea;--fault:#b3261e}
@media (prefers-color-scheme:dark){:root{--text:#f2f3f5;--muted:#a9adb9;--edge:#737888;--line:#2c2f37;
--surface:#17181c;--focus:#8fa8ff;--fault:#ffb4ab}}
*{box-sizing:border-box}
html{background:var(--surface);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,
"Noto Sans","PingFang SC","Microsoft YaHei","Malgun Gothic",sans-serif;font-variant-numeric:tabular-nums;
-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
main{max-inline-size:34rem;margin-inline:auto;padding:clamp(1.25rem,5vw,3rem) clamp(1rem,4vw,1.5rem)}
h1{font-size:1.625rem;line-height:1.25;font-weight:600;margin:0 0 1rem;text-wrap:balance}
p,dl,ul{margin:0 0 1.25rem;text-wrap:pretty}
form{margin:0}
fieldset{border:0;padding:0;margin:0 0 1.25rem;min-inline-size:0}
legend{padding:0;font-weight:500}
.field{margin:0 0 1.25rem}
.field>label{display:block;font-weight:500;margin:0 0 .375rem}
.choice{display:flex;align-items:center;gap:.625rem;min-block-size:2.75rem}
.choice label{padding-block:.5rem;flex:1}
.choice input{inline-size:1.5rem;block-size:1.5rem;margin:0;flex:none;accent-color:var(--text)}
.field>input,.field>textarea{display:block;inline-size:100%;min-block-size:2.75rem;padding:.5rem .75rem;font:inherit;
color:inherit;background:transparent;border:1px solid var(--edge);border-radius:.5625rem}
.field>textarea{min-block-size:6rem;resize:vertical}
[aria-invalid=true]{border-color:var(--fault)!important;border-inline-start-width:4px!important}
.fault{color:var(--fault);margin:.375rem 0 0;font-weight:500}
.faults{border:1px solid var(--fault);border-inline-start-width:4px;border-radius:.5625rem;padding:1rem 1.25rem;
margin:0 0 1.5rem}
.faults h2{font-size:1rem;margin:0 0 .25rem}
.faults ul{margin:0;padding-inline-start:1.25rem}
@supports selector(:has(*)){form:has(#kind-ordinary):not(:has(#kind-extraordinary:checked)) .reason{display:none}}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.75rem 0 0}
button,.button{display:inline-flex;align-items:center;justify-content:center;flex:1 1 12rem;min-block-size:2.75rem;
padding:.5rem 1.25rem;font:inherit;font-weight:500;color:inherit;background:none;border:1px solid var(--edge);
border-radius:.5625rem;text-decoration:none;cursor:pointer;touch-action:manipulation}
button.main{background:var(--text);color:var(--surface);border-color:var(--text)}
a{color:inherit;text-underline-offset:.2em;padding-block:.25rem}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
dl{border-block-start:1px solid var(--line)}
.row{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.25rem 1rem;padding:.625rem 0;
border-block-end:1px solid var(--line)}
dt{color:var(--muted)}
dd{margin:0;white-space:pre-wrap}
@media (max-width:30rem){.row{grid-template-columns:minmax(0,1fr)}button,.button{flex-basis:100%}}
.intro{color:var(--muted)}
button.main{animation:shown .3s step-end}
@keyframes shown{from{pointer-events:none}}
@media (forced-colors:active){button.main{border:2px solid ButtonText}}
@media print{:root{--text:#000;--muted:#333;--line:#999;--surface:#fff}.actions{display:none}main{padding:0}
.row{break-inside:avoid}}
`;

async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const base64 = toBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return `sha256-${base64.padEnd(Math.ceil(base64.length / 4) * 4, '=')}`;
}

let policy: Promise<string> | undefined;

/**
 * The content security policy of every page: this style and forms to ourselves, and nothing else from anywhere; no
 * script, and no frame around it (CSP Level 3).
 */
export function contentSecurityPolicy(): Promise<string> {
  policy ??= hashOf(pageStyle).then((hash) =>
    [
      "default-src 'none'",
      `style-src '${hash}'`,
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  );
  return policy;
}
