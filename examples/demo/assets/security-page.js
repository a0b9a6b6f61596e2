// The host's own page on the headless SDK: which ways to verify a member has set up, one more, one less.
import { createMemberClient, createPasskey } from './leavewell-sdk.js';
import { getToken } from './host-page.js';

const byId = (id) => document.getElementById(id);
const list = document.querySelector('.factors');
const client = createMemberClient({ endpoint: '/leavewell', getToken, language: () => document.documentElement.lang });
const names = { passkey: 'Passkey', totp: 'TOTP', password: '••••' };

function show({ items }) {
  const rows = items.map(({ id, method, label, createdAt }) => {
    const row = document.createElement('li');
    const [name, time, remove] = [document.createElement('strong'), document.createElement('time'), document.createElement('button')];
    name.textContent = label || names[method];
    time.dateTime = createdAt;
    time.textContent = `${list.dataset.added} ${new Date(createdAt).toLocaleDateString(document.documentElement.lang)}`;
    remove.type = 'button';
    remove.textContent = list.dataset.remove;
    remove.setAttribute('aria-label', `${list.dataset.remove}: ${name.textContent}`);
    remove.addEventListener('click', () => run(async () => show(await client.removeFactor(id, { proof: await prove() }))));
    row.append(name, ' ', time, ' ', remove);
    return row;
  });
  if (rows.length === 0) {
    const none = document.createElement('li');
    none.textContent = list.dataset.none;
    rows.push(none);
  }
  list.replaceChildren(...rows);
}

/** Shows the one field of the page and resolves to what was typed. */
function ask(label, address = '') {
  const form = byId('proof');
  form.querySelector('label').textContent = label;
  byId('otpauth').textContent = address;
  form.hidden = false;
  byId('answer').value = '';
  byId('answer').focus();
  return new Promise((resolve) => {
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        form.hidden = true;
        resolve(byId('answer').value);
      },
      { once: true },
    );
  });
}

/** Whoever changes the ways to verify shows first that it is them. */
async function prove() {
  const { items } = await client.listMemberships();
  const wanted = { membershipId: items[0].id, command: 'changeFactors', method: 'sms_code' };
  const { id, destination } = await client.startVerification(wanted);
  const { sent } = byId('proof').querySelector('label').dataset;
  return (await client.finishVerification(id, await ask(`${sent} ${destination}`))).proof;
}

async function add(method, finish) {
  const setup = await client.addFactor({ method, proof: await prove() });
  show(await client.finishFactor(setup.id, await finish(setup)));
}

async function run(work) {
  const said = byId('said');
  said.textContent = '';
  try {
    await work();
    said.textContent = said.dataset.done;
  } catch (error) {
    said.textContent = `${said.dataset.failed} (${error.code ?? error.name})`;
  }
}

byId('add-passkey').addEventListener('click', () =>
  run(() =>
    add('passkey', async ({ passkey }) => {
      const attestation = await createPasskey(passkey);
      if (!attestation) throw new DOMException('The browser made no passkey.', 'NotAllowedError');
      return { attestation };
    }),
  ),
);
byId('add-totp').addEventListener('click', () =>
  run(() => add('totp', async ({ otpauth }) => ({ code: await ask(byId('proof').querySelector('label').dataset.app, otpauth) }))),
);
show(await client.listFactors());
byId('factors').removeAttribute('aria-busy');
