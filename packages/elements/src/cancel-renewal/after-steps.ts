import { failureText } from '@leavewell/locales';
import type { AfterCancelState, Offer, Receipt, SendFeedback } from '@leavewell/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { say } from '../phrase-template.ts';
import type { CommandContext } from './command-context.ts';
import { stepButton } from './step.ts';

type Ask = Extract<AfterCancelState, { readonly status: 'ask' }>;

/** What came of an answer, in the place of what was asked. */
function said(part: string, text: string): TemplateResult {
  return html`<p class="line" part=${part} role="status" tabindex="-1">${text}</p>`;
}

/** What was chosen and typed; nothing of it has to be. */
function feedbackIn(form: HTMLFormElement): SendFeedback {
  const data = new FormData(form);
  const reason = data.get('reason');
  const comment = `${data.get('comment') ?? ''}`.trim();
  return { ...(typeof reason === 'string' && { reason }), ...(comment && { comment }) };
}

function survey({ words, verbs }: CommandContext, { reasons, answer }: NonNullable<Ask['survey']>): TemplateResult {
  if (answer === 'sent') return said('survey', words['survey.sent']);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) verbs.sendFeedback(feedbackIn(event.currentTarget));
  };
  const choice = ({ id, text }: (typeof reasons)[number]) =>
    html`<label class="choice"><input type="radio" name="reason" .value=${id} /> <span>${text}</span></label>`;
  return html`<form part="survey" class="line" novalidate @submit=${onSubmit}>
    <fieldset>
      <legend>${words['survey.title']}</legend>
      ${reasons.map(choice)}
      <label class="small" for="comment">${words['survey.comment']}</label>
      <textarea id="comment" name="comment" class="field" rows="2" maxlength="2000"></textarea>
    </fieldset>
    <button part="survey-button" aria-disabled=${answer === 'sending'}>${words['survey.send']}</button>
  </form>`;
}

/** What it costs, until when, and whether anything renews. */
function terms({ words }: CommandContext, { price, endsAt, renews }: Offer, timeZone: string): TemplateResult {
  const end = endsAt === null ? [] : words['offer.ends']({ accessEndsAt: endsAt, lastDay: null, timeZone });
  return html`<p class="muted">
    ${price && renews ? words['membership.price'](price, 'recurring') : words['offer.price'](price)}.
    ${end.length ? html`${say(end)}.` : nothing} ${words[renews ? 'offer.renews' : 'offer.endsByItself']}
  </p>`;
}

/** All that has to be known stands before two buttons that are alike. */
function offer(context: CommandContext, asked: NonNullable<Ask['offer']>, { timeZone }: Receipt): TemplateResult {
  const { words, verbs } = context;
  const { terms: made, answer } = asked;
  if (answer === 'accepted' || answer === 'declined') return said('offer', words[`offer.${answer}`]);
  const isBusy = answer === 'sending';
  return html`<section part="offer" class="line" aria-labelledby="offer">
    <h3 id="offer">${made.title}</h3>
    <p>${made.text}</p>
    ${terms(context, made, timeZone)}
    <div class="actions">
      ${stepButton('decline-button', words['offer.decline'], () => verbs.decideOffer(false), isBusy)}
      ${stepButton('accept-button', words['offer.accept'], () => verbs.decideOffer(true), isBusy)}
    </div>
  </section>`;
}

/** An optional question and at most one fair offer, once it took effect. Whatever is left alone, it stays in effect. */
export function afterSteps(context: CommandContext, receipt: Receipt): unknown {
  const { after, words } = context;
  if (after?.status !== 'ask') return nothing;
  return html`${after.survey ? survey(context, after.survey) : nothing}
    ${after.offer ? offer(context, after.offer, receipt) : nothing}
    <p part="error" role="alert">${after.error ? failureText(words, after.error) : nothing}</p>`;
}
