import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';
import type { PageContext } from './page-context.ts';

/** A page of the host's own, without our elements: the ways to verify, set up and taken away through the SDK. */
export function securityPage(context: PageContext): Markup {
  const { security } = context.texts;
  return layout(context, {
    title: security.title,
    scripts: ['security-page'],
    main: html`<div class="page-heading">
        <h1>${security.title}</h1>
        <p>${security.lead}</p>
      </div>
      <section id="factors" aria-busy="true">
        <ul
          class="factors"
          data-remove="${security.remove}"
          data-none="${security.none}"
          data-added="${security.added}"
          aria-label="${security.title}"
        ></ul>
        <p class="buttons">
          <button type="button" id="add-passkey">${security.addPasskey}</button>
          <button type="button" id="add-totp">${security.addApp}</button>
        </p>
        <form id="proof" hidden>
          <label for="answer" data-sent="${security.codeSent}" data-app="${security.codeOfApp}"></label>
          <p id="otpauth"></p>
          <input id="answer" autocomplete="one-time-code" inputmode="numeric" required />
          <button>${security.confirm}</button>
        </form>
        <p id="said" role="status" data-failed="${security.failed}" data-done="${security.done}"></p>
      </section>`,
  });
}
