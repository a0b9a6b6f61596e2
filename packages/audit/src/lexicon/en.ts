import { anyOf } from './any-of.ts';
import type { Lexicon } from './lexicon.ts';

/** English. */
export const en: Lexicon = {
  language: 'en',
  open: [
    /^cancel (my |your |the )?(subscription|membership|auto-?renewal|renewal|plan|contract)s?\b/i,
    /^(turn|switch) off (auto-?)?renewal/i,
    anyOf(
      /\b(cancel|end|terminate) (my |your |the )?(\w+ )?(subscription|membership|auto-?renewal)\b/i,
      /\b(cancel|end|terminate) (my |your |the )?(\w+ )?(renewal|plan|contracts?)\b/i,
    ),
    /\bunsubscribe\b|\bclick to cancel\b/i,
  ],
  confirm: [
    /^cancel now\b/i,
    /^(yes, )?(confirm|finish|complete) (the |my |your )?(cancell?ation|cancell?ing)\b/i,
    /^(yes, )?cancel (my |your |the )?(\w+ )?(subscription|membership|auto-?renewal|renewal|plan)\b/i,
    /^(yes, )?(turn|switch) off (auto-?)?renewal|^(end|terminate) now|^confirm(?!.*(keep|stay))/i,
    /\bclick to cancel\b|^yes\b/i,
  ],
  onward: /^(continue|next|proceed|go on|review|check)\b(?!.*(member|subscri|stay|keep))/i,
  keep: /\b(keep|stay|don[’']?t cancel|do not cancel|never ?mind|remain|not now|go back to my)\b/i,
  decline: /^no\b|\bno,? thanks?( you)?\b|\bnot now\b|\bdecline\b|\bskip\b|\bdismiss\b|\bmaybe later\b/i,
  accept: anyOf(
    /\b(accept|claim|take|get|use|apply|redeem|activate)\b.*\b(offer|discount|voucher|deal|price)\b/i,
    /\b(accept|claim|take|get|use|apply|redeem|activate)\b.*\b(months?|% off|\d+ ?%|free)\b/i,
  ),
  resume: anyOf(
    /\b(resume|restart|reactivate|renew again|undo|turn (auto-?)?renewal (back )?on)\b/i,
    /\b((turn|switch) (back )?on (auto-?)?renewal)\b/i,
  ),
  close: /^(close|back|done|ok|home|×|✕|x)\b|^back to\b/i,
  receipt:
    /\b(receipt|proof|(download|save|print)\b.*\b(confirmation|cancell?ation|declaration|copy)|calendar( file)?)\b/i,
  code: /\b(code|one-time|otp|pin)\b/i,
  resend: /\b(resend|send (it )?again|(a )?new code|another code)\b/i,
  done: anyOf(
    /\b(is|has been|was|are|have)( now)? (cancell?ed|turned off|switched off|ended)\b/i,
    /\b(you( have)?|renewal)( is)? cancell?ed\b|\bcancell?ation (is )?(confirmed|complete|received)\b/i,
    /\brenewal is (now )?off\b|\b(won[’']t|will not|no longer) renews?\b|^cancell?ed\b/i,
  ),
  resumed: anyOf(
    /\b(renewal|subscription)\b.*\b(is|was|has been)( now)? (back )?(on|active|resumed|restarted)\b/i,
    /\b(membership)\b.*\b(is|was|has been)( now)? (back )?(on|active|resumed|restarted)\b|\bwill renew\b/i,
    /\brenews on\b|\bresumed\b/i,
  ),
  offer: anyOf(
    /\b\d+ ?% off\b|\bhalf price\b|\b(special|exclusive|new|lower) (offer|price|deal)\b/i,
    /\b(discount|voucher|coupon|free months?|months? free)\b|\bpause (it |instead|your)\b/i,
    /\binstead of cancell?ing\b/i,
  ),
  reason: anyOf(
    /\bwhy\b.*\b(leav|cancel|go)|\breasons?\b|\bwhat (made|could we)\b|\bhow (likely|satisfied)\b|\btell us\b/i,
    /\bfeedback\b/i,
  ),
  declaration:
    /\b(name|e-?mail|contract|customer|member(ship)?|order|end date|when|date|ordinary|extraordinary|kind of)\b/i,
  legal: /\b(imprint|legal|terms|privacy|cookies?|accessibility|conditions)\b/i,
  sessionMinutes: /\b(?:session|signed out|logged out|time ?out|page expires?)\b[^.]*?\b(\d+) ?min/i,
  extendSession: /\b(extend|stay signed in|more time|stay logged in)\b/i,
  receiptSays: {
    reference: /\b(reference|receipt (no|number|id)|confirmation (no|number|code)|receipt)\b\W*[A-Z0-9-]*([0-9]|-[A-Z0-9]{3})/i,
    contract: /\b(contract|membership|plan|subscription|order( number)?)\b\W+\S/i,
    accessUntil: anyOf(
      /\b(access( is yours)?|works?|working|yours|use it)\b[^.\n]{0,60}\b(until|through|till|to|on|at)\b/i,
      /\b(usable|keep[^.]*|active|member|ends?|ending|paid)\b[^.\n]{0,60}\b(until|through|till|to|on|at)\b/i,
      /\baccess (ends?|until)|\b(ends|until|end date|last day)\b/i,
    ),
    noFurtherCharge: anyOf(
      /\b(no (further|more|other|future) (charge|payment|renewal)s?)\b/i,
      /\b(nothing (more|further) (is|will be) charged)\b/i,
      /\b(not be charged( again)?|won[’']t be charged|no longer (be )?charged)\b/i,
    ),
    refund: /\brefund/i,
    resume: /\b(resume|restart|reactivate|turn[^.]{0,20}(back )?on|undo|change your mind|start again)\b/i,
    contact: /\b(contact|support|questions?|help|write to|call us)\b[^\n]*(@|\d{3}|https?:|\/)/i,
  },
  shaming: {
    regret: /\b(I|you)([’']ll| will| may| might| would)? regret\b|\bI[’']m sorry\b/i,
    loss: anyOf(
      /\b(lose|losing|give up|miss(ing)? out|throw(ing)? away|forfeit|without my benefits)/i,
      /\b(don[’']t (need|want|like|care about) (my |to )?(sav|benefit|free|money|discount|good|deal))/i,
    ),
    guilt: anyOf(
      /\b(abandon|let (you|us|them) down|leave you|hurt|break(s|ing)? (our|my|your) hearts?)\b/i,
      /\b(disappoint|sad|unfair to)\b/i,
    ),
    mockery: anyOf(
      /\b(I (like|prefer|love|enjoy|want) (to )?(pay|full price|wast|being|overpay|miss))\b/i,
      /\b(stupid|dumb|boring|I hate|I don[’']t care|hard way|rather pay)\b/i,
    ),
    'social proof': anyOf(
      /\b(\d[\d,. ]*|most|all other) (people|members|customers|users)\b[^.]*\b(stay|stayed|keep)/i,
      /\b(\d[\d,. ]*|most|all other) (people|members|customers|users)\b[^.]*\b(kept|love|chose)/i,
      /\b(everyone|other) (people|members|customers|users)\b[^.]*\b(stay|stayed|keep|kept|love|chose)/i,
    ),
  },
};
