import type { Receipt } from '@leavewell/contract';
import { receiptFiles } from '@leavewell/server/receipts';
import ICAL from 'ical.js';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canceledMember, lineOfPage } from './canceled-member.ts';

const seeds = [
  '<script>canary()</script>',
  '<img src=x onerror=canary()>',
  '<svg/onload=canary()>',
  '</dd></dl></main><h1>Refund: everything</h1>',
  '</style><style>*{background:url(//canary.example)}',
  '</title><meta http-equiv=refresh content="0;url=//canary.example">',
  '"><iframe srcdoc="<script>canary()</script>">',
  "' autofocus onfocus='canary()",
  '" style="position:fixed" x="',
  'javascript:canary()',
  '&lt;script&gt;canary()&lt;/script&gt;',
  '&#60;script&#62;canary()',
  '<!-- --><!--><script>canary()</script>-->',
  '<![CDATA[<script>canary()</script>]]>',
  '<a href="data:text/html,canary">x</a>',
  '{{constructor.constructor("canary()")()}}',
  'x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO',
  '\nATTACH:https://canary.example/x',
  'x\\nATTENDEE:mailto:canary@example.com',
  'x;VALUE=URI:https://canary.example,y',
];
const wrappings: readonly ((seed: string) => string)[] = [
  (seed) => seed,
  (seed) => `Plan ${seed}`,
  (seed) => seed.toUpperCase(),
  (seed) => `${seed}${seed}`,
  (seed) => `\u202E${seed}\u202C`,
  (seed) => `\u0000${seed}\u001B`,
  (seed) => `\uD800${seed}`,
  (seed) => `\r\n\r\n${seed}`,
  (seed) => `"'<>&\`${seed}`,
  (seed) => `${seed}\u2028${seed}\u0085`,
];
const hostile = seeds.flatMap((seed) => wrappings.map((wrap) => wrap(seed)));

/** A receipt with a text from outside wherever one can stand. */
function receiptWith(receipt: Receipt, text: string): Receipt {
  return {
    ...receipt,
    orderNumber: text,
    planName: text,
    accountName: text,
    requestedBy: text,
    providerReference: text,
    contact: [{ kind: 'chat', value: text }],
    declaration: { terminationKind: 'ordinary', reason: text, name: text, contract: text, endDate: text, email: text },
  };
}

/** Every tag of a page in order, without what stands in `datetime`: a text that began markup would add or break one. */
function skeletonOf(html: string): readonly string[] {
  return html.replace(/ datetime="[^"<>]*"/g, '').match(/<[^>]*>?/g) ?? [];
}

async function filesOf(receipt: Receipt): Promise<Readonly<Record<'text' | 'html' | 'ics', string>>> {
  const files = await receiptFiles(receipt, 'en', []);
  const content = (format: string) => files.find((file) => file.format === format)?.content ?? '';
  return { text: content('text'), html: content('html'), ics: content('ics') };
}

const propertiesOf = (calendar: string): string[] => {
  const [event, ...more] = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents();
  assert.deepEqual([event?.name, more.length, event?.getAllSubcomponents().length], ['vevent', 0, 0]);
  return event?.getAllProperties().map(({ name }) => name) ?? [];
};

describe('text from a host, a payment company or a member stays text (EM4)', () => {
  it(`in each of ${hostile.length} attempts at page, text and calendar file`, async () => {
    assert.equal(new Set(hostile).size, 200);
    const { receipt } = await canceledMember();
    const harmless = await filesOf(receiptWith(receipt, 'Professional'));
    const skeleton = skeletonOf(harmless.html);
    assert.ok(skeleton.length > 60 && skeleton.every((tag) => /^<[^<>]+>$/.test(tag)));
    const lineCount = harmless.text.split('\n').length;
    for (const text of hostile) {
      const files = await filesOf(receiptWith(receipt, text));
      assert.deepEqual(skeletonOf(files.html), skeleton, text);
      assert.equal(files.text.split('\n').length, lineCount, text);
      assert.deepEqual(propertiesOf(files.ics), propertiesOf(harmless.ics), text);
      for (const file of Object.values(files)) {
        assert.doesNotMatch(file, /[\u0000\u001B\u202E\uD800\u2028\u0085]/, text);
      }
    }
  });

  it('also on its way through the server, where it is shown as it was written', async () => {
    const harmless = skeletonOf((await (await canceledMember()).read('text/html')).text);
    for (const planName of seeds) {
      const { read } = await canceledMember({}, { plan: { id: 'p', name: planName, benefits: [] } });
      const { text } = await read('text/html');
      assert.deepEqual(skeletonOf(text), harmless);
      assert.doesNotMatch(text, /<(script|img|svg|iframe|a|meta http-equiv=refresh)\b/i);
      const shown = lineOfPage(text, 'plan')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
      assert.equal(shown, planName.replace(/\s+/g, ' ').trim());
    }
  });
});

describe('a receipt id that is no file name', () => {
  it('never leaves the folder or the header', async () => {
    const { receipt } = await canceledMember();
    const [file] = await receiptFiles({ ...receipt, id: '../../etc/x"\r\nx: y' }, 'en', []);
    assert.equal(file?.name, 'receipt-______etc_x___x__y.txt');
  });
});
