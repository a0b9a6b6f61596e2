import { chargeSentences, chooseReceiptVoice, doneSentence, plain, receiptLines } from '@leavewell/locales/receipts';
import { isReceiptError, verifyReceipt, type Receipt, type ReceiptKeySet } from '@leavewell/sdk/verify-receipt';

function byId<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no #${id}.`);
  return element;
}

const jws = byId('jws', HTMLTextAreaElement);
const keys = byId('keys', HTMLTextAreaElement);
const verdict = byId('verdict', HTMLParagraphElement);
const facts = byId('facts', HTMLDListElement);

/** What is in the field for the keys, as far as it is a set of them. */
function keySet(): ReceiptKeySet {
  const parsed: unknown = JSON.parse(keys.value);
  const list: unknown = Object(parsed).keys;
  return { keys: Array.isArray(list) ? list.filter((key) => typeof key === 'object' && key !== null) : [] };
}

function addRow(label: string, value: string): void {
  const [term, description] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = label;
  description.textContent = value;
  facts.append(term, description);
}

/** The receipt in the language of the reader, every line of it. */
function show(receipt: Receipt): void {
  const voice = chooseReceiptVoice(navigator.languages);
  facts.lang = voice.tag;
  const sentences = [doneSentence(voice, receipt), ...chargeSentences(voice, receipt)];
  addRow(voice.words.title[receipt.command], sentences.map(plain).join(' '));
  for (const { label, value } of receiptLines(voice, receipt)) addRow(label, plain(value));
}

function say(text: string, outcome: 'genuine' | 'refused'): void {
  verdict.textContent = text;
  verdict.dataset['outcome'] = outcome;
}

/** Verifies what is in the two fields; nothing is asked of any site. */
async function verify(): Promise<void> {
  facts.replaceChildren();
  try {
    const { receipt } = await verifyReceipt(jws.value.trim(), keySet());
    say('Genuine: every byte is as it was signed.', 'genuine');
    show(receipt);
  } catch (error) {
    const reason = isReceiptError(error) ? `${error.message} (${error.code})` : 'The keys are no JSON.';
    say(`Not verified. ${reason}`, 'refused');
  }
}

byId('verify', HTMLButtonElement).addEventListener('click', () => void verify());
const file = byId('file', HTMLInputElement);
file.addEventListener('change', () => {
  void file.files?.[0]?.text().then((text) => {
    jws.value = text;
    return verify();
  });
});
